// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/Guard.h"

#include "core/base/Programs.h"
#include "core/base/UniqueFd.h"
#include "core/runner/ProcessReaper.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

constexpr int kExitCannotStart = 127;
/// What the guard itself ignores: its end comes over the control socket, and only over it.
constexpr std::array kIgnored{SIGTERM, SIGINT, SIGHUP, SIGPIPE};

void setDisposition(void (*handler)(int))
{
    struct sigaction action {};
    action.sa_handler = handler;
    for (const int number : kIgnored)
        ::sigaction(number, &action, nullptr);
}

std::string joined(const std::vector<int>& numbers)
{
    std::string text;
    for (const int number : numbers)
        text += (text.empty() ? "" : ",") + std::to_string(number);
    return text;
}

bool parseInt(std::string_view text, int& value)
{
    const auto [rest, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && rest == text.data() + text.size();
}

bool parseInts(std::string_view text, std::vector<int>& values)
{
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        int value = 0;
        if (!parseInt(text.substr(0, comma), value))
            return false;
        values.push_back(value);
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    }
    return true;
}

bool applyOption(GuardPlan& plan, std::string_view option, const std::string& value)
{
    if (option == "--control-fd")
        return parseInt(value, plan.controlFd);
    if (option == "--cpus")
        return parseInts(value, plan.cpus);
    if (option == "--mark")
        plan.mark = value;
    else if (option == "--join")
        plan.joinFiles.push_back(value);
    else if (option == "--remove")
        plan.removeFolders.push_back(value);
    else if (option == "--leave")
        plan.leaveFolder = value;
    else
        return false;
    return true;
}

void say(int controlFd, const std::string& text)
{
    [[maybe_unused]] const ssize_t ignored = ::send(controlFd, text.data(), text.size(), MSG_NOSIGNAL);
}

bool setAffinity(const std::vector<int>& cpus)
{
    if (cpus.empty())
        return true;
    const std::size_t count = static_cast<std::size_t>(*std::ranges::max_element(cpus)) + 1;
    cpu_set_t* set = CPU_ALLOC(count);
    const std::size_t bytes = CPU_ALLOC_SIZE(count);
    CPU_ZERO_S(bytes, set);
    for (const int cpu : cpus)
        CPU_SET_S(static_cast<std::size_t>(cpu), bytes, set);
    const bool done = ::sched_setaffinity(0, bytes, set) == 0;
    CPU_FREE(set);
    return done;
}

/// In the child that becomes the runner. Returns only when something failed: what, and why.
std::string becomeRunner(const GuardPlan& plan)
{
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    setDisposition(SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const std::string& file : plan.joinFiles) {
        if (const auto joined = writeControlFile(file, "0"); !joined)
            return "enter the sandbox at " + joined.error().message;
    }
    if (!setAffinity(plan.cpus))
        return "choose its CPUs: " + systemMessage(errno);
    std::vector<std::string> arguments = plan.argv;
    const std::vector<char*> argv = argvPointers(arguments);
    ::execvp(argv[0], argv.data());
    return "start " + arguments[0] + ": " + systemMessage(errno);
}

/// Starts the runner; a close-on-exec pipe tells whether it became the program that it was to be.
pid_t startRunner(const GuardPlan& plan, std::string& problem)
{
    auto pipe = makePipe();
    if (!pipe) {
        problem = pipe.error().message;
        return -1;
    }
    const pid_t pid = ::fork();
    if (pid < 0) {
        problem = "start a process: " + systemMessage(errno);
        return -1;
    }
    if (pid == 0) {
        static_cast<void>(writeAll(pipe->writeEnd.get(), becomeRunner(plan)));
        ::_exit(kExitCannotStart);
    }
    pipe->writeEnd.reset();
    std::array<char, 512> text{};
    ssize_t count = 0;
    do {
        count = ::read(pipe->readEnd.get(), text.data(), text.size());
    } while (count < 0 && errno == EINTR);
    if (count <= 0)
        return pid;
    problem.assign(text.data(), static_cast<std::size_t>(count));
    ::waitpid(pid, nullptr, 0);
    return -1;
}

/// The guard's standard streams are the runner's: holding them open would hide the runner's end of file.
void letGoOfStreams()
{
    const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    ::dup2(null, STDIN_FILENO);
    ::dup2(null, STDOUT_FILENO);
    ::dup2(null, STDERR_FILENO);
}

/// A program that is killed closes its sockets a moment before it is gone.
bool endsSoon(const UniqueFd& process)
{
    constexpr int kMomentMs = 1000;
    pollfd entry{process.get(), POLLIN, 0};
    return ::poll(&entry, 1, kMomentMs) > 0;
}

class Guard {
public:
    Guard(const GuardPlan& plan, pid_t runner)
        : m_plan(plan)
        , m_runner(runner)
        , m_pidfd(static_cast<int>(::syscall(SYS_pidfd_open, runner, 0)))
    {}

    void watch()
    {
        while (true) {
            std::array<pollfd, 2> entries{{{m_plan.controlFd, POLLIN, 0}, {m_runner > 0 ? m_pidfd.get() : -1, POLLIN, 0}}};
            if (::poll(entries.data(), entries.size(), -1) < 0)
                continue;
            if (entries[1].revents != 0)
                runnerEnded();
            if (entries[0].revents != 0 && !obey())
                return;
        }
    }

    [[nodiscard]] bool hasRunner() const { return m_runner > 0; }

    void clear()
    {
        if (m_runner > 0) {
            ::kill(-m_runner, SIGKILL);
            ::kill(m_runner, SIGKILL);
        }
        static_cast<void>(clearRun(m_plan.mark, m_plan.removeFolders));
        killRemainingChildren();
    }

private:
    /// False at the end of the control socket.
    bool obey()
    {
        char order = 0;
        const ssize_t count = ::recv(m_plan.controlFd, &order, 1, 0);
        if (count <= 0)
            return count < 0 && errno == EINTR;
        if (m_runner > 0 && order == 'T')
            ::kill(m_runner, SIGTERM);
        if (m_runner > 0 && order == 'K') {
            ::kill(m_runner, SIGKILL);
            for (const pid_t pid : processesMarked(m_plan.mark))
                if (pid != m_runner)
                    ::kill(pid, SIGKILL);
        }
        return true;
    }

    void runnerEnded()
    {
        int status = 0;
        // The runner leads its group: until it is reaped, killing the group cannot hit anybody else.
        ::kill(-m_runner, SIGKILL);
        while (::waitpid(m_runner, &status, 0) < 0 && errno == EINTR) {
        }
        m_runner = -1;
        killRemainingChildren();
        static_cast<void>(clearRun(m_plan.mark, {}));
        say(m_plan.controlFd, "X " + std::to_string(status));
    }

    const GuardPlan& m_plan;
    pid_t m_runner;
    UniqueFd m_pidfd;
};

} // namespace

std::vector<std::string> guardArguments(const GuardPlan& plan)
{
    std::vector<std::string> arguments{"--guard", "--control-fd", std::to_string(plan.controlFd), "--mark", plan.mark};
    const auto add = [&](const char* option, const std::string& value) {
        arguments.emplace_back(option);
        arguments.push_back(value);
    };
    if (!plan.cpus.empty())
        add("--cpus", joined(plan.cpus));
    for (const std::string& file : plan.joinFiles)
        add("--join", file);
    for (const std::string& folder : plan.removeFolders)
        add("--remove", folder);
    if (!plan.leaveFolder.empty())
        add("--leave", plan.leaveFolder);
    arguments.emplace_back("--");
    arguments.insert(arguments.end(), plan.argv.begin(), plan.argv.end());
    return arguments;
}

GuardPlan parseGuardArguments(const std::vector<std::string>& arguments)
{
    GuardPlan plan;
    std::size_t i = 1;
    for (; i + 1 < arguments.size() && arguments[i] != "--"; i += 2)
        if (!applyOption(plan, arguments[i], arguments[i + 1]))
            return {};
    if (plan.controlFd >= 0 && i < arguments.size() && arguments[i] == "--")
        plan.argv.assign(arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1, arguments.end());
    return plan;
}

int guardMain(const GuardPlan& plan)
{
    // A session of its own: Ctrl-C in the terminal is for the program that we guard for, which then tells us.
    ::setsid();
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    setDisposition(SIG_IGN);
    ::fcntl(plan.controlFd, F_SETFD, FD_CLOEXEC);

    const UniqueFd program(static_cast<int>(::syscall(SYS_pidfd_open, ::getppid(), 0)));
    std::string problem;
    const pid_t runner = startRunner(plan, problem);
    letGoOfStreams();
    say(plan.controlFd, runner > 0 ? "P " + std::to_string(runner) : "E " + problem);
    Guard guard(plan, runner);
    guard.watch();
    const bool abandoned = guard.hasRunner();
    guard.clear();
    if (abandoned && !plan.leaveFolder.empty() && endsSoon(program))
        leaveCgroupPart(plan.leaveFolder);
    return 0;
}

} // namespace tierscope::core
