// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Statistics.h"
#include "core/experiment/Sample.h"

#include <string>
#include <vector>

namespace tierscope::core {

/// All counted samples of one tier, mode and cap.
struct SummaryRow {
    MemoryMb memory;
    int vcpus = 0;
    CpuShare share;
    ScheduleMode mode = ScheduleMode::Sequential;
    int cap = 1;
    int n = 0;
    int failed = 0; ///< samples that are not ok (they count in nothing else); a row may have only these
    double medianSeconds = 0;
    double madSeconds = 0;
    std::optional<Interval> interval; ///< 95 % of the median
    std::optional<double> speedup;    ///< sequential median of the same tier / this median; none for sequential or without one
    std::optional<double> efficiency; ///< speedup / cap
    std::optional<double> costUsd;
    Dilation dilation;
    std::string limiter;
};

/// Sorted by memory (unlimited last), mode, cap.
[[nodiscard]] std::vector<SummaryRow> summarise(const std::vector<Sample>& samples);

/// What the figures say. Text for people is made by findingText, or by ui in its language.
struct Finding {
    enum class Kind : std::uint8_t {
        Fastest,       ///< row: the fastest; other: the slowest
        Cheapest,      ///< least memory x time (GB-seconds); other: the fastest
        BreakEven,     ///< row: the least tier from which parallel stays noticeably faster (1 %; 5 % up to one vCPU); other: its sequential
        NeverPaysOff,  ///< parallel is nowhere noticeably faster; row: its best try, other: that tier's sequential
        FailedSamples, ///< count of them
    };
    Kind kind = Kind::Fastest;
    SummaryRow row;
    std::optional<SummaryRow> other;
    int count = 0;
};
[[nodiscard]] const char* findingKindName(Finding::Kind kind);
[[nodiscard]] std::vector<Finding> findings(const std::vector<SummaryRow>& summary);
[[nodiscard]] std::string findingText(const Finding& finding);

/// "3.42 s", "870 ms", "56.8 s": three significant figures, units as people say them.
[[nodiscard]] std::string formatSeconds(double seconds);

} // namespace tierscope::core
