// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "InterruptWatcher.h"

#include "CommandLine.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <poll.h>
#include <unistd.h>

namespace tierscope::cli {

namespace {

constexpr int kPatienceMs = 3000;
constexpr char kSignal = 's';
constexpr char kEnd = 'e';
constexpr std::array kSignals{SIGINT, SIGTERM};

std::atomic<int> g_writeEnd{-1}; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): a signal handler has nothing else
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may only touch what needs no lock");

void onSignal(int /*number*/)
{
    const int savedErrno = errno;
    static_cast<void>(!::write(g_writeEnd.load(), &kSignal, 1));
    errno = savedErrno;
}

/// The next byte, 0 after the timeout (-1: none).
char nextByte(int fd, int timeoutMs)
{
    pollfd wait{fd, POLLIN, 0};
    int ready = 0;
    do
        ready = ::poll(&wait, 1, timeoutMs);
    while (ready < 0 && errno == EINTR);
    char byte = 0;
    return ready > 0 && ::read(fd, &byte, 1) == 1 ? byte : '\0';
}

} // namespace

InterruptWatcher::InterruptWatcher(std::stop_source stop, std::function<void()> onFirst)
    : m_stop(std::move(stop))
    , m_onFirst(std::move(onFirst))
{
    auto pipe = core::makePipe();
    // Without a pipe the signals keep their default action, which the guard copes with.
    if (!pipe)
        return;
    m_pipe = std::move(*pipe);
    g_writeEnd = m_pipe.writeEnd.get();
    m_thread = std::thread([this] { watch(); });
    // A handler, not a blocked signal: what is blocked stays blocked in the processes that we start.
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : kSignals)
        ::sigaction(number, &action, nullptr);
}

InterruptWatcher::~InterruptWatcher()
{
    if (!m_thread.joinable())
        return;
    for (const int number : kSignals)
        std::signal(number, SIG_DFL);
    static_cast<void>(!::write(m_pipe.writeEnd.get(), &kEnd, 1));
    m_thread.join();
    g_writeEnd = -1;
}

void InterruptWatcher::watch()
{
    if (nextByte(m_pipe.readEnd.get(), -1) != kSignal)
        return;
    m_onFirst();
    m_stop.request_stop();
    if (nextByte(m_pipe.readEnd.get(), -1) != kSignal)
        return;
    if (nextByte(m_pipe.readEnd.get(), kPatienceMs) != kEnd)
        std::_Exit(Interrupted);
}

} // namespace tierscope::cli
