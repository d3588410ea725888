// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/UniqueFd.h"
#include "core/runner/HttpConnection.h"

#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <gtest/gtest.h>
#include <mutex>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace tierscope::core {

/// What a server says to one request, byte for byte.
struct ScriptedAnswer {
    std::vector<std::string> pieces; ///< each in a write of its own
    bool closes = false;             ///< closes the connection afterwards
};

/// A server on loopback that gives its answers in order, then stays silent. A closed connection is followed by the next one.
class ScriptedServer {
public:
    explicit ScriptedServer(std::vector<ScriptedAnswer> answers)
        : m_answers(std::move(answers))
        , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* const any = reinterpret_cast<sockaddr*>(&address);
        EXPECT_EQ(::bind(m_listener.get(), any, size), 0);
        EXPECT_EQ(::listen(m_listener.get(), 8), 0);
        EXPECT_EQ(::getsockname(m_listener.get(), any, &size), 0);
        m_port = ntohs(address.sin_port);
        m_end = makePipe().value();
        m_thread = std::thread([this] { serve(); });
    }
    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;
    ~ScriptedServer()
    {
        m_end.writeEnd.reset();
        m_thread.join();
    }

    [[nodiscard]] HttpEndpoint endpoint() const { return {"127.0.0.1", m_port}; }

    /// The requests so far, head and body.
    [[nodiscard]] std::vector<std::string> requests() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_requests;
    }
    [[nodiscard]] int connections() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_connections;
    }

private:
    /// False when the test is over.
    [[nodiscard]] bool waitFor(int fd) const
    {
        std::array<pollfd, 2> entries{{{fd, POLLIN, 0}, {m_end.readEnd.get(), POLLIN, 0}}};
        return ::poll(entries.data(), entries.size(), -1) > 0 && entries[1].revents == 0;
    }

    void serve()
    {
        std::size_t next = 0;
        while (waitFor(m_listener.get())) {
            const UniqueFd client(::accept(m_listener.get(), nullptr, nullptr));
            {
                const std::scoped_lock lock(m_mutex);
                ++m_connections;
            }
            std::string received;
            bool isOpen = true;
            while (isOpen && readRequest(client.get(), received)) {
                if (next == m_answers.size())
                    continue;
                const ScriptedAnswer& answer = m_answers[next++];
                for (const std::string& piece : answer.pieces)
                    static_cast<void>(::send(client.get(), piece.data(), piece.size(), MSG_NOSIGNAL));
                isOpen = !answer.closes;
            }
        }
    }

    /// False at the connection's end.
    [[nodiscard]] bool readRequest(int client, std::string& received)
    {
        std::array<char, 4096> buffer{};
        while (true) {
            const std::size_t head = received.find("\r\n\r\n");
            if (head != std::string::npos) {
                std::size_t length = 0;
                if (const std::size_t field = received.find("Content-Length: "); field < head)
                    std::from_chars(received.data() + field + 16, received.data() + received.size(), length);
                if (received.size() >= head + 4 + length) {
                    const std::scoped_lock lock(m_mutex);
                    m_requests.push_back(received.substr(0, head + 4 + length));
                    received.erase(0, head + 4 + length);
                    return true;
                }
            }
            if (!waitFor(client))
                return false;
            const ssize_t count = ::recv(client, buffer.data(), buffer.size(), 0);
            if (count <= 0)
                return false;
            received.append(buffer.data(), static_cast<std::size_t>(count));
        }
    }

    std::vector<ScriptedAnswer> m_answers;
    UniqueFd m_listener;
    Pipe m_end;
    int m_port = 0;
    mutable std::mutex m_mutex;
    std::vector<std::string> m_requests;
    int m_connections = 0;
    std::thread m_thread;
};

} // namespace tierscope::core
