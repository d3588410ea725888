// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Decomposition.h"

#include "core/analysis/SlotSweep.h"
#include "core/analysis/Statistics.h"
#include "core/tier/QuotaLaw.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace tierscope::core {

namespace {

bool isCgroup(const Sample& sample)
{
    return sample.limiter.starts_with("cgroup");
}

/// How a task's time beyond its CPU time comes about, in the tier's seconds.
struct Excess {
    double throttled = 0;
    double contended = 0;
    double unexplained = 0;
    [[nodiscard]] double sum() const { return throttled + contended + unexplained; }
};

Excess excessOf(const TaskSpan& span, const SlotSums& sums)
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

/// Seconds that the limiter has counted, of the sample or else of its trace; nothing where it does not tell: a cgroup says 0 only where
/// that is so. With dilation the processes' own limits take a part that it does not count.
std::optional<double> toldThrottling(const Sample& sample)
{
    if (!sample.dilation.isPlain())
        return std::nullopt;
    std::optional<double> told = sample.throttledSeconds;
    if (!told && !sample.cpuTrace.empty())
        told = std::chrono::duration<double>(sample.cpuTrace.back().throttled - sample.cpuTrace.front().throttled).count();
    return told && (*told > 0 || isCgroup(sample)) ? told : std::nullopt;
}

/// Excess of all tasks: in seconds of their slots, and as parts of the run's time.
struct ExcessSums {
    std::vector<Excess> each;
    double slotSeconds = 0;
    double throttledSlotSeconds = 0;
    Excess weighted;
    double cpuWeighted = 0;
};

ExcessSums sumExcess(const std::vector<TaskSpan>& spans, const SlotSweep& sweep)
{
    ExcessSums sums;
    sums.each.reserve(spans.size());
    for (std::size_t index = 0; index < spans.size(); ++index) {
        const TaskSpan& span = spans[index];
        const Excess excess = excessOf(span, sweep.running(index));
        sums.each.push_back(excess);
        if (!(span.ran() > 0))
            continue;
        const double weight = sweep.running(index).weight / span.ran();
        sums.slotSeconds += excess.sum();
        sums.throttledSlotSeconds += excess.throttled;
        sums.cpuWeighted += span.cpu * weight;
        sums.weighted.throttled += excess.throttled * weight;
        sums.weighted.contended += excess.contended * weight;
        sums.weighted.unexplained += excess.unexplained * weight;
    }
    return sums;
}

/// Seconds of slots that were held back: what was measured, and no less than the quota forces on a run that may use a period's quota at
/// once.
double throttledSlotSeconds(double told, bool isOfEachCpu, const TierRoom& room, const SlotSweep& sweep, const ExcessSums& sums)
{
    const double taken = sweep.busySeconds() > 0 ? sweep.takenSeconds() / sweep.busySeconds() : 0;
    // A CPU that is held back holds all tasks that are on it.
    const double atOnce = isOfEachCpu ? std::max(1.0, taken / room.vcpus) : taken;
    const double forced = sums.throttledSlotSeconds - std::chrono::duration<double>(kLambdaPeriod).count() * taken;
    return std::max(told * atOnce, forced);
}

/// What the law has of throttling is replaced; what is left then is contention as far as the law has some.
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
double leastUnexplained(const std::vector<TaskSpan>& spans, const std::vector<Excess>& each)
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
double ownWaiting(const std::vector<TaskSpan>& spans, const SlotSweep& sweep, const std::vector<Excess>& each, double seconds)
{
    double sum = 0;
    for (std::size_t index = 0; index < spans.size(); ++index) {
        if (spans[index].ran() > 0)
            sum += std::min(seconds, each[index].unexplained) * sweep.running(index).weight / spans[index].ran();
    }
    return sum;
}

double meanCpuOfDone(const std::vector<TaskSpan>& spans)
{
    std::vector<double> seconds;
    for (const TaskSpan& span : spans) {
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
    const std::vector<TaskSpan> spans = taskSpans(sample);
    if (spans.empty())
        return std::nullopt;
    const TierRoom room = tierRoom(sample);
    const SlotSweep sweep(spans, room, sample.wallSeconds);
    const ExcessSums sums = sumExcess(spans, sweep);
    Excess excess = sums.weighted;
    if (const auto told = toldThrottling(sample); told && sums.slotSeconds > 0)
        excess = corrected(excess, throttledSlotSeconds(*told, isCgroup(sample), room, sweep, sums) / sums.slotSeconds);

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
    const auto count = static_cast<double>(parts.size());
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
