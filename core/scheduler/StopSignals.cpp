// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/scheduler/StopSignals.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csetjmp>
#include <csignal>
#include <sys/time.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

constexpr std::array kStopSignals{SIGTERM, SIGINT};

// Signal handlers have no argument of ours: what they touch is here, and one StopSignals at a time owns it.
volatile std::sig_atomic_t g_stopWriteFd = -1;
volatile std::sig_atomic_t g_stopped = 0;
volatile std::sig_atomic_t g_canJump = 0;
sigjmp_buf g_jump;
std::array<struct sigaction, kStopSignals.size()> g_previous{};
struct sigaction g_previousPipe {};

void jumpOut(Interruption reason)
{
    if (g_canJump == 0)
        return;
    g_canJump = 0;
    siglongjmp(g_jump, static_cast<int>(reason));
}

void onStop(int)
{
    const int savedErrno = errno;
    g_stopped = 1;
    const char byte = 1;
    [[maybe_unused]] const ssize_t ignored = ::write(g_stopWriteFd, &byte, 1);
    errno = savedErrno;
    jumpOut(Interruption::Stopped);
}

void onAlarm(int)
{
    jumpOut(Interruption::TimedOut);
}

void setAlarm(Nanoseconds limit)
{
    const auto microseconds = std::chrono::ceil<std::chrono::microseconds>(limit);
    itimerval timer{};
    timer.it_value.tv_sec = microseconds.count() / 1'000'000;
    timer.it_value.tv_usec = microseconds.count() % 1'000'000;
    setitimer(ITIMER_REAL, &timer, nullptr);
}

} // namespace

Result<StopSignals> StopSignals::install()
{
    auto pipe = makePipe();
    if (!pipe)
        return fail(pipe.error());
    g_stopWriteFd = pipe->writeEnd.get();
    g_stopped = 0;
    struct sigaction action {};
    action.sa_handler = onStop;
    sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < kStopSignals.size(); ++i)
        sigaction(kStopSignals[i], &action, &g_previous[i]);
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &ignore, &g_previousPipe);
    return StopSignals(std::move(*pipe));
}

StopSignals::StopSignals(StopSignals&&) noexcept = default;

StopSignals::~StopSignals()
{
    if (!m_pipe.readEnd.isValid())
        return;
    for (std::size_t i = 0; i < kStopSignals.size(); ++i)
        sigaction(kStopSignals[i], &g_previous[i], nullptr);
    sigaction(SIGPIPE, &g_previousPipe, nullptr);
    g_stopWriteFd = -1;
}

void resetSignalsInChild()
{
    struct sigaction standard {};
    standard.sa_handler = SIG_DFL;
    for (const int number : {SIGTERM, SIGINT, SIGPIPE, SIGALRM})
        sigaction(number, &standard, nullptr);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

Interruption runInterruptibly(const std::function<void()>& body, std::optional<Nanoseconds> limit)
{
    struct sigaction alarm {};
    alarm.sa_handler = onAlarm;
    sigemptyset(&alarm.sa_mask);
    struct sigaction previous {};
    if (limit)
        sigaction(SIGALRM, &alarm, &previous);

    const int reason = sigsetjmp(g_jump, 1);
    if (reason == 0) {
        g_canJump = 1;
        std::atomic_signal_fence(std::memory_order_seq_cst);
        // A stop that came before jumping was allowed has left only its mark.
        if (g_stopped != 0)
            jumpOut(Interruption::Stopped);
        if (limit)
            setAlarm(std::max(*limit, Nanoseconds(1000)));
        try {
            body();
        } catch (...) {
            g_canJump = 0;
            setAlarm(Nanoseconds(0));
            throw;
        }
        g_canJump = 0;
    }
    if (limit) {
        setAlarm(Nanoseconds(0));
        sigaction(SIGALRM, &previous, nullptr);
    }
    return static_cast<Interruption>(reason);
}

} // namespace tierscope::core
