// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ProgressView.h"

#include "core/analysis/Summary.h"
#include "core/base/UniqueFd.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

namespace tierscope::cli {

using core::RunEvent;
using core::Sample;
using core::ScheduleMode;

namespace {

constexpr std::chrono::milliseconds kRedrawInterval{100};
constexpr int kUsualWidth = 80;

void writeToTerminal(std::string_view text)
{
    static_cast<void>(core::writeAll(STDERR_FILENO, text));
}

bool isLiveTerminal()
{
    const char* terminal = std::getenv("TERM");
    return ::isatty(STDERR_FILENO) != 0 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

int terminalWidth()
{
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsualWidth;
}

/// "2048 MB parallel, 2 at once".
std::string runName(core::MemoryMb memory, ScheduleMode mode, int cap)
{
    const std::string name = fmt::format("{} {}", core::tierName(memory), core::scheduleModeName(mode));
    return mode == ScheduleMode::Sequential ? name : fmt::format("{}, {} at once", name, cap);
}

std::string startText(const core::ExperimentStarted& started)
{
    const int runs = started.plannedRuns - started.finishedRuns;
    const bool isLambda = started.spec.backend == core::BackendKind::Lambda;
    const std::string limiter = isLambda                     ? "on AWS Lambda"
                                : started.spec.tiers.empty() ? "without a limit"
                                                             : "limited by " + started.limiter;
    return fmt::format("{}: {} {}, {}", core::experimentTitle(started.spec), runs, runs == 1 ? "run" : "runs", limiter);
}

std::string sampleName(const Sample& sample)
{
    const char* kind = sample.warmup ? "warm-up" : sample.cold ? "cold start" : "repeat";
    return fmt::format("{}, {} {}", runName(sample.memory, sample.mode, sample.cap), kind, sample.repeat + 1);
}

/// "18 s left", "1 min 20 s left": whole units, as a count-down is read.
std::string leftText(double seconds)
{
    constexpr long kMinute = 60;
    constexpr long kHour = 3600;
    const long whole = std::lround(std::ceil(seconds));
    if (whole < kMinute)
        return fmt::format("{} s left", whole);
    if (whole < kHour)
        return fmt::format("{} min {} s left", whole / kMinute, whole % kMinute);
    return fmt::format("{} h {} min left", whole / kHour, whole % kHour / kMinute);
}

std::string bar(double fraction)
{
    constexpr int kLength = 20;
    const auto filled = static_cast<std::size_t>(std::lround(std::clamp(fraction, 0.0, 1.0) * kLength));
    return '[' + std::string(filled, '#') + std::string(kLength - filled, '-') + ']';
}

} // namespace

std::string progressLine(const ProgressState& state, int width)
{
    std::vector<std::string> parts{fmt::format("{} {}/{}", bar(state.doneFraction), state.finishedRuns, state.plannedRuns)};
    if (state.isStopping)
        parts.emplace_back("  stopping");
    else if (state.what.empty())
        parts.emplace_back("  timing one task");
    else
        parts.push_back("  " + state.what);
    // Time left says more than the task that is running, so the task goes first where there is little room.
    const std::string left = state.secondsLeft && !state.isStopping ? ", " + leftText(*state.secondsLeft) : std::string{};
    const std::string task = state.tasks > 1 && !state.what.empty() && !state.isStopping
                                 ? fmt::format(", task {}/{}", std::min(state.finishedTasks + 1, state.tasks), state.tasks)
                                 : std::string{};
    const auto columns = static_cast<std::size_t>(std::max(0, width));
    std::string line;
    for (const std::string& part : parts)
        line += part;
    if (line.size() + task.size() + left.size() <= columns)
        return line + task + left;
    if (line.size() + left.size() <= columns)
        return line + left;
    return line.substr(0, columns);
}

ProgressView::ProgressView()
    : m_isLive(isLiveTerminal())
{
    if (m_isLive)
        m_redraw = std::jthread([this](const std::stop_token& stop) { redrawUntilStopped(stop); });
}

ProgressView::~ProgressView()
{
    m_redraw = {};
    clearBar();
}

void ProgressView::show(const RunEvent& event)
{
    const std::lock_guard lock(m_mutex);
    apply(event);
}

void ProgressView::stopping()
{
    const std::lock_guard lock(m_mutex);
    m_state.isStopping = true;
    if (m_isLive)
        drawBar();
    else
        printLine("Stopping");
}

void ProgressView::apply(const RunEvent& event)
{
    if (const auto* started = std::get_if<core::ExperimentStarted>(&event)) {
        m_isActive = true;
        m_started = Clock::now();
        m_state.plannedRuns = started->plannedRuns;
        m_state.finishedRuns = started->finishedRuns;
        m_state.tasks = started->spec.tasks;
        printLine(startText(*started));
    } else if (const auto* run = std::get_if<core::RunStarted>(&event)) {
        m_state.what = runName(run->run.memory, run->run.mode, run->run.cap);
        m_state.finishedTasks = 0;
    } else if (std::holds_alternative<core::TaskEnded>(event)) {
        ++m_state.finishedTasks;
    } else if (const auto* finished = std::get_if<core::SampleFinished>(&event)) {
        const Sample& sample = finished->sample;
        const std::string place = fmt::format("[{}/{}] {}", m_state.finishedRuns + 1, m_state.plannedRuns, sampleName(sample));
        if (!sample.ok)
            printLine(fmt::format("{}: failed: {}", place, sample.error));
        else if (!m_isLive)
            printLine(fmt::format("{}: {}", place, core::formatSeconds(sample.wallSeconds)));
    } else if (const auto* progress = std::get_if<core::ProgressChanged>(&event)) {
        m_state.finishedRuns = progress->finishedRuns;
        m_state.secondsLeft = progress->timeLeft.count() < 0 ? std::nullopt : std::optional(progress->timeLeft.count());
        m_leftKnownAt = Clock::now();
    } else if (const auto* warning = std::get_if<core::WarningRaised>(&event)) {
        printLine("Warning: " + warning->error.sentence());
    } else if (std::holds_alternative<core::ExperimentEnded>(event)) {
        m_isActive = false;
        clearBar();
    }
}

void ProgressView::printLine(const std::string& line)
{
    clearBar();
    writeToTerminal(line + '\n');
}

void ProgressView::clearBar()
{
    if (std::exchange(m_isBarShown, false))
        writeToTerminal("\r\x1b[K");
}

ProgressState ProgressView::currentState() const
{
    ProgressState state = m_state;
    const auto seconds = [](Clock::duration time) { return std::chrono::duration<double>(time).count(); };
    if (state.secondsLeft) {
        state.secondsLeft = std::max(0.0, *state.secondsLeft - seconds(Clock::now() - m_leftKnownAt));
        const double elapsed = seconds(Clock::now() - m_started);
        state.doneFraction = elapsed + *state.secondsLeft > 0 ? elapsed / (elapsed + *state.secondsLeft) : 0;
    } else if (state.plannedRuns > 0) {
        state.doneFraction = static_cast<double>(state.finishedRuns) / state.plannedRuns;
    }
    return state;
}

void ProgressView::drawBar()
{
    // One column less than there are: a line that fills the last one wraps on some terminals.
    if (m_isActive) {
        m_isBarShown = true;
        writeToTerminal("\r" + progressLine(currentState(), terminalWidth() - 1) + "\x1b[K");
    }
}

void ProgressView::redrawUntilStopped(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        drawBar();
        m_wakeUp.wait_for(lock, stop, kRedrawInterval, [] { return false; });
    }
}

} // namespace tierscope::cli
