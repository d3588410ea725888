// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Decomposition.h"

#include "core/analysis/Statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace tierscope::core {

namespace {

constexpr double kMicrosecondsPerSecond = 1e6;

/// A started task in the tier's seconds, within the run.
struct Span {
    double started = 0;
    double ready = 0;
    double ended = 0;
    double cpu = 0; ///< at most ended - ready
    bool isDone = false;
    [[nodiscard]] double ran() const { return ended - ready; }
};

/// What the tier has for a run.
struct Room {
    double slots = 1;
    double share = 0; ///< no more than `vcpus`; infinite where it is not known
    double vcpus = 0;

    /// Slots that count while `taken` have a task.
    [[nodiscard]] double counted(int taken) const { return std::max<double>(taken, std::min(slots, share)); }
    /// CPU time per second of each of `taken` tasks, were there no quota.
    [[nodiscard]] double vcpuRate(int taken) const { return std::min(1.0, vcpus / taken); }
    [[nodiscard]] double quotaRate(int taken) const { return std::min(1.0, share / taken); }
};

double cpuSecondsOf(const TaskRecord& task)
{
    return static_cast<double>(task.userUs + task.systemUs) / kMicrosecondsPerSecond;
}

std::vector<Span> spansOf(const Sample& sample)
{
    const auto inRun = [&](Nanoseconds time) {
        return std::clamp(std::chrono::duration<double>(time).count() / sample.dilation.factor, 0.0, sample.wallSeconds);
    };
    std::vector<Span> spans;
    for (const TaskRecord& task : sample.tasks) {
        if (!task.wasStarted())
            continue;
        Span span;
        span.started = inRun(task.started);
        span.ended = std::max(span.started, inRun(task.ended));
        span.ready = std::clamp(inRun(task.ready), span.started, span.ended); // 0 where it is not known
        span.cpu = std::clamp(cpuSecondsOf(task), 0.0, span.ran());
        span.isDone = task.isDone();
        spans.push_back(span);
    }
    return spans;
}

Room roomOf(const Sample& sample)
{
    Room room;
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

/// Sums over time since the run's start. Weighted ones are in seconds of the run for one slot: a moment is divided by the slots that count.
struct Sums {
    double weight = 0;   ///< of one slot
    double vcpuRate = 0; ///< that a task has by the vCPUs alone, and with the quota
    double quotaRate = 0;
    Sums operator-(const Sums& other) const { return {weight - other.weight, vcpuRate - other.vcpuRate, quotaRate - other.quotaRate}; }
};

/// What happens to a span at a moment. Of one moment, what ends comes before what starts, so that no slot is taken twice, but a span that
/// takes no time ends last.
struct Change {
    enum class Kind : std::uint8_t { Started, Ready, Ended } kind = Kind::Started;
    int rank = 0;
    double at = 0;
    std::size_t span = 0;
    bool operator<(const Change& other) const { return std::pair(at, rank) < std::pair(other.at, other.rank); }
};

std::vector<Change> changesOf(const std::vector<Span>& spans)
{
    enum Rank : int { ReadyBefore, EndedBefore, Started, ReadyAtOnce, EndedAtOnce };
    std::vector<Change> changes;
    changes.reserve(spans.size() * 3);
    for (std::size_t index = 0; index < spans.size(); ++index) {
        const Span& span = spans[index];
        changes.push_back({Change::Kind::Started, Started, span.started, index});
        changes.push_back({Change::Kind::Ready, span.started < span.ready ? ReadyBefore : ReadyAtOnce, span.ready, index});
        changes.push_back({Change::Kind::Ended, span.started < span.ended ? EndedBefore : EndedAtOnce, span.ended, index});
    }
    std::stable_sort(changes.begin(), changes.end());
    return changes;
}

/// Goes through the run from change to change and shares each stretch out to the slots that count in it.
class Sweep {
public:
    Sweep(const Sample& sample, const std::vector<Span>& spans, Room room)
        : m_room(room)
        , m_waiting(static_cast<int>(spans.size()))
        , m_running(spans.size())
    {
        for (const Change& change : changesOf(spans)) {
            goTo(change.at);
            apply(change);
        }
        goTo(sample.wallSeconds);
    }

    /// Sums over the time that a span ran.
    [[nodiscard]] const Sums& running(std::size_t span) const { return m_running[span]; }
    [[nodiscard]] double starting() const { return m_starting; }
    [[nodiscard]] double idle() const { return m_idle; }
    [[nodiscard]] double scheduler() const { return m_scheduler; }
    /// Slots with a task, each as long as it had one.
    [[nodiscard]] double takenSeconds() const { return m_takenSeconds; }
    [[nodiscard]] double busySeconds() const { return m_busySeconds; } ///< any slot had one

private:
    void goTo(double at)
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

    void apply(const Change& change)
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

    Room m_room;
    double m_now = 0;
    int m_waiting;    ///< tasks to be started
    int m_taken = 0;  ///< slots with a task
    int m_begins = 0; ///< of them, whose process begins
    Sums m_sums;
    std::vector<Sums> m_running;
    double m_starting = 0;
    double m_idle = 0;
    double m_scheduler = 0;
    double m_takenSeconds = 0;
    double m_busySeconds = 0;
};

/// How a task's time beyond its CPU time comes about, in the tier's seconds.
struct Excess {
    double throttled = 0;
    double contended = 0;
    double unexplained = 0;
    [[nodiscard]] double sum() const { return throttled + contended + unexplained; }
};

Excess excessOf(const Span& span, const Sums& sums)
{
    const double ran = span.ran();
    const double asked = sums.quotaRate > 0 ? std::min(1.0, span.cpu / sums.quotaRate) : 0;
    double left = ran - span.cpu;
    const auto take = [&](double seconds) {
        const double taken = std::clamp(seconds, 0.0, left);
        left -= taken;
        return taken;
    };
    Excess excess;
    excess.throttled = take((sums.vcpuRate - sums.quotaRate) * asked);
    excess.contended = take((ran - sums.vcpuRate) * asked);
    excess.unexplained = left;
    return excess;
}

/// Seconds of slots that were held back, as the limiter has counted them; nothing where it cannot tell.
std::optional<double> measuredThrottling(const Sample& sample, const Room& room, const Sweep& sweep)
{
    // With dilation the processes' own limits take a part that it does not count.
    if (!sample.throttledSeconds || !(*sample.throttledSeconds > 0) || !sample.dilation.isPlain() || !(sweep.busySeconds() > 0))
        return std::nullopt;
    const double taken = sweep.takenSeconds() / sweep.busySeconds();
    // A CPU that is held back holds all tasks that are on it.
    const double atOnce = sample.limiter.starts_with("cgroup") ? std::max(1.0, taken / room.vcpus) : taken;
    return *sample.throttledSeconds * atOnce;
}

/// Excess of all tasks: in seconds of their slots, and as parts of the run's time.
struct ExcessSums {
    std::vector<Excess> each;
    double slotSeconds = 0;
    Excess weighted;
    double cpuWeighted = 0;
};

ExcessSums sumExcess(const std::vector<Span>& spans, const Sweep& sweep)
{
    ExcessSums sums;
    sums.each.reserve(spans.size());
    for (std::size_t index = 0; index < spans.size(); ++index) {
        const Span& span = spans[index];
        const Excess excess = excessOf(span, sweep.running(index));
        sums.each.push_back(excess);
        if (!(span.ran() > 0))
            continue;
        const double weight = sweep.running(index).weight / span.ran();
        sums.slotSeconds += excess.sum();
        sums.cpuWeighted += span.cpu * weight;
        sums.weighted.throttled += excess.throttled * weight;
        sums.weighted.contended += excess.contended * weight;
        sums.weighted.unexplained += excess.unexplained * weight;
    }
    return sums;
}

/// What was measured goes before the law; what it leaves is contention as far as the law has some.
Excess corrected(const Excess& byLaw, double throttledFraction)
{
    Excess excess;
    excess.throttled = byLaw.sum() * std::clamp(throttledFraction, 0.0, 1.0);
    const double left = std::max(0.0, byLaw.sum() - excess.throttled);
    excess.contended = std::min(left, byLaw.contended);
    excess.unexplained = left - excess.contended;
    return excess;
}

/// What every task waits that is done, or every task where none is.
double leastUnexplained(const std::vector<Span>& spans, const std::vector<Excess>& each)
{
    constexpr double kNone = std::numeric_limits<double>::infinity();
    double least = kNone;
    double leastOfDone = kNone;
    for (std::size_t index = 0; index < spans.size(); ++index) {
        least = std::min(least, each[index].unexplained);
        if (spans[index].isDone)
            leastOfDone = std::min(leastOfDone, each[index].unexplained);
    }
    return std::isfinite(leastOfDone) ? leastOfDone : least;
}

/// The tasks' own waiting as a part of the run's time, when each has `seconds` of it.
double ownWaiting(const std::vector<Span>& spans, const Sweep& sweep, const std::vector<Excess>& each, double seconds)
{
    double sum = 0;
    for (std::size_t index = 0; index < spans.size(); ++index) {
        if (spans[index].ran() > 0)
            sum += std::min(seconds, each[index].unexplained) * sweep.running(index).weight / spans[index].ran();
    }
    return sum;
}

double meanCpuOfDone(const std::vector<Span>& spans)
{
    std::vector<double> seconds;
    for (const Span& span : spans) {
        if (span.isDone)
            seconds.push_back(span.cpu);
    }
    return seconds.empty() ? 0 : mean(seconds);
}

void move(Decomposition& parts, WallPart from, WallPart into, double seconds)
{
    double& source = parts.seconds[static_cast<std::size_t>(from)];
    const double moved = std::clamp(seconds, 0.0, source);
    source -= moved;
    parts.seconds[static_cast<std::size_t>(into)] += moved;
}

/// How much of `value` is beyond `alone`, as a part of it.
double beyond(double value, double alone)
{
    return value > alone ? 1 - std::max(0.0, alone) / value : 0;
}

} // namespace

std::optional<Decomposition> decompose(const Sample& sample)
{
    if (!(sample.wallSeconds > 0) || !std::isfinite(sample.wallSeconds))
        return std::nullopt;
    const std::vector<Span> spans = spansOf(sample);
    if (spans.empty())
        return std::nullopt;
    const Room room = roomOf(sample);
    const Sweep sweep(sample, spans, room);
    const ExcessSums sums = sumExcess(spans, sweep);
    Excess excess = sums.weighted;
    if (const auto measured = measuredThrottling(sample, room, sweep); measured && sums.slotSeconds > 0)
        excess = corrected(excess, *measured / sums.slotSeconds);

    const double least = leastUnexplained(spans, sums.each);
    const double waited = ownWaiting(spans, sweep, sums.each, least);
    Decomposition parts;
    parts.wallSeconds = sample.wallSeconds;
    parts.waitSeconds = std::min(waited, excess.unexplained);
    parts.taskCpuSeconds = meanCpuOfDone(spans);
    parts.taskWaitSeconds = waited > 0 ? least * parts.waitSeconds / waited : 0;
    parts.seconds = {sums.cpuWeighted + parts.waitSeconds,
                     sweep.starting(),
                     excess.throttled,
                     excess.contended + excess.unexplained - parts.waitSeconds,
                     sweep.idle(),
                     sweep.scheduler()};
    return parts;
}

std::optional<Decomposition> decompositionOf(const Sample& sample)
{
    return sample.tasks.empty() ? sample.wallParts : decompose(sample);
}

namespace {

std::optional<TaskAlone> aloneOf(const std::vector<Sample>& samples, const std::vector<std::optional<Decomposition>>& parts)
{
    struct Times {
        std::vector<double> cpu;
        std::vector<double> wait;
    };
    std::map<MemoryMb, Times> tiers;
    for (std::size_t index = 0; index < samples.size(); ++index) {
        const Sample& sample = samples[index];
        if (!sample.isCounted() || sample.mode != ScheduleMode::Sequential || !parts[index])
            continue;
        tiers[sample.memory].cpu.push_back(parts[index]->taskCpuSeconds);
        tiers[sample.memory].wait.push_back(parts[index]->taskWaitSeconds);
    }
    std::optional<TaskAlone> alone;
    for (const auto& [memory, times] : tiers) {
        const TaskAlone here{median(times.cpu), median(times.wait)};
        alone = alone ? TaskAlone{std::min(alone->cpuSeconds, here.cpuSeconds), std::min(alone->waitSeconds, here.waitSeconds)} : here;
    }
    return alone;
}

std::vector<std::optional<Decomposition>> eachOf(const std::vector<Sample>& samples)
{
    std::vector<std::optional<Decomposition>> parts;
    parts.reserve(samples.size());
    for (const Sample& sample : samples)
        parts.push_back(decompositionOf(sample));
    return parts;
}

} // namespace

std::optional<TaskAlone> taskAlone(const std::vector<Sample>& samples)
{
    return aloneOf(samples, eachOf(samples));
}

Decomposition comparedWith(Decomposition parts, const TaskAlone& alone)
{
    const double waited = parts.waitSeconds * beyond(parts.taskWaitSeconds, alone.waitSeconds);
    const double used = (parts.of(WallPart::Compute) - parts.waitSeconds) * beyond(parts.taskCpuSeconds, alone.cpuSeconds);
    move(parts, WallPart::Compute, WallPart::Contention, used + waited);
    parts.waitSeconds -= waited;
    return parts;
}

std::vector<std::optional<Decomposition>> decompositions(const std::vector<Sample>& samples)
{
    std::vector<std::optional<Decomposition>> parts = eachOf(samples);
    const std::optional<TaskAlone> alone = aloneOf(samples, parts);
    for (std::optional<Decomposition>& part : parts) {
        if (part && alone)
            part = comparedWith(*part, *alone);
    }
    return parts;
}

std::optional<Decomposition> meanOf(const std::vector<Decomposition>& parts)
{
    if (parts.empty())
        return std::nullopt;
    const double count = static_cast<double>(parts.size());
    Decomposition result;
    for (const Decomposition& each : parts) {
        for (std::size_t part = 0; part < kWallParts; ++part)
            result.seconds[part] += each.seconds[part] / count;
        result.wallSeconds += each.wallSeconds / count;
        result.waitSeconds += each.waitSeconds / count;
        result.taskCpuSeconds += each.taskCpuSeconds / count;
        result.taskWaitSeconds += each.taskWaitSeconds / count;
    }
    return result;
}

} // namespace tierscope::core
