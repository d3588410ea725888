// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/UniqueFd.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

bool isTransient(int errorNumber)
{
    return errorNumber == EINTR;
}

Result<UniqueFd> openFile(const std::string& path, int flags, mode_t mode = 0)
{
    UniqueFd fd(::open(path.c_str(), flags | O_CLOEXEC, mode));
    if (!fd.isValid())
        return fail(systemError(errno, path));
    return fd;
}

} // namespace

void UniqueFd::reset(int fd)
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = fd;
}

Result<Pipe> makePipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return fail(systemError(errno, "cannot make a pipe", "Close other programs or raise the limit of open files (ulimit -n)"));
    return Pipe{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

Result<std::string> readFile(const std::string& path)
{
    auto fd = openFile(path, O_RDONLY);
    if (!fd)
        return fail(fd.error());
    std::string content;
    std::array<char, 16384> buffer;
    while (true) {
        const ssize_t count = ::read(fd->get(), buffer.data(), buffer.size());
        if (count > 0)
            content.append(buffer.data(), static_cast<std::size_t>(count));
        else if (count == 0)
            return content;
        else if (!isTransient(errno))
            return fail(systemError(errno, path));
    }
}

Result<void> writeControlFile(const std::string& path, std::string_view text)
{
    auto fd = openFile(path, O_WRONLY);
    if (!fd)
        return fail(fd.error());
    ssize_t written = 0;
    do {
        written = ::write(fd->get(), text.data(), text.size());
    } while (written < 0 && isTransient(errno));
    if (written < 0)
        return fail(systemError(errno, path));
    return {};
}

Result<void> writeFileAtomically(const std::string& path, std::string_view content)
{
    const std::string temporary = path + ".part" + std::to_string(::getpid());
    auto fd = openFile(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (!fd)
        return fail(fd.error());
    const bool complete = writeAll(fd->get(), content) && ::fsync(fd->get()) == 0;
    if (!complete || std::rename(temporary.c_str(), path.c_str()) != 0) {
        const int reason = errno;
        ::unlink(temporary.c_str());
        return fail(systemError(reason, "cannot write " + path, "Free space or choose another folder"));
    }
    return {};
}

bool writeAll(int fd, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t count = ::write(fd, text.data(), text.size());
        if (count >= 0)
            text.remove_prefix(static_cast<std::size_t>(count));
        else if (!isTransient(errno))
            return false;
    }
    return true;
}

} // namespace tierscope::core
