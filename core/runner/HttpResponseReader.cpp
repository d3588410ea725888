// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/HttpResponseReader.h"

#include "core/base/ParseNumber.h"
#include "core/base/Text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <fmt/format.h>
#include <poll.h>
#include <string_view>
#include <sys/socket.h>

namespace tierscope::core {

namespace {

constexpr std::size_t kReadBytes = 65'536;

std::string lowered(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

tl::unexpected<Error> corrupt(std::string message)
{
    return fail(ErrorCode::Corrupt, std::move(message));
}

} // namespace

Result<void> HttpLine::waitFor(short events) const
{
    std::array<pollfd, 2> entries{{{socket, events, 0}, {stopFd, POLLIN, 0}}};
    while (true) {
        int timeoutMs = -1;
        if (deadline) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - monotonicNow()).count();
            timeoutMs = static_cast<int>(std::clamp<std::int64_t>(left, 0, INT_MAX));
        }
        const int ready = ::poll(entries.data(), entries.size(), timeoutMs);
        if (ready < 0 && errno != EINTR)
            return fail(systemError(errno, "cannot wait for the server"));
        if (entries[1].revents != 0)
            return fail(ErrorCode::Cancelled, "stopped while waiting for the server");
        if (ready > 0)
            return {};
        if (ready == 0 && deadline && monotonicNow() >= *deadline)
            return fail(ErrorCode::TimedOut, "the server did not answer in time");
    }
}

Result<HttpResponse> HttpResponseReader::read()
{
    while (true) {
        HttpResponse response;
        if (const auto head = readHead(response); !head)
            return fail(head.error());
        // Interim answers, such as 100 Continue, have no body; the real one follows.
        if (response.status / 100 == 1)
            continue;
        if (const auto body = readBody(response); !body)
            return fail(body.error());
        return response;
    }
}

Result<bool> HttpResponseReader::fill()
{
    m_buffer.erase(0, m_position);
    m_position = 0;
    const std::size_t had = m_buffer.size();
    while (true) {
        m_buffer.resize(had + kReadBytes);
        const ssize_t count = ::recv(m_line.socket, m_buffer.data() + had, kReadBytes, 0);
        const int reason = errno;
        m_buffer.resize(had + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        if (count >= 0) {
            m_gotAnything = m_gotAnything || count > 0;
            return count > 0;
        }
        if (reason == EAGAIN) {
            if (const auto readable = m_line.waitFor(POLLIN); !readable)
                return fail(readable.error());
        } else if (reason != EINTR) {
            return fail(systemError(reason, "cannot read the server's answer"));
        }
    }
}

Result<void> HttpResponseReader::require()
{
    const auto more = fill();
    if (!more)
        return fail(more.error());
    if (!*more)
        return fail(ErrorCode::Io, m_gotAnything ? "the server's answer ends in the middle" : "the server closed the connection");
    return {};
}

Result<std::string> HttpResponseReader::readLine()
{
    while (true) {
        const std::size_t end = m_buffer.find('\n', m_position);
        const std::size_t size = (end == std::string::npos ? m_buffer.size() : end) - m_position;
        if (m_headBytes + size > kMaximumHttpHead)
            return corrupt("the head of the server's answer is larger than 64 KB");
        if (end != std::string::npos) {
            m_headBytes += size + 1;
            std::string line = m_buffer.substr(m_position, size);
            m_position = end + 1;
            if (line.ends_with('\r'))
                line.pop_back();
            return line;
        }
        if (const auto more = require(); !more)
            return fail(more.error());
    }
}

Result<void> HttpResponseReader::readHead(HttpResponse& response)
{
    const auto statusLine = readLine();
    if (!statusLine)
        return fail(statusLine.error());
    const std::string_view text = *statusLine;
    // "HTTP/1.1 200" and, after a space, words that may be missing.
    const bool hasShape = text.size() >= 12 && text.starts_with("HTTP/1.") && text[8] == ' ' && (text.size() == 12 || text[12] == ' ');
    response.status = hasShape ? parseInteger<int>(text.substr(9, 3)).value_or(0) : 0;
    if (response.status < 100)
        return corrupt(fmt::format("the server's answer begins with {}, which is not HTTP/1.1", inQuotes(text)));
    m_keepAlive = text[7] != '0';
    return readFields(response.fields);
}

Result<void> HttpResponseReader::readFields(HttpFields& fields)
{
    while (true) {
        const auto line = readLine();
        if (!line)
            return fail(line.error());
        if (line->empty())
            return {};
        const std::size_t colon = line->find(':');
        if (colon == 0 || colon == std::string::npos || line->find_first_of(" \t") < colon)
            return corrupt(fmt::format("the server's answer has the header field {}", inQuotes(*line)));
        fields.emplace_back(lowered(std::string_view(*line).substr(0, colon)), trimmed(std::string_view(*line).substr(colon + 1)));
    }
}

Result<void> HttpResponseReader::readBody(HttpResponse& response)
{
    std::optional<std::string> length;
    std::optional<std::string> encoding;
    for (const auto& [name, value] : response.fields) {
        if (name == "connection" && lowered(value) == "close")
            m_keepAlive = false;
        std::optional<std::string>* const seen = name == "content-length" ? &length : name == "transfer-encoding" ? &encoding : nullptr;
        if (!seen)
            continue;
        if (*seen && **seen != value)
            return corrupt(fmt::format("the server's answer has two different fields {}", name));
        *seen = value;
    }
    if (length && encoding)
        return corrupt("the server's answer has both a length and an encoding");
    if (response.status == 204 || response.status == 304)
        return {};
    if (encoding)
        return lowered(*encoding) == "chunked" ? readChunks(response.body)
                                               : corrupt(fmt::format("the server's answer is encoded as {}", inQuotes(*encoding)));
    if (!length)
        return readToEnd(response.body);
    const auto size = parseInteger<std::uint64_t>(*length);
    if (!size)
        return corrupt(fmt::format("the server's answer has the length {}", inQuotes(*length)));
    return readExactly(response.body, *size);
}

Result<void> HttpResponseReader::readExactly(std::string& body, std::uint64_t size)
{
    if (size > kMaximumHttpBody || body.size() + size > kMaximumHttpBody)
        return corrupt("the server's answer is larger than 8 MB");
    const std::size_t wanted = body.size() + static_cast<std::size_t>(size);
    body.reserve(wanted);
    while (true) {
        const std::size_t piece = std::min(wanted - body.size(), m_buffer.size() - m_position);
        body.append(m_buffer, m_position, piece);
        m_position += piece;
        if (body.size() == wanted)
            return {};
        if (const auto more = require(); !more)
            return more;
    }
}

Result<void> HttpResponseReader::readChunks(std::string& body)
{
    while (true) {
        // Sizes and trailers count as head, but not all of them together.
        m_headBytes = 0;
        const auto line = readLine();
        if (!line)
            return fail(line.error());
        const auto size = parseInteger<std::uint64_t>(trimmed(std::string_view(*line).substr(0, line->find(';'))), 16);
        if (!size)
            return corrupt(fmt::format("a part of the server's answer has the length {}", inQuotes(*line)));
        if (*size == 0) {
            HttpFields trailers;
            return readFields(trailers);
        }
        if (const auto piece = readExactly(body, *size); !piece)
            return piece;
        const auto end = readLine();
        if (!end)
            return fail(end.error());
        if (!end->empty())
            return corrupt("a part of the server's answer is longer than it says");
    }
}

Result<void> HttpResponseReader::readToEnd(std::string& body)
{
    m_keepAlive = false;
    while (true) {
        body.append(m_buffer, m_position);
        m_position = m_buffer.size();
        if (body.size() > kMaximumHttpBody)
            return corrupt("the server's answer is larger than 8 MB");
        const auto more = fill();
        if (!more)
            return fail(more.error());
        if (!*more)
            return {};
    }
}

} // namespace tierscope::core
