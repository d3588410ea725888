// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/SystemdUserScope.h"

#include "core/base/Clock.h"
#include "core/base/UniqueFd.h"
#include "core/tier/CgroupFiles.h"

#ifdef TIERSCOPE_HAS_SYSTEMD
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <systemd/sd-bus.h>
#include <unistd.h>
#endif

namespace tierscope::core {

namespace {

constexpr const char* kRemedy = "Log in through systemd (loginctl enable-linger), or run as root";

} // namespace

#ifdef TIERSCOPE_HAS_SYSTEMD

namespace {

constexpr std::chrono::microseconds kBusPatience{10'000'000};
constexpr std::chrono::seconds kScopePatience{5};

struct BusCloser {
    void operator()(sd_bus* bus) const { sd_bus_flush_close_unref(bus); }
};
struct MessageReleaser {
    void operator()(sd_bus_message* message) const { sd_bus_message_unref(message); }
};
using Bus = std::unique_ptr<sd_bus, BusCloser>;
using Message = std::unique_ptr<sd_bus_message, MessageReleaser>;

/// A scope needs a process. This one reads a pipe of ours until it is closed, so that it ends with us, kill -9 included.
class Holder {
public:
    [[nodiscard]] static Result<Holder> start()
    {
        auto pipe = makePipe();
        if (!pipe)
            return fail(pipe.error());
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, pipe->readEnd.get(), STDIN_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        std::string program = "cat";
        std::array<char*, 2> argv{program.data(), nullptr};
        pid_t pid = -1;
        const int problem = ::posix_spawnp(&pid, program.c_str(), &actions, nullptr, argv.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        if (problem != 0)
            return fail(systemError(problem, "cannot start a process to hold the systemd scope"));
        return Holder(pid, std::move(pipe->writeEnd));
    }
    Holder(Holder&& other) noexcept
        : m_pid(std::exchange(other.m_pid, -1))
        , m_lifeline(std::move(other.m_lifeline))
    {}
    Holder& operator=(Holder&&) = delete;
    ~Holder()
    {
        m_lifeline.reset();
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
    }
    [[nodiscard]] pid_t pid() const { return m_pid; }

private:
    Holder(pid_t pid, UniqueFd lifeline)
        : m_pid(pid)
        , m_lifeline(std::move(lifeline))
    {}
    pid_t m_pid;
    UniqueFd m_lifeline;
};

/// org.freedesktop.systemd1.Manager.StartTransientUnit(name, mode, properties, auxiliary units).
int startTransientScope(sd_bus* bus, const std::string& name, pid_t holder)
{
    sd_bus_message* raw = nullptr;
    int code = sd_bus_message_new_method_call(bus, &raw, "org.freedesktop.systemd1", "/org/freedesktop/systemd1",
                                              "org.freedesktop.systemd1.Manager", "StartTransientUnit");
    const Message call(raw);
    const auto pid = static_cast<std::uint32_t>(holder);
    for (const auto& step : {
             code < 0 ? code : sd_bus_message_append(raw, "ss", name.c_str(), "fail"),
             code < 0 ? code
                      : sd_bus_message_append(raw, "a(sv)", 4, "Description", "s", "Tierscope measurements", "Delegate", "b", 1, "PIDs",
                                              "au", 1, pid, "CollectMode", "s", "inactive-or-failed"),
             code < 0 ? code : sd_bus_message_append(raw, "a(sa(sv))", 0),
         })
        code = std::min(code, step);
    if (code < 0)
        return code;
    return sd_bus_call(bus, raw, static_cast<std::uint64_t>(kBusPatience.count()), nullptr, nullptr);
}

/// The folder of the scope, once the manager has moved the holder into it.
Result<std::string> folderOf(pid_t holder, const std::string& scopeName)
{
    const std::string mounts = readFile("/proc/self/mountinfo").value_or("");
    const Nanoseconds deadline = monotonicNow() + kScopePatience;
    while (monotonicNow() < deadline) {
        const auto where = readFile("/proc/" + std::to_string(holder) + "/cgroup");
        const CgroupView view = parseCgroupView(mounts, where.value_or(""));
        if (view.v2Folder.ends_with(scopeName))
            return view.v2Folder;
        ::poll(nullptr, 0, 5);
    }
    return fail(ErrorCode::TimedOut, "the systemd user manager did not start a scope in 5 s", kRemedy);
}

class RealScope final : public SystemdUserScope {
public:
    RealScope(Holder holder, std::string folder)
        : m_holder(std::move(holder))
        , m_folder(std::move(folder))
    {}
    const std::string& folder() const override { return m_folder; }

    /// The holder moves to a part of its own, because a group with processes may not limit its parts.
    [[nodiscard]] Result<void> makeRoom() const
    {
        const std::string part = m_folder + "/holder";
        if (::mkdir(part.c_str(), 0755) != 0 && errno != EEXIST)
            return fail(systemError(errno, "cannot make the cgroup " + part, kRemedy));
        if (const auto moved = writeControlFile(part + "/cgroup.procs", std::to_string(m_holder.pid())); !moved)
            return moved;
        return writeControlFile(m_folder + "/cgroup.subtree_control", "+cpu +memory");
    }

private:
    Holder m_holder;
    std::string m_folder;
};

} // namespace

Result<std::unique_ptr<SystemdUserScope>> requestUserScope()
{
    sd_bus* raw = nullptr;
    if (const int code = sd_bus_open_user(&raw); code < 0)
        return fail(ErrorCode::Unsupported,
                    code == -ENOMEDIUM ? "this session has no user bus" : "no systemd user manager answers: " + systemMessage(-code),
                    kRemedy);
    const Bus bus(raw);
    auto holder = Holder::start();
    if (!holder)
        return fail(holder.error());
    const std::string name = nextRunMark() + ".scope";
    if (const int code = startTransientScope(bus.get(), name, holder->pid()); code < 0)
        return fail(ErrorCode::Unsupported, "the systemd user manager refused a scope: " + systemMessage(-code), kRemedy);
    auto folder = folderOf(holder->pid(), name);
    if (!folder)
        return fail(folder.error());
    auto scope = std::make_unique<RealScope>(std::move(*holder), std::move(*folder));
    if (const auto ready = scope->makeRoom(); !ready)
        return fail(ready.error());
    return std::unique_ptr<SystemdUserScope>(std::move(scope));
}

#else

Result<std::unique_ptr<SystemdUserScope>> requestUserScope()
{
    return fail(ErrorCode::Unsupported, "this build has no support for the systemd user manager", kRemedy);
}

#endif

} // namespace tierscope::core
