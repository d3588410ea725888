// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/backend/RunnerProcess.h"

#include "core/base/Programs.h"
#include "core/runner/Guard.h"
#include "core/runner/ProcessReaper.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

constexpr int kControlFd = 3; ///< in the guard
constexpr std::size_t kTailBytes = 4096;
constexpr std::chrono::seconds kStartPatience{20};
constexpr std::chrono::seconds kStopPatience{3}; ///< for the report after a cancel

struct SocketPair {
    UniqueFd ours;
    UniqueFd theirs;
};

Result<SocketPair> makeSocketPair(int type)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail(systemError(errno, "cannot make a socket", "Raise the limit of open files (ulimit -n)"));
    return SocketPair{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

/// Our environment with the run's mark and the slots' groups.
std::vector<std::string> environmentFor(const RunnerLaunch& launch, const SandboxPlacement& placement)
{
    std::vector<std::string> variables;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string_view text(*variable);
        if (!text.starts_with("TIERSCOPE_RUN=") && !text.starts_with("TIERSCOPE_SLOT_PROCS="))
            variables.emplace_back(text);
    }
    variables.push_back(std::string(kRunMarkVariable) + "=" + launch.mark);
    if (!placement.slotProcsTemplate.empty())
        variables.push_back("TIERSCOPE_SLOT_PROCS=" + placement.slotProcsTemplate);
    return variables;
}

void keepTail(std::string& tail, std::string_view more)
{
    tail.append(more);
    if (tail.size() > kTailBytes)
        tail.erase(0, tail.size() - kTailBytes);
}

/// One run: the guard's process and the four channels to it.
class RunnerConversation {
public:
    RunnerConversation(const RunnerLaunch& launch, Sandbox& sandbox, const RunEventSink& sink)
        : m_launch(launch)
        , m_sandbox(sandbox)
        , m_sink(sink)
    {}
    RunnerConversation(const RunnerConversation&) = delete;
    RunnerConversation& operator=(const RunnerConversation&) = delete;

    ~RunnerConversation()
    {
        // The guard takes our hanging up as the order to clear everything away, and then goes.
        m_control.reset();
        if (m_guard > 0)
            while (::waitpid(m_guard, nullptr, 0) < 0 && errno == EINTR) {
            }
    }

    [[nodiscard]] Result<void> start();
    [[nodiscard]] Result<RunnerObservation> converse(const std::stop_token& stop);

private:
    [[nodiscard]] Result<pid_t> waitForRunner();
    [[nodiscard]] bool sendRequest();
    void readOutput();
    void readStderr();
    void takeLines();
    void takeLine(std::string_view line);
    void readControl();
    void order(char what) const { [[maybe_unused]] const ssize_t ignored = ::send(m_control.get(), &what, 1, MSG_NOSIGNAL); }
    void stopRun();
    void checkLimits();
    [[nodiscard]] int pollTimeout() const;

    const RunnerLaunch& m_launch;
    Sandbox& m_sandbox;
    const RunEventSink& m_sink;
    pid_t m_guard = -1;
    UniqueFd m_control;
    UniqueFd m_input;
    UniqueFd m_output;
    UniqueFd m_stderr;
    std::string m_pending; ///< output up to the next line end
    std::size_t m_searched = 0;
    bool m_ended = false;
    std::optional<Nanoseconds> m_killAt; ///< when patience ends
    Nanoseconds m_runStart{0};
    Nanoseconds m_lastProgress{0};
    RunnerObservation m_observation;
};

Result<void> RunnerConversation::start()
{
    auto control = makeSocketPair(SOCK_SEQPACKET);
    // A socket, not a pipe: writing to a runner that has died is then an error and no signal.
    auto input = makeSocketPair(SOCK_STREAM);
    auto output = makePipe();
    auto errors = makePipe();
    if (!control || !input)
        return fail((control ? input : control).error());
    if (!output || !errors)
        return fail((output ? errors : output).error());

    const SandboxPlacement& placement = m_sandbox.placement();
    const GuardPlan plan{kControlFd,     m_launch.mark, placement.joinFiles, placement.removeFolders, placement.programFolder,
                         placement.cpus, m_launch.argv};
    std::vector<std::string> arguments = guardArguments(plan);
    arguments.insert(arguments.begin(), m_launch.guardProgram);
    std::vector<std::string> variables = environmentFor(m_launch, placement);
    const std::vector<char*> argv = argvPointers(arguments);
    const std::vector<char*> envp = argvPointers(variables);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    // The control socket last: its number could be that of one of the others.
    const UniqueFd safeControl(::fcntl(control->theirs.get(), F_DUPFD_CLOEXEC, 10));
    posix_spawn_file_actions_adddup2(&actions, input->theirs.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output->writeEnd.get(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors->writeEnd.get(), STDERR_FILENO);
    posix_spawn_file_actions_adddup2(&actions, safeControl.get(), kControlFd);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    const int problem = ::posix_spawn(&m_guard, m_launch.guardProgram.c_str(), &actions, &attributes, argv.data(), envp.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (problem != 0) {
        m_guard = -1;
        Error error = systemError(problem, "cannot start " + m_launch.guardProgram, "Reinstall or rebuild Tierscope");
        error.detail = ErrorDetail::ProgramNotStarted;
        error.values = {m_launch.guardProgram, systemMessage(problem)};
        return fail(std::move(error));
    }
    m_control = std::move(control->ours);
    m_input = std::move(input->ours);
    m_output = std::move(output->readEnd);
    m_stderr = std::move(errors->readEnd);
    return {};
}

Result<pid_t> RunnerConversation::waitForRunner()
{
    pollfd entry{m_control.get(), POLLIN, 0};
    const Nanoseconds deadline = monotonicNow() + kStartPatience;
    int ready = -1;
    // A signal, such as a second Ctrl-C, interrupts the wait and not the start.
    while (ready < 0 && monotonicNow() < deadline)
        ready = ::poll(&entry, 1, static_cast<int>(std::chrono::milliseconds(kStartPatience).count()));
    std::array<char, 600> text{};
    const ssize_t count = ready > 0 ? ::recv(m_control.get(), text.data(), text.size(), 0) : -1;
    if (count <= 2)
        return fail(
            Error{ErrorCode::ProcessFailed, "the runner's guard did not start", "Run tierscope-cli doctor", ErrorDetail::GuardFailed});
    const std::string_view said(text.data(), static_cast<std::size_t>(count));
    if (said[0] != 'P')
        return fail(ErrorCode::ProcessFailed, "cannot " + std::string(said.substr(2)), "Run tierscope-cli doctor");
    pid_t runner = -1;
    std::from_chars(said.data() + 2, said.data() + said.size(), runner);
    return runner;
}

bool RunnerConversation::sendRequest()
{
    std::string_view rest = m_launch.request;
    while (!rest.empty()) {
        const ssize_t count = ::send(m_input.get(), rest.data(), rest.size(), MSG_NOSIGNAL);
        if (count < 0 && errno != EINTR)
            return false;
        rest.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
    m_input.reset();
    return true;
}

Result<RunnerObservation> RunnerConversation::converse(const std::stop_token& stop)
{
    const auto runner = waitForRunner();
    if (!runner)
        return fail(runner.error());
    m_sandbox.begin(*runner);
    static_cast<void>(sendRequest()); // A runner that has died already says so by its end.
    m_runStart = m_lastProgress = monotonicNow();

    const UniqueFd stopEvent(::eventfd(0, EFD_CLOEXEC));
    const std::stop_callback onStop(stop, [&] { ::eventfd_write(stopEvent.get(), 1); });
    while (!m_ended) {
        std::array<pollfd, 4> entries{{{m_control.get(), POLLIN, 0},
                                       {m_output.get(), POLLIN, 0},
                                       {m_stderr.get(), POLLIN, 0},
                                       {m_observation.wasStopped ? -1 : stopEvent.get(), POLLIN, 0}}};
        if (::poll(entries.data(), entries.size(), pollTimeout()) < 0)
            continue;
        if (entries[1].revents != 0)
            readOutput();
        if (entries[2].revents != 0)
            readStderr();
        if (entries[3].revents != 0)
            stopRun();
        if (entries[0].revents != 0)
            readControl();
        checkLimits();
    }
    // While the guard still waits: once it goes, so do the cgroups with their figures.
    m_observation.usage = m_sandbox.finish();
    // Everybody who could write has ended: what is in the pipes now is all.
    while (m_output.isValid())
        readOutput();
    while (m_stderr.isValid())
        readStderr();
    if (!m_pending.empty() && !m_observation.report && m_observation.brokenLine.empty())
        m_observation.brokenLine = "its last line is cut off";
    return std::move(m_observation);
}

void RunnerConversation::readOutput()
{
    std::array<char, 65536> buffer;
    const ssize_t count = ::read(m_output.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR)
        return;
    if (count <= 0) {
        m_output.reset();
        return;
    }
    m_pending.append(buffer.data(), static_cast<std::size_t>(count));
    takeLines();
}

void RunnerConversation::takeLines()
{
    std::size_t start = 0;
    for (std::size_t end = m_pending.find('\n', m_searched); end != std::string::npos; end = m_pending.find('\n', start)) {
        takeLine(std::string_view(m_pending).substr(start, end - start));
        start = end + 1;
    }
    m_pending.erase(0, start);
    m_searched = m_pending.size();
}

void RunnerConversation::takeLine(std::string_view line)
{
    auto decoded = decodeRunnerLine(line);
    if (!decoded) {
        m_observation.brokenLine = decoded.error().message;
        return;
    }
    m_lastProgress = monotonicNow();
    if (const auto* started = std::get_if<RunnerTaskStarted>(&*decoded)) {
        const TaskStarted event{started->index, started->slot, started->started};
        m_observation.runningTasks.insert_or_assign(started->index, event);
        m_sink(event);
    } else if (auto* ended = std::get_if<RunnerTaskEnded>(&*decoded)) {
        m_observation.runningTasks.erase(ended->task.index);
        m_sink(TaskEnded{ended->task});
        m_observation.endedTasks.push_back(std::move(ended->task));
    } else if (auto* report = std::get_if<RunReport>(&*decoded)) {
        m_observation.report = std::move(*report);
    } else {
        m_observation.refusal = std::get<RunnerFailed>(std::move(*decoded));
    }
}

void RunnerConversation::readStderr()
{
    std::array<char, 16384> buffer;
    const ssize_t count = ::read(m_stderr.get(), buffer.data(), buffer.size());
    if (count > 0)
        keepTail(m_observation.stderrTail, std::string_view(buffer.data(), static_cast<std::size_t>(count)));
    else if (count == 0 || errno != EINTR)
        m_stderr.reset();
}

void RunnerConversation::readControl()
{
    std::array<char, 600> text{};
    const ssize_t count = ::recv(m_control.get(), text.data(), text.size(), 0);
    if (count < 0 && errno == EINTR)
        return;
    m_ended = true;
    if (count > 2 && text[0] == 'X') {
        std::from_chars(text.data() + 2, text.data() + count, m_observation.waitStatus);
        return;
    }
    // The guard itself has been killed: its runner dies of it, and what is left of the run is ours to end.
    m_observation.waitStatus = SIGKILL;
    static_cast<void>(clearRun(m_launch.mark, {}));
}

void RunnerConversation::stopRun()
{
    m_observation.wasStopped = true;
    m_sandbox.release();
    order('T');
    m_killAt = monotonicNow() + kStopPatience;
}

void RunnerConversation::checkLimits()
{
    const Nanoseconds now = monotonicNow();
    if (m_killAt && now >= *m_killAt) {
        order('K');
        m_killAt = now + kStopPatience;
        return;
    }
    const bool taskOverdue = m_launch.taskLimit && !m_observation.runningTasks.empty() && now - m_lastProgress > *m_launch.taskLimit;
    const bool runOverdue = m_launch.runLimit && now - m_runStart > *m_launch.runLimit;
    if ((taskOverdue || runOverdue) && !m_observation.wasOverdue) {
        m_observation.wasOverdue = true;
        m_sandbox.release();
        order('K');
    }
}

int RunnerConversation::pollTimeout() const
{
    if (m_killAt || m_launch.taskLimit || m_launch.runLimit)
        return 250;
    return -1;
}

} // namespace

Result<RunnerObservation> observeRunner(const RunnerLaunch& launch, Sandbox& sandbox, const RunEventSink& sink, const std::stop_token& stop)
{
    RunnerConversation conversation(launch, sandbox, sink);
    if (const auto started = conversation.start(); !started)
        return fail(started.error());
    return conversation.converse(stop);
}

} // namespace tierscope::core
