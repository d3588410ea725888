// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/LoopbackLambda.h"

#include "core/aws/ReportLine.h"

#include <arpa/inet.h>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <stdexcept>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tierscope::tests {

namespace {

constexpr const char* kName = "thumbs";

std::string message(const std::string& body, const std::string& moreHeaders = {})
{
    return fmt::format("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{}Content-Length: {}\r\nConnection: close\r\n\r\n{}",
                       moreHeaders, body.size(), body);
}

} // namespace

LoopbackLambda::LoopbackLambda()
    : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    , m_end(::eventfd(0, EFD_CLOEXEC))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    if (::bind(m_listener.get(), any, size) != 0 || ::listen(m_listener.get(), 16) != 0 || ::getsockname(m_listener.get(), any, &size) != 0)
        throw std::runtime_error("no server on loopback");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

LoopbackLambda::~LoopbackLambda()
{
    static_cast<void>(::eventfd_write(m_end.get(), 1));
    m_thread.join();
}

std::string LoopbackLambda::url() const
{
    return fmt::format("http://127.0.0.1:{}", m_port);
}

int LoopbackLambda::memory() const
{
    const std::scoped_lock lock(m_mutex);
    return m_memory;
}

std::vector<int> LoopbackLambda::changes() const
{
    const std::scoped_lock lock(m_mutex);
    return m_changes;
}

std::vector<std::string> LoopbackLambda::payloads() const
{
    const std::scoped_lock lock(m_mutex);
    return m_payloads;
}

void LoopbackLambda::hold(const std::string& what)
{
    const std::scoped_lock lock(m_mutex);
    m_held = what;
}

int LoopbackLambda::held() const
{
    const std::scoped_lock lock(m_mutex);
    return m_heldRequests;
}

void LoopbackLambda::waitForHangUp(int client) const
{
    std::array<pollfd, 2> entries{{{client, POLLIN | POLLRDHUP, 0}, {m_end.get(), POLLIN, 0}}};
    static_cast<void>(::poll(entries.data(), entries.size(), -1));
}

void LoopbackLambda::serve()
{
    while (true) {
        std::array<pollfd, 2> entries{{{m_listener.get(), POLLIN, 0}, {m_end.get(), POLLIN, 0}}};
        if (::poll(entries.data(), entries.size(), -1) < 0 || entries[1].revents != 0)
            return;
        const core::UniqueFd client(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        answer(client.get());
    }
}

void LoopbackLambda::answer(int client)
{
    std::string received;
    std::array<char, 4096> buffer{};
    std::size_t head = std::string::npos;
    std::size_t length = 0;
    while (head == std::string::npos || received.size() < head + 4 + length) {
        const ssize_t count = ::recv(client, buffer.data(), buffer.size(), 0);
        if (count <= 0)
            return;
        received.append(buffer.data(), static_cast<std::size_t>(count));
        head = received.find("\r\n\r\n");
        const std::size_t field = received.find("Content-Length: ");
        if (head != std::string::npos && field < head)
            length = std::stoul(received.substr(field + 16));
    }
    const std::string whole = respond(received.substr(0, head), received.substr(head + 4));
    if (whole.empty())
        return waitForHangUp(client);
    for (std::size_t sent = 0; sent < whole.size();) {
        const ssize_t count = ::send(client, whole.data() + sent, whole.size() - sent, MSG_NOSIGNAL);
        if (count <= 0)
            return;
        sent += static_cast<std::size_t>(count);
    }
}

std::string LoopbackLambda::configuration() const
{
    return nlohmann::json{{"FunctionName", kName},
                          {"FunctionArn", "arn:aws:lambda:eu-west-1:123456789012:function:thumbs"},
                          {"Runtime", "python3.12"},
                          {"Handler", "app.handler"},
                          {"Role", "arn:aws:iam::123456789012:role/thumbs"},
                          {"Version", "$LATEST"},
                          {"MemorySize", m_memory},
                          {"Timeout", 60},
                          {"CodeSize", 1000},
                          {"PackageType", "Zip"},
                          {"Architectures", {"x86_64"}},
                          {"State", "Active"},
                          {"LastUpdateStatus", "Successful"},
                          {"RevisionId", fmt::format("revision-{}", m_revision)}}
        .dump();
}

std::string LoopbackLambda::respond(const std::string& head, const std::string& body)
{
    const std::scoped_lock lock(m_mutex);
    const auto begins = [&head](const char* text) { return head.rfind(text, 0) == 0; };
    // The function is called by its name, and when it is put back by its ARN.
    const auto asks = [&head, &begins](const char* method, const char* what) {
        return begins(method) && head.substr(0, head.find("\r\n")).find(std::string(kName) + what) != std::string::npos;
    };
    if (!m_held.empty() && head.substr(0, head.find("\r\n")).find(m_held) != std::string::npos) {
        ++m_heldRequests;
        return {};
    }
    if (asks("GET", "/configuration"))
        return message(configuration());
    if (asks("PUT", "/configuration")) {
        m_memory = nlohmann::json::parse(body).at("MemorySize").get<int>();
        m_changes.push_back(m_memory);
        ++m_revision;
        return message(configuration());
    }
    if (asks("POST", "/invocations")) {
        m_payloads.push_back(body);
        const double duration = 1024.0 * 1000 / m_memory;
        const std::string report =
            fmt::format("REPORT RequestId: 4f7c8d5e-0000-4000-8000-000000000000\tDuration: {:.2f} ms\tBilled Duration: {} "
                        "ms\tMemory Size: {} MB\tMax Memory Used: 40 MB\t\n",
                        duration, static_cast<int>(duration) + 1, m_memory);
        return message("{}", "X-Amz-Executed-Version: $LATEST\r\nX-Amz-Log-Result: " + core::encodeBase64(report) + "\r\n");
    }
    if (begins("GET /2015-03-31/functions?"))
        return message("{\"Functions\": [" + configuration() + "]}");
    if (begins("GET /2016-08-19/account-settings"))
        return message(R"({"AccountLimit": {"ConcurrentExecutions": 1000, "UnreservedConcurrentExecutions": 1000, "TotalCodeSize": 1,
                           "CodeSizeUnzipped": 1, "CodeSizeZipped": 1}, "AccountUsage": {"FunctionCount": 1, "TotalCodeSize": 1}})");
    return "HTTP/1.1 404 Not Found\r\nX-Amzn-Errortype: ResourceNotFoundException\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
}

} // namespace tierscope::tests
