// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/ProcessOutput.h"

#include "core/base/Clock.h"
#include "core/base/Programs.h"
#include "core/base/UniqueFd.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

constexpr std::size_t kErrorBytes = 8192;
constexpr int kSliceMs = 50;

class SpawnSettings {
public:
    SpawnSettings(int standardOutput, int standardError)
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&m_actions, standardOutput, STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&m_actions, standardError, STDERR_FILENO);
        posix_spawnattr_init(&m_attributes);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETPGROUP);
        posix_spawnattr_setpgroup(&m_attributes, 0);
    }
    ~SpawnSettings()
    {
        posix_spawn_file_actions_destroy(&m_actions);
        posix_spawnattr_destroy(&m_attributes);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    [[nodiscard]] const posix_spawn_file_actions_t* actions() const { return &m_actions; }
    [[nodiscard]] const posix_spawnattr_t* attributes() const { return &m_attributes; }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

/// A program that was started: killed with its group and reaped when it goes out of scope.
class StartedProgram {
public:
    explicit StartedProgram(pid_t pid)
        : m_pid(pid)
    {}
    ~StartedProgram()
    {
        if (m_pid > 0) {
            ::kill(-m_pid, SIGKILL);
            static_cast<void>(wait(0));
        }
    }
    StartedProgram(const StartedProgram&) = delete;
    StartedProgram& operator=(const StartedProgram&) = delete;

    /// Its status once it has ended; flags as of waitpid.
    [[nodiscard]] std::optional<int> wait(int flags)
    {
        int status = 0;
        pid_t reaped = 0;
        do
            reaped = ::waitpid(m_pid, &status, flags);
        while (reaped < 0 && errno == EINTR);
        if (reaped != m_pid)
            return std::nullopt;
        m_pid = 0;
        return status;
    }

private:
    pid_t m_pid;
};

/// What came from a pipe so far.
struct Stream {
    UniqueFd fd;
    std::string text;
};

/// Reads what is there; an end closes the stream.
void readSome(Stream& stream)
{
    std::array<char, 16384> buffer{};
    const ssize_t count = ::read(stream.fd.get(), buffer.data(), buffer.size());
    if (count > 0)
        stream.text.append(buffer.data(), static_cast<std::size_t>(count));
    else if (count == 0 || errno != EINTR)
        stream.fd.reset();
    explicit_bzero(buffer.data(), buffer.size());
}

/// Waits for either stream for a short while; false where nothing came.
bool readEither(Stream& output, Stream& errors)
{
    std::array<pollfd, 2> waits{pollfd{output.fd.get(), POLLIN, 0}, pollfd{errors.fd.get(), POLLIN, 0}};
    if (::poll(waits.data(), waits.size(), kSliceMs) <= 0)
        return false;
    if (waits[0].revents != 0)
        readSome(output);
    if (waits[1].revents != 0)
        readSome(errors);
    if (errors.text.size() > kErrorBytes)
        errors.text.erase(0, errors.text.size() - kErrorBytes);
    return true;
}

} // namespace

Result<ProcessOutput> readProgram(std::vector<std::string> argv, const ProcessLimits& limits, const std::stop_token& stop)
{
    const std::string program = argv.empty() ? std::string{} : findProgram(argv.front());
    if (program.empty())
        return fail(ErrorCode::NotFound, fmt::format("the program {} was not found", argv.empty() ? "" : argv.front()));
    auto outputPipe = makePipe();
    auto errorPipe = makePipe();
    if (!outputPipe || !errorPipe)
        return fail(outputPipe ? errorPipe.error() : outputPipe.error());
    pid_t pid = 0;
    {
        const SpawnSettings settings(outputPipe->writeEnd.get(), errorPipe->writeEnd.get());
        const int failure =
            ::posix_spawn(&pid, program.c_str(), settings.actions(), settings.attributes(), argvPointers(argv).data(), environ);
        if (failure != 0)
            return fail(systemError(failure, "cannot start " + program));
    }
    StartedProgram started(pid);
    outputPipe->writeEnd.reset();
    errorPipe->writeEnd.reset();
    Stream output{std::move(outputPipe->readEnd), {}};
    Stream errors{std::move(errorPipe->readEnd), {}};

    const Nanoseconds deadline = monotonicNow() + limits.deadline;
    std::optional<int> status;
    bool isQuiet = false;
    // What the program leaves running may keep the pipe open; it must not keep us.
    while (!status || (output.fd.isValid() && !isQuiet)) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, "stopped");
        if (monotonicNow() > deadline)
            return fail(ErrorCode::TimedOut, fmt::format("{} did not end within {} s", program, limits.deadline.count() / 1000));
        isQuiet = !readEither(output, errors);
        if (output.text.size() > limits.outputBytes)
            return fail(ErrorCode::Corrupt, fmt::format("{} printed more than {} bytes", program, limits.outputBytes));
        if (!status)
            status = started.wait(WNOHANG);
    }
    return ProcessOutput{std::move(output.text), lastLine(errors.text), *status};
}

} // namespace tierscope::core
