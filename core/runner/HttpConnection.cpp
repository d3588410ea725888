// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/HttpConnection.h"

#include "core/base/ParseNumber.h"
#include "core/base/Text.h"
#include "core/runner/HttpResponseReader.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

namespace tierscope::core {

namespace {

Result<void> sendAll(const HttpLine& line, std::string_view text)
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
    const auto port = colon == std::string_view::npos ? std::nullopt : parseInteger<int>(text.substr(colon + 1));
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
        if (const auto writable = HttpLine{socket.get(), wait.stopFd, deadline}.waitFor(POLLOUT); !writable)
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
        const HttpLine line{socket.get(), wait.stopFd, deadline};
        HttpResponseReader reader(line);
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
