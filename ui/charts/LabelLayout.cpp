// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/charts/LabelLayout.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace tierscope::ui {

namespace {

/// Labels that touch and move together.
struct Cluster {
    double top = 0;
    std::size_t count = 0;
    double wantedSum = 0; ///< of where the cluster's top would have to be for each of its labels
};

} // namespace

std::vector<double> spreadLabels(const std::vector<double>& wanted, double height, double low, double high)
{
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&wanted](std::size_t index) { return wanted[index]; });

    const auto placed = [height, low, high](Cluster cluster) {
        const double most = std::max(low, high - static_cast<double>(cluster.count) * height);
        cluster.top = std::clamp(cluster.wantedSum / static_cast<double>(cluster.count), low, most);
        return cluster;
    };
    std::vector<Cluster> clusters;
    for (const std::size_t index : order) {
        Cluster next = placed({0, 1, wanted[index]});
        while (!clusters.empty() && clusters.back().top + static_cast<double>(clusters.back().count) * height > next.top) {
            const Cluster& above = clusters.back();
            const double offset = static_cast<double>(above.count) * height;
            next = placed({0, above.count + next.count, above.wantedSum + next.wantedSum - offset * static_cast<double>(next.count)});
            clusters.pop_back();
        }
        clusters.push_back(next);
    }

    std::vector<double> tops(wanted.size());
    std::size_t at = 0;
    for (const Cluster& cluster : clusters) {
        for (std::size_t member = 0; member < cluster.count; ++member)
            tops[order[at++]] = cluster.top + static_cast<double>(member) * height;
    }
    return tops;
}

std::vector<TickText> chooseTickTexts(const std::vector<TickSpan>& spans, double gap)
{
    std::vector<LabelSpan> labels;
    labels.reserve(spans.size());
    for (const TickSpan& span : spans)
        labels.push_back({span.center, span.full});
    const std::vector<bool> fits = fitLabels(labels, gap);
    std::vector<TickText> texts(spans.size(), TickText::Full);
    // All or none: a unit here and none there would look like an oversight.
    const bool isCrowded = std::ranges::find(fits, false) != fits.end();
    for (std::size_t index = 1; index + 1 < spans.size(); ++index) {
        if (isCrowded && !spans[index].beginsUnit && spans[index].brief > 0) {
            texts[index] = TickText::Brief;
            labels[index].width = spans[index].brief;
        }
    }
    const std::vector<bool> isShown = fitLabels(labels, gap);
    for (std::size_t index = 0; index < spans.size(); ++index) {
        if (!isShown[index])
            texts[index] = TickText::None;
    }
    return texts;
}

std::vector<bool> fitLabels(const std::vector<LabelSpan>& spans, double gap)
{
    std::vector<bool> isShown(spans.size(), false);
    if (spans.empty())
        return isShown;
    const auto left = [](const LabelSpan& span) { return span.center - span.width / 2; };
    const auto right = [](const LabelSpan& span) { return span.center + span.width / 2; };
    isShown.front() = true;
    const bool isLastShown = spans.size() > 1 && left(spans.back()) >= right(spans.front()) + gap;
    isShown.back() = isShown.back() || isLastShown;
    double free = right(spans.front()) + gap;
    for (std::size_t index = 1; index + 1 < spans.size(); ++index) {
        if (left(spans[index]) < free || (isLastShown && right(spans[index]) + gap > left(spans.back())))
            continue;
        isShown[index] = true;
        free = right(spans[index]) + gap;
    }
    return isShown;
}

} // namespace tierscope::ui
