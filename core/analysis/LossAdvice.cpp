// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Findings.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <cmath>

namespace tierscope::core {

namespace {

LossAdvice throttledAdvice(const SummaryRow& row)
{
    if (fewestAtOnce(row) < row.cap)
        return fewestAtOnce(row) == 1 ? LossAdvice::HigherTierOrOne : LossAdvice::HigherTierOrFewer;
    return row.memory >= kLargestTier ? LossAdvice::NoHigherTier : LossAdvice::HigherTier;
}

LossAdvice contentionAdvice(const SummaryRow& row)
{
    if (row.vcpus > 0 && row.cap > row.vcpus)
        return LossAdvice::FewerAtOnce;
    return row.mode == ScheduleMode::Sequential || row.cap == 1 ? LossAdvice::QuieterComputer : LossAdvice::QuieterOrFewer;
}

} // namespace

int fewestAtOnce(const SummaryRow& row)
{
    // A share that is a hair above a whole number is one.
    return row.share.value > 0 ? std::max(1, static_cast<int>(std::ceil(row.share.value - 1e-3))) : row.cap;
}

LossAdvice adviceFor(const Finding& finding)
{
    const SummaryRow& row = finding.row;
    switch (finding.parts ? finding.parts->largestLoss() : WallPart::Throttled) {
    case WallPart::ProcessStart:
        return row.mode == ScheduleMode::Parallel ? LossAdvice::Pool : LossAdvice::LargerTasks;
    case WallPart::Contention:
        return contentionAdvice(row);
    case WallPart::IdleSlots:
        return finding.tasks < row.cap ? LossAdvice::MoreTasksThanSlots : LossAdvice::SmallerTasks;
    case WallPart::Scheduler:
        return LossAdvice::LargerTasks;
    case WallPart::Compute:
    case WallPart::Throttled:
        return throttledAdvice(row);
    }
    return LossAdvice::HigherTier;
}

} // namespace tierscope::core
