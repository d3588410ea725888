// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <utility>

namespace tierscope::core {

/// Owns one file descriptor and closes it.
class UniqueFd {
public:
    UniqueFd() = default;
    explicit UniqueFd(int fd)
        : m_fd(fd)
    {}
    UniqueFd(UniqueFd&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {}
    UniqueFd& operator=(UniqueFd&& other) noexcept
    {
        if (this != &other)
            reset(std::exchange(other.m_fd, -1));
        return *this;
    }
    UniqueFd(const UniqueFd&) = delete;
    UniqueFd& operator=(const UniqueFd&) = delete;
    ~UniqueFd() { reset(); }

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool isValid() const { return m_fd >= 0; }
    [[nodiscard]] int release() { return std::exchange(m_fd, -1); }
    void reset(int fd = -1);

private:
    int m_fd = -1;
};

struct Pipe {
    UniqueFd readEnd;
    UniqueFd writeEnd;
};

/// A close-on-exec pipe.
[[nodiscard]] Result<Pipe> makePipe();

/// The whole of a (small or /proc) file.
[[nodiscard]] Result<std::string> readFile(const std::string& path);

/// Writes text to an existing file in one write call, as control files of the kernel want it.
[[nodiscard]] Result<void> writeControlFile(const std::string& path, std::string_view text);

/// Writes a file so that a reader sees the old or the new content, never a part: temporary file beside it, fsync, rename.
[[nodiscard]] Result<void> writeFileAtomically(const std::string& path, std::string_view content);

/// Writes all of text, also to pipes and terminals that take it in pieces. False when the other end has gone.
[[nodiscard]] bool writeAll(int fd, std::string_view text);

} // namespace tierscope::core
