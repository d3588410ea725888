// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/SystemdUserScope.h"

#include "core/base/UniqueFd.h"
#include "core/runner/ProcessReaper.h"
#include "core/tier/CgroupFiles.h"
#include "core/tier/Sandbox.h"
#include "core/tier/TierCatalogue.h"

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <systemd/sd-bus.h>
#include <thread>
#include <unistd.h>

namespace tierscope::core {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

/// What the manager was asked for.
struct ScopeRequest {
    std::string name;
    std::string mode;
    bool delegate = false;
    std::uint32_t pid = 0;
};

/// A message bus of the test's own, with a service on it that answers as the systemd user manager does: it moves the process into a group
/// that is named for the scope.
class FakeUserManager {
public:
    explicit FakeUserManager(std::string hierarchy)
        : m_hierarchy(std::move(hierarchy))
    {
        startBus();
        ::setenv("DBUS_SESSION_BUS_ADDRESS", m_address.c_str(), 1);
        sd_bus_open_user(&m_bus);
        static const sd_bus_vtable s_vtable[] = {
            SD_BUS_VTABLE_START(0),
            SD_BUS_METHOD("StartTransientUnit", "ssa(sv)a(sa(sv))", "o", &FakeUserManager::startTransientUnit, 0),
            SD_BUS_VTABLE_END,
        };
        sd_bus_add_object_vtable(m_bus, nullptr, "/org/freedesktop/systemd1", "org.freedesktop.systemd1.Manager", s_vtable, this);
        sd_bus_request_name(m_bus, "org.freedesktop.systemd1", 0);
        m_thread = std::jthread([this](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                if (sd_bus_process(m_bus, nullptr) == 0)
                    sd_bus_wait(m_bus, 20'000);
            }
        });
    }
    FakeUserManager(const FakeUserManager&) = delete;
    FakeUserManager& operator=(const FakeUserManager&) = delete;
    ~FakeUserManager()
    {
        m_thread = std::jthread();
        sd_bus_flush_close_unref(m_bus);
        ::unsetenv("DBUS_SESSION_BUS_ADDRESS");
        ::kill(m_daemon, SIGTERM);
        ::waitpid(m_daemon, nullptr, 0);
        if (!m_scopeFolder.empty())
            for (const char* part : {"/holder", ""})
                ::rmdir((m_scopeFolder + part).c_str());
    }
    [[nodiscard]] const ScopeRequest& request() const { return m_request; }
    [[nodiscard]] const std::string& scopeFolder() const { return m_scopeFolder; }

private:
    void startBus()
    {
        auto pipe = makePipe();
        m_daemon = ::fork();
        if (m_daemon == 0) {
            ::dup2(pipe->writeEnd.get(), STDOUT_FILENO);
            ::execlp("dbus-daemon", "dbus-daemon", "--session", "--nofork", "--print-address", nullptr);
            ::_exit(127);
        }
        pipe->writeEnd.reset();
        char byte = 0;
        while (::read(pipe->readEnd.get(), &byte, 1) == 1 && byte != '\n')
            m_address += byte;
    }

    static int startTransientUnit(sd_bus_message* call, void* self, sd_bus_error*)
    {
        return static_cast<FakeUserManager*>(self)->answer(call);
    }

    int answer(sd_bus_message* call)
    {
        const char* name = nullptr;
        const char* mode = nullptr;
        sd_bus_message_read(call, "ss", &name, &mode);
        m_request.name = name;
        m_request.mode = mode;
        sd_bus_message_enter_container(call, 'a', "(sv)");
        while (sd_bus_message_enter_container(call, 'r', "sv") > 0) {
            const char* key = nullptr;
            sd_bus_message_read(call, "s", &key);
            if (std::string_view(key) == "Delegate") {
                int value = 0;
                sd_bus_message_read(call, "v", "b", &value);
                m_request.delegate = value != 0;
            } else if (std::string_view(key) == "PIDs") {
                sd_bus_message_enter_container(call, 'v', "au");
                sd_bus_message_enter_container(call, 'a', "u");
                sd_bus_message_read(call, "u", &m_request.pid);
                sd_bus_message_exit_container(call);
                sd_bus_message_exit_container(call);
            } else {
                sd_bus_message_skip(call, "v");
            }
            sd_bus_message_exit_container(call);
        }
        sd_bus_message_exit_container(call);
        m_scopeFolder = m_hierarchy + "/" + m_request.name;
        fs::create_directory(m_scopeFolder);
        static_cast<void>(writeControlFile(m_scopeFolder + "/cgroup.procs", std::to_string(m_request.pid)));
        return sd_bus_reply_method_return(call, "o", "/org/freedesktop/systemd1/job/1");
    }

    std::string m_hierarchy;
    std::string m_address;
    pid_t m_daemon = -1;
    sd_bus* m_bus = nullptr;
    std::jthread m_thread;
    ScopeRequest m_request;
    std::string m_scopeFolder;
};

TEST(SystemdUserScope, SaysThatThereIsNoManager)
{
    ::setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", 1);
    const auto scope = requestUserScope();
    ::unsetenv("DBUS_SESSION_BUS_ADDRESS");
    ASSERT_FALSE(scope.has_value());
    EXPECT_EQ(scope.error().code, ErrorCode::Unsupported);
    EXPECT_FALSE(scope.error().remedy.empty());
    EXPECT_THAT(childrenOf(::getpid()), IsEmpty());
}

TEST(SystemdUserScope, AsksForADelegatedScopeAndMakesRoomInIt)
{
    const CgroupView view = readCgroupView();
    if (view.v2Mount.empty() || ::access(view.v2Folder.c_str(), W_OK) != 0)
        GTEST_SKIP() << "no writable cgroup v2 hierarchy for the stand-in manager";
    FakeUserManager manager(view.v2Folder);
    const auto scope = requestUserScope();
    EXPECT_THAT(manager.request().name, testing::AllOf(testing::StartsWith("tierscope-"), testing::EndsWith(".scope")));
    EXPECT_EQ(manager.request().mode, "fail");
    EXPECT_TRUE(manager.request().delegate);
    EXPECT_GT(manager.request().pid, 1U);
    const bool hasControllers = listHas(readFile(view.v2Folder + "/cgroup.subtree_control").value_or(""), "cpu");
    if (!hasControllers) {
        // The manager has nothing to delegate: that is said, and the holder does not stay.
        ASSERT_FALSE(scope.has_value());
        EXPECT_THAT(scope.error().message, HasSubstr(manager.request().name));
        return;
    }
    ASSERT_TRUE(scope.has_value()) << scope.error().sentence();
    EXPECT_EQ((*scope)->folder(), manager.scopeFolder());
    EXPECT_THAT(readFile((*scope)->folder() + "/holder/cgroup.procs").value_or(""), HasSubstr(std::to_string(manager.request().pid)));
}

} // namespace
} // namespace tierscope::core
