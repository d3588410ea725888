// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/ModelOverlay.h"

#include "core/analysis/AdaptiveSweep.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace tierscope::core {

namespace {

/// How one mode was measured.
struct MeasuredMode {
    std::map<MemoryMb, std::set<int>> caps; ///< by limited tier
    std::map<int, int> tasks;               ///< how many observations of each number

    [[nodiscard]] int usualTasks() const
    {
        return std::ranges::max_element(tasks, {}, [](const auto& counted) { return counted.second; })->first;
    }
    /// As in ModelCurve.
    [[nodiscard]] int cap() const
    {
        std::set<int> highest;
        bool isVisible = true;
        for (const auto& [memory, ofTier] : caps) {
            highest.insert(*ofTier.rbegin());
            isVisible = isVisible && *ofTier.rbegin() == visibleVcpus(memory);
        }
        return isVisible || highest.size() != 1 ? 0 : *highest.begin();
    }
};

ModelPoint pointAt(const FittedModel& fitted, ScheduleMode mode, int cap, int tasks, MemoryMb memory)
{
    const int vcpus = visibleVcpus(memory);
    const int processes = mode == ScheduleMode::Sequential ? 1 : cap > 0 ? cap : vcpus;
    const Prediction prediction = predict(fitted, {memory, vcpus, mode, processes, tasks});
    return {memory, prediction.seconds, prediction.low, prediction.high};
}

ModelCurve makeCurve(const FittedModel& fitted, ScheduleMode mode, const MeasuredMode& measured)
{
    ModelCurve curve{mode, mode == ScheduleMode::Sequential ? 0 : measured.cap(), {}};
    const int tasks = measured.usualTasks();
    curve.points = modelCurve(fitted, mode, curve.cap, tasks, kSmallestTier, kLargestTier);
    for (const auto& [memory, caps] : measured.caps) {
        const auto next = std::ranges::lower_bound(curve.points, memory, {}, &ModelPoint::memory);
        if (next == curve.points.end() || next->memory != memory)
            curve.points.insert(next, pointAt(fitted, mode, curve.cap, tasks, memory));
    }
    return curve;
}

} // namespace

ModelPoint ModelCurve::at(MemoryMb memory) const
{
    const auto next = std::ranges::lower_bound(points, memory, {}, &ModelPoint::memory);
    if (next == points.end())
        return points.back();
    if (next->memory == memory || next == points.begin())
        return *next;
    const ModelPoint& before = *(next - 1);
    const double part = std::log(static_cast<double>(memory.value) / before.memory.value)
                        / std::log(static_cast<double>(next->memory.value) / before.memory.value);
    const auto between = [part](double left, double right) { return left * std::pow(right / left, part); };
    return {memory, between(before.seconds, next->seconds), between(before.low, next->low), between(before.high, next->high)};
}

std::optional<ModelOverlay> modelOverlay(const std::vector<Sample>& samples)
{
    const std::vector<Observation> observations = observationsOf(std::span<const Sample>(samples));
    std::map<ScheduleMode, MeasuredMode> modes;
    std::set<MemoryMb> tiers;
    std::set<RunCondition> conditions;
    for (const Observation& one : observations) {
        if (one.tasks < 1)
            return std::nullopt;
        conditions.insert(one.condition());
        if (one.memory == kUnlimitedTier)
            continue;
        tiers.insert(one.memory);
        MeasuredMode& mode = modes[one.mode];
        mode.caps[one.memory].insert(one.cap);
        ++mode.tasks[one.tasks];
    }
    if (conditions.size() < kFewestConditionsForOverlay || tiers.size() < 2)
        return std::nullopt;
    const auto fitted = fitModel(observations);
    if (!fitted)
        return std::nullopt;
    ModelOverlay overlay;
    overlay.leastMeasured = *tiers.begin();
    overlay.mostMeasured = *tiers.rbegin();
    overlay.finding = modelFinding(*fitted);
    for (const auto& [mode, measured] : modes)
        overlay.curves.push_back(makeCurve(*fitted, mode, measured));
    return overlay;
}

} // namespace tierscope::core
