// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/SampleOutliers.h"

#include "core/analysis/Summary.h"
#include "core/tier/TierCatalogue.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace tierscope::ui {

namespace {

struct Outliers {
    Q_DECLARE_TR_FUNCTIONS(SampleOutliers)
};

/// Tukey 1977, as core::markOutliers has them.
core::Interval tukeyFences(const std::vector<double>& values)
{
    constexpr double kReach = 1.5;
    const double lower = core::quantile(values, 0.25);
    const double upper = core::quantile(values, 0.75);
    return {lower - kReach * (upper - lower), upper + kReach * (upper - lower)};
}

} // namespace

std::map<int, SampleOutlier> findOutliers(const std::vector<const core::Sample*>& group)
{
    const bool hasWarm = std::ranges::any_of(group, [](const core::Sample* sample) { return sample->isCounted(); });
    std::vector<const core::Sample*> counted;
    std::vector<double> seconds;
    for (const core::Sample* sample : group) {
        if (!sample->ok || sample->warmup || (sample->cold && hasWarm))
            continue;
        counted.push_back(sample);
        seconds.push_back(sample->wallSeconds);
    }
    const core::OutlierMarks marks = core::markOutliers(seconds);
    std::map<int, SampleOutlier> found;
    if (marks.count() == 0)
        return found;
    const std::vector<double> scores = core::modifiedZScores(seconds);
    const core::Interval fences = tukeyFences(seconds);
    for (std::size_t index = 0; index < counted.size(); ++index) {
        if (marks.isOutlier(index))
            found[counted[index]->planIndex] = {scores[index], fences.low, fences.high, static_cast<int>(counted.size())};
    }
    return found;
}

QString outlierText(const SampleOutlier& outlier)
{
    return Outliers::tr("outlier, Z %1").arg(outlier.z, 0, 'f', 1);
}

QString outlierHelp(const SampleOutlier& outlier)
{
    return Outliers::tr(
               "Lies apart from the other %1 runs of its kind: its modified Z score is %2 (marked above 3.5), and it is outside of "
               "Tukey's fences, %3 to %4. It is counted all the same.")
        .arg(outlier.count - 1)
        .arg(outlier.z, 0, 'f', 1)
        .arg(secondsText(std::max(0.0, outlier.lowFence)), secondsText(outlier.highFence));
}

std::string outlierComments(const std::vector<core::Sample>& samples)
{
    std::map<std::tuple<int, core::ScheduleMode, int>, std::vector<const core::Sample*>> groups;
    for (const core::Sample& sample : samples)
        groups[{sample.memory.value, sample.mode, sample.cap}].push_back(&sample);
    std::string comments;
    for (const auto& [key, group] : groups) {
        const std::map<int, SampleOutlier> outliers = findOutliers(group);
        for (const core::Sample* sample : group) {
            const auto found = outliers.find(sample->planIndex);
            if (found == outliers.end())
                continue;
            comments += fmt::format("# Outlier, counted all the same: {}, {}, cap {}, repeat {}, {} s (modified Z {:.1f}, Tukey's fences "
                                    "{:.6g} to {:.6g} s)\n",
                                    core::tierName(sample->memory), core::scheduleModeName(sample->mode), sample->cap, sample->repeat + 1,
                                    sample->wallSeconds, found->second.z, found->second.lowFence, found->second.highFence);
        }
    }
    return comments;
}

std::string withComments(const std::string& csv, const std::string& comments)
{
    std::size_t head = 0;
    while (head < csv.size() && csv[head] == '#')
        head = std::min(csv.find('\n', head), csv.size() - 1) + 1;
    return csv.substr(0, head) + comments + csv.substr(head);
}

} // namespace tierscope::ui
