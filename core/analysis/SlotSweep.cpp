// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/SlotSweep.h"

#include <chrono>
#include <limits>

namespace tierscope::core {

namespace {

constexpr double kMicrosecondsPerSecond = 1e6;
/// User and system time are cut to whole microseconds; a task that lacks no more than that has computed all the time.
constexpr double kCpuResolution = 2e-6;

double cpuSecondsOf(const TaskRecord& task)
{
    return static_cast<double>(task.userUs + task.systemUs) / kMicrosecondsPerSecond;
}

} // namespace

std::vector<TaskSpan> taskSpans(const Sample& sample)
{
    const auto inRun = [&](Nanoseconds time) {
        return std::clamp(std::chrono::duration<double>(time).count() / sample.dilation.factor, 0.0, sample.wallSeconds);
    };
    std::vector<TaskSpan> spans;
    for (const TaskRecord& task : sample.tasks) {
        if (!task.wasStarted())
            continue;
        TaskSpan span;
        span.started = inRun(task.started);
        span.ended = std::max(span.started, inRun(task.ended));
        span.ready = std::clamp(inRun(task.ready), span.started, span.ended); // 0 where it is not known
        span.cpu = std::clamp(cpuSecondsOf(task), 0.0, span.ran());
        if (span.ran() - span.cpu <= kCpuResolution)
            span.cpu = span.ran();
        span.isDone = task.isDone();
        spans.push_back(span);
    }
    return spans;
}

TierRoom tierRoom(const Sample& sample)
{
    TierRoom room;
    if (sample.mode != ScheduleMode::Sequential) {
        room.slots = std::max(1, sample.cap);
        for (const TaskRecord& task : sample.tasks)
            room.slots = std::max<double>(room.slots, task.slot + 1);
    }
    constexpr double kUnknown = std::numeric_limits<double>::infinity();
    room.vcpus = sample.vcpus > 0 ? sample.vcpus : kUnknown;
    room.share = std::min(room.vcpus, sample.share.value > 0 ? sample.share.value : kUnknown);
    return room;
}

/// What happens to a span at a moment.
struct SlotSweep::Change {
    enum class Kind : std::uint8_t { Started, Ready, Ended } kind = Kind::Started;
    double at = 0;
    std::size_t span = 0;
};

/// In the order of time. Of one moment in any order, as nothing lasts in between, but each span's own.
std::vector<SlotSweep::Change> SlotSweep::changesOf(const std::vector<TaskSpan>& spans)
{
    std::vector<Change> changes;
    changes.reserve(spans.size() * 3);
    for (std::size_t index = 0; index < spans.size(); ++index) {
        changes.push_back({Change::Kind::Started, spans[index].started, index});
        changes.push_back({Change::Kind::Ready, spans[index].ready, index});
        changes.push_back({Change::Kind::Ended, spans[index].ended, index});
    }
    std::stable_sort(changes.begin(), changes.end(), [](const Change& left, const Change& right) { return left.at < right.at; });
    return changes;
}

SlotSweep::SlotSweep(const std::vector<TaskSpan>& spans, TierRoom room, double wallSeconds)
    : m_room(room)
    , m_waiting(static_cast<int>(spans.size()))
    , m_running(spans.size())
{
    for (const Change& change : changesOf(spans)) {
        goTo(change.at);
        apply(change);
    }
    goTo(wallSeconds);
}

void SlotSweep::goTo(double at)
{
    const double seconds = at - m_now;
    m_now = at;
    if (!(seconds > 0))
        return;
    const double counted = m_room.counted(m_taken);
    const double weight = seconds / counted;
    const double free = counted - m_taken;
    const double waited = std::min<double>(free, m_taken == 0 ? free : m_waiting);
    m_scheduler += waited * weight;
    m_idle += (free - waited) * weight;
    m_starting += m_begins * weight;
    m_takenSeconds += m_taken * seconds;
    if (m_taken == 0)
        return;
    m_busySeconds += seconds;
    m_sums.weight += weight;
    m_sums.vcpuRate += seconds * m_room.vcpuRate(m_taken);
    m_sums.quotaRate += seconds * m_room.quotaRate(m_taken);
}

void SlotSweep::apply(const Change& change)
{
    switch (change.kind) {
    case Change::Kind::Started:
        --m_waiting;
        ++m_taken;
        ++m_begins;
        return;
    case Change::Kind::Ready:
        --m_begins;
        m_running[change.span] = m_sums;
        return;
    case Change::Kind::Ended:
        --m_taken;
        m_running[change.span] = m_sums - m_running[change.span];
        return;
    }
}

} // namespace tierscope::core
