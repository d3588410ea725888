// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/HttpConnection.h"

#include "core/base/Text.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <charconv>
#include <climits>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

namespace tierscope::core {

namespace {

constexpr std::size_t kReadBytes = 65'536;

template <typename Number>
std::optional<Number> parseNumber(std::string_view text, int base = 10)
{
    Number number{};
    const auto [rest, problem] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (text.empty() || problem != std::errc() || rest != text.data() + text.size())
        return {};
    return number;
}

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

/// The socket with what ends a wait for it.
struct Line {
    int socket;
    int stopFd;
    std::optional<Nanoseconds> deadline;

    [[nodiscard]] Result<void> waitFor(short events) const
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
};

Result<void> sendAll(const Line& line, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t count = ::send(line.socket, text.data(), text.size(), MSG_NOSIGNAL);
        if (count >= 0) {
            text.remove_prefix(static_cast<std::size_t>(count));
            continue;
        }
        if (errno == EINTR)
            continue;
        if (errno != EAGAIN)
            return fail(systemError(errno, "cannot send to the server"));
        if (const auto writable = line.waitFor(POLLOUT); !writable)
            return writable;
    }
    return {};
}

/// Takes one response off the socket.
class ResponseReader {
public:
    explicit ResponseReader(const Line& line)
        : m_line(line)
    {}

    [[nodiscard]] Result<HttpResponse> read()
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

    [[nodiscard]] bool gotAnything() const { return m_gotAnything; }
    /// Whether another exchange can follow: the server said so, and nothing stands where the next response is to begin.
    [[nodiscard]] bool canStayOpen() const { return m_keepAlive && m_position == m_buffer.size(); }

private:
    /// False at the end of the connection.
    [[nodiscard]] Result<bool> fill()
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

    [[nodiscard]] Result<void> require()
    {
        const auto more = fill();
        if (!more)
            return fail(more.error());
        if (!*more)
            return fail(ErrorCode::Io, m_gotAnything ? "the server's answer ends in the middle" : "the server closed the connection");
        return {};
    }

    [[nodiscard]] Result<std::string> readLine()
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

    [[nodiscard]] Result<void> readHead(HttpResponse& response)
    {
        const auto statusLine = readLine();
        if (!statusLine)
            return fail(statusLine.error());
        const std::string_view text = *statusLine;
        // "HTTP/1.1 200" and, after a space, words that may be missing.
        const bool hasShape = text.size() >= 12 && text.starts_with("HTTP/1.") && text[8] == ' ' && (text.size() == 12 || text[12] == ' ');
        response.status = hasShape ? parseNumber<int>(text.substr(9, 3)).value_or(0) : 0;
        if (response.status < 100)
            return corrupt(fmt::format("the server's answer begins with {}, which is not HTTP/1.1", inQuotes(text)));
        m_keepAlive = text[7] != '0';
        return readFields(response.fields);
    }

    [[nodiscard]] Result<void> readFields(HttpFields& fields)
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

    /// RFC 9112, section 6.3. Two framings that contradict each other are refused, whichever of them a server meant.
    [[nodiscard]] Result<void> readBody(HttpResponse& response)
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
        const auto size = parseNumber<std::uint64_t>(*length);
        if (!size)
            return corrupt(fmt::format("the server's answer has the length {}", inQuotes(*length)));
        return readExactly(response.body, *size);
    }

    /// Appends the next `size` bytes.
    [[nodiscard]] Result<void> readExactly(std::string& body, std::uint64_t size)
    {
        if (size > kMaximumHttpBody || body.size() + size > kMaximumHttpBody)
            return tooLarge();
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

    [[nodiscard]] Result<void> readChunks(std::string& body)
    {
        while (true) {
            // Sizes and trailers count as head, but not all of them together.
            m_headBytes = 0;
            const auto line = readLine();
            if (!line)
                return fail(line.error());
            const auto size = parseNumber<std::uint64_t>(trimmed(std::string_view(*line).substr(0, line->find(';'))), 16);
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

    [[nodiscard]] Result<void> readToEnd(std::string& body)
    {
        m_keepAlive = false;
        while (true) {
            body.append(m_buffer, m_position);
            m_position = m_buffer.size();
            if (body.size() > kMaximumHttpBody)
                return tooLarge();
            const auto more = fill();
            if (!more)
                return fail(more.error());
            if (!*more)
                return {};
        }
    }

    [[nodiscard]] static tl::unexpected<Error> tooLarge() { return corrupt("the server's answer is larger than 8 MB"); }

    Line m_line;
    std::string m_buffer;
    std::size_t m_position = 0;
    std::size_t m_headBytes = 0;
    bool m_gotAnything = false;
    bool m_keepAlive = true;
};

std::string headOf(const HttpRequest& request, const HttpEndpoint& endpoint)
{
    const bool isIpv6 = endpoint.host.find(':') != std::string::npos;
    std::string head = fmt::format("{} {} HTTP/1.1\r\nHost: {}{}{}:{}\r\n", request.method, request.path, isIpv6 ? "[" : "", endpoint.host,
                                   isIpv6 ? "]" : "", endpoint.port);
    for (const auto& [name, value] : request.fields)
        head += fmt::format("{}: {}\r\n", name, value);
    if (request.method != "GET")
        head += fmt::format("Content-Length: {}\r\n", request.body.size());
    return head += "\r\n";
}

/// The socket address of an endpoint that parseHttpEndpoint has passed; length 0 where it is not an address.
socklen_t fillAddress(const HttpEndpoint& endpoint, sockaddr_storage& storage)
{
    const auto port = htons(static_cast<std::uint16_t>(endpoint.port));
    const char* const host = endpoint.host == "localhost" ? "127.0.0.1" : endpoint.host.c_str();
    auto* const ipv4 = reinterpret_cast<sockaddr_in*>(&storage);
    if (::inet_pton(AF_INET, host, &ipv4->sin_addr) == 1) {
        ipv4->sin_family = AF_INET;
        ipv4->sin_port = port;
        return sizeof(sockaddr_in);
    }
    auto* const ipv6 = reinterpret_cast<sockaddr_in6*>(&storage);
    if (::inet_pton(AF_INET6, host, &ipv6->sin6_addr) == 1) {
        ipv6->sin6_family = AF_INET6;
        ipv6->sin6_port = port;
        return sizeof(sockaddr_in6);
    }
    return 0;
}

} // namespace

Result<HttpEndpoint> parseHttpEndpoint(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    const auto port = colon == std::string_view::npos ? std::nullopt : parseNumber<int>(text.substr(colon + 1));
    std::string_view host = text.substr(0, std::min(colon, text.size()));
    const bool isBracketed = host.starts_with('[') && host.ends_with(']');
    if (isBracketed)
        host = host.substr(1, host.size() - 2);
    HttpEndpoint endpoint{std::string(host), port.value_or(0)};
    sockaddr_storage storage{};
    if (endpoint.port < 1 || endpoint.port > 65535 || fillAddress(endpoint, storage) == 0 || isBracketed != (storage.ss_family == AF_INET6))
        return fail(ErrorCode::InvalidArgument, fmt::format("{} is not an address and a port", inQuotes(text)),
                    "Give one such as 127.0.0.1:9001");
    return endpoint;
}

std::string_view HttpResponse::field(std::string_view name) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.first == name; });
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

Result<void> HttpConnection::connect(const HttpWait& wait, std::optional<Nanoseconds> deadline)
{
    sockaddr_storage storage{};
    const socklen_t size = fillAddress(m_endpoint, storage);
    UniqueFd socket(::socket(storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket.isValid())
        return fail(systemError(errno, "cannot make a socket"));
    const int yes = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    const std::string what = fmt::format("cannot connect to {} port {}", m_endpoint.host, m_endpoint.port);
    if (::connect(socket.get(), reinterpret_cast<const sockaddr*>(&storage), size) != 0) {
        if (errno != EINPROGRESS && errno != EINTR)
            return fail(systemError(errno, what));
        if (const auto writable = Line{socket.get(), wait.stopFd, deadline}.waitFor(POLLOUT); !writable)
            return writable;
        int problem = 0;
        socklen_t problemSize = sizeof problem;
        if (::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &problem, &problemSize) != 0 || problem != 0)
            return fail(systemError(problem == 0 ? errno : problem, what));
    }
    m_socket = std::move(socket);
    return {};
}

Result<HttpResponse> HttpConnection::exchange(const HttpRequest& request, const HttpWait& wait)
{
    const auto deadline = wait.limit ? std::optional(monotonicNow() + *wait.limit) : std::nullopt;
    const std::string head = headOf(request, m_endpoint);
    while (true) {
        const bool wasOpen = m_socket.isValid();
        if (!wasOpen) {
            if (const auto connected = connect(wait, deadline); !connected)
                return fail(connected.error());
        }
        UniqueFd socket = std::move(m_socket);
        const Line line{socket.get(), wait.stopFd, deadline};
        ResponseReader reader(line);
        const auto sent = sendAll(line, head).and_then([&] { return sendAll(line, request.body); });
        // A server that refuses a body may answer, and close, before it has read all of it.
        auto response = sent || sent.error().code == ErrorCode::Io ? reader.read() : Result<HttpResponse>(fail(sent.error()));
        if (response) {
            if (sent && reader.canStayOpen())
                m_socket = std::move(socket);
            return response;
        }
        // A connection that stood idle may be closed just when it is used again; then the server has seen nothing of the request.
        const bool wasStale = wasOpen && !reader.gotAnything() && response.error().code == ErrorCode::Io;
        if (!wasStale)
            return sent ? std::move(response) : Result<HttpResponse>(fail(sent.error()));
    }
}

} // namespace tierscope::core
