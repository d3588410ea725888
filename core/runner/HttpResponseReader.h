// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/runner/HttpConnection.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace tierscope::core {

/// A socket that does not block, with what ends a wait for it. Owns nothing.
struct HttpLine {
    int socket;
    int stopFd;
    std::optional<Nanoseconds> deadline;

    /// TimedOut, Cancelled.
    [[nodiscard]] Result<void> waitFor(short events) const;
};

/// Takes one response off the socket. Io: the connection broke, or ended in the middle; Corrupt: not HTTP/1.1, or larger than
/// HttpConnection.h allows; TimedOut; Cancelled.
class HttpResponseReader {
public:
    explicit HttpResponseReader(const HttpLine& line)
        : m_line(line)
    {}

    [[nodiscard]] Result<HttpResponse> read();
    [[nodiscard]] bool gotAnything() const { return m_gotAnything; }
    /// Whether another exchange can follow: the server said so, and nothing stands where the next response is to begin.
    [[nodiscard]] bool canStayOpen() const { return m_keepAlive && m_position == m_buffer.size(); }

private:
    /// False at the end of the connection.
    [[nodiscard]] Result<bool> fill();
    [[nodiscard]] Result<void> require();
    [[nodiscard]] Result<std::string> readLine();
    [[nodiscard]] Result<void> readHead(HttpResponse& response);
    [[nodiscard]] Result<void> readFields(HttpFields& fields);
    /// RFC 9112, section 6.3. Two framings that contradict each other are refused, whichever of them a server meant.
    [[nodiscard]] Result<void> readBody(HttpResponse& response);
    /// Appends the next `size` bytes.
    [[nodiscard]] Result<void> readExactly(std::string& body, std::uint64_t size);
    [[nodiscard]] Result<void> readChunks(std::string& body);
    [[nodiscard]] Result<void> readToEnd(std::string& body);

    HttpLine m_line;
    std::string m_buffer;
    std::size_t m_position = 0;
    std::size_t m_headBytes = 0;
    bool m_gotAnything = false;
    bool m_keepAlive = true;
};

} // namespace tierscope::core
