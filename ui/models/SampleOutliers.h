// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Statistics.h"
#include "core/experiment/Sample.h"

#include <QString>

#include <map>
#include <vector>

namespace tierscope::ui {

/// Why a sample is marked: it lies apart from the others of its tier, mode and cap by both rules of core::markOutliers.
struct SampleOutlier {
    double z = 0;        ///< modified Z score
    double lowFence = 0; ///< Tukey's, seconds
    double highFence = 0;
    int count = 0; ///< samples of the group, this one among them
    bool operator==(const SampleOutlier&) const = default;
};

/// Those of one tier, mode and cap, by plan index. Failures and warm-ups do not take part, cold starts only where there is nothing else.
[[nodiscard]] std::map<int, SampleOutlier> findOutliers(const std::vector<const core::Sample*>& group);

/// "outlier, Z 5.3".
[[nodiscard]] QString outlierText(const SampleOutlier& outlier);
/// By which rules, with the figures.
[[nodiscard]] QString outlierHelp(const SampleOutlier& outlier);

/// Comments for a table of observations (lines that begin with '#', in English as the rest of the file), one an outlier; empty for none.
[[nodiscard]] std::string outlierComments(const std::vector<core::Sample>& samples);
/// The table with these comments before its head line. Its other comments stay first.
[[nodiscard]] std::string withComments(const std::string& csv, const std::string& comments);

} // namespace tierscope::ui
