// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/CostTime.h"

#include "core/base/Units.h"

#include <algorithm>
#include <cmath>

namespace tierscope::core {

namespace {

template <typename Less, typename Filter>
const CostPoint* best(const std::vector<CostPoint>& points, Less less, Filter filter)
{
    const CostPoint* found = nullptr;
    for (const CostPoint& point : points) {
        if (filter(point) && (found == nullptr || less(point, *found)))
            found = &point;
    }
    return found;
}

bool isCheaper(const CostPoint& left, const CostPoint& right)
{
    return std::pair(left.usd, left.seconds) < std::pair(right.usd, right.seconds);
}

bool isFaster(const CostPoint& left, const CostPoint& right)
{
    return std::pair(left.seconds, left.usd) < std::pair(right.seconds, right.usd);
}

bool isAny(const CostPoint& /*point*/)
{
    return true;
}

} // namespace

std::vector<CostPoint> costPoints(const std::vector<SummaryRow>& summary)
{
    std::vector<CostPoint> points;
    for (const SummaryRow& row : summary) {
        if (row.n > 0 && row.costUsd)
            points.push_back(CostPoint{row, row.medianSeconds, *row.costUsd, billedMilliseconds(row.medianSeconds * kMsPerSecond), false});
    }
    markParetoFront(points);
    return points;
}

void markParetoFront(std::vector<CostPoint>& points)
{
    std::vector<CostPoint*> byTime;
    byTime.reserve(points.size());
    for (CostPoint& point : points)
        byTime.push_back(&point);
    std::stable_sort(byTime.begin(), byTime.end(), [](const CostPoint* left, const CostPoint* right) { return isFaster(*left, *right); });
    const CostPoint* last = nullptr;
    for (CostPoint* point : byTime) {
        const bool isEqual = last != nullptr && point->usd == last->usd && point->seconds == last->seconds;
        point->isPareto = last == nullptr || point->usd < last->usd || isEqual;
        if (point->isPareto)
            last = point;
    }
}

const CostPoint* cheapestPoint(const std::vector<CostPoint>& points)
{
    return best(points, isCheaper, isAny);
}

const CostPoint* fastestPoint(const std::vector<CostPoint>& points)
{
    return best(points, isFaster, isAny);
}

const CostPoint* cheapestWithin(const std::vector<CostPoint>& points, double deadlineSeconds)
{
    return best(points, isCheaper, [&](const CostPoint& point) { return point.seconds <= deadlineSeconds; });
}

const CostPoint* fastestWithin(const std::vector<CostPoint>& points, double budgetUsd)
{
    return best(points, isFaster, [&](const CostPoint& point) { return point.usd <= budgetUsd; });
}

const CostPoint* balancedPoint(const std::vector<CostPoint>& points, double timeWeight)
{
    const auto burden = [&](const CostPoint& point) {
        return std::pair(timeWeight * std::log(point.seconds) + (1 - timeWeight) * std::log(point.usd), point.seconds);
    };
    return best(
        points, [&](const CostPoint& left, const CostPoint& right) { return burden(left) < burden(right); },
        [](const CostPoint& point) { return point.seconds > 0 && point.usd > 0; });
}

} // namespace tierscope::core
