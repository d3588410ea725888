// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Comparison.h"
#include "core/analysis/Summary.h"

namespace tierscope::core {

/// Speed-up on that many processors of work of which a fraction is serial: 1 / (f + (1 - f) / p) (Amdahl 1967).
[[nodiscard]] double amdahlSpeedup(double serialFraction, double processors);

/// The serial fraction that one measured speed-up shows: (1 / S - 1 / p) / (1 - 1 / p) (Karp and Flatt 1990). Below 0 where the speed-up
/// exceeds the processors. None for p <= 1, where nothing can be said.
[[nodiscard]] std::optional<double> karpFlattFraction(double speedup, double processors);

/// How many processors' worth of CPU time a tier adds to that of one process: min(cap, share) / min(1, share). 1 up to one vCPU of credit.
[[nodiscard]] double usableProcessors(CpuShare share, int cap);

/// The most that `tasks` equal tasks can gain at a tier by running `cap` at once, whole tasks counted (idealMakespan).
[[nodiscard]] double idealGain(CpuShare share, int cap, int tasks);

/// One tier, parallel (or pool) against sequential.
struct SpeedupRow {
    SummaryRow parallel;
    SummaryRow sequential;
    int tasks = 1;
    double processors = 1;   ///< usableProcessors
    double idealGain = 1;    ///< for this many tasks
    double parallelGain = 1; ///< sequential median / parallel median at this tier
    /// 95 %, and whether it is a gain at all; by compareTimes.
    Comparison comparison;
    double efficiency = 1;                ///< parallelGain / cap
    std::optional<double> serialFraction; ///< Karp-Flatt's
    /// The base tier's sequential median / this tier's: what memory alone gives. None without a sequential run at the base tier.
    std::optional<double> tierGain;
    /// The base tier's sequential median / this parallel median: tierGain x parallelGain.
    std::optional<double> totalGain;
};

/// Amdahl's law through all tiers with more than one usable processor.
struct AmdahlFit {
    double serialFraction = 0; ///< 0..1
    double meanError = 0;      ///< mean |fitted / measured - 1|
    int points = 0;
    [[nodiscard]] double limit() const { return 1 / serialFraction; } ///< the gain that no number of processors exceeds
};

/// From which memory on parallel wins.
struct BreakEven {
    /// Least measured tier from which parallel stays noticeably faster; none where it never is, or not to the end. Unlimited counts as
    /// largest.
    std::optional<MemoryMb> tier;
    bool isFasterSomewhere = false;
    /// Where the gain crosses one between that tier and the one below, in MB: straight in the logarithms. None for the least tier of all.
    std::optional<double> crossingMb;
    /// The tiers that 95 % of 1,000 bootstrap resamples of the samples give (Efron 1979, percentiles). None with fewer than three samples
    /// in a tier. `highTier` none: in more than one of forty resamples parallel wins nowhere for good.
    std::optional<MemoryMb> lowTier;
    std::optional<MemoryMb> highTier;
    [[nodiscard]] bool hasInterval() const { return lowTier.has_value(); }
};

/// What counts as faster: 1 % above one vCPU of credit (how true an emulated tier is), 5 % up to it, where a second process has no CPU time
/// of its own and only tasks that wait gain, and by much.
[[nodiscard]] double noticeableGain(CpuShare share);

/// Rows of tiers that have both, in the order of summarise; of several parallel ways at one tier the fastest median.
struct SpeedupAnalysis {
    std::optional<MemoryMb> base; ///< least tier with a sequential run, or the one asked for
    std::vector<SpeedupRow> rows;
    std::optional<AmdahlFit> amdahl;
    BreakEven breakEven;
};
/// `base` none: the least tier. `seed` is that of the bootstrap: the same samples give the same answer.
[[nodiscard]] SpeedupAnalysis analyseSpeedup(const std::vector<Sample>& samples, std::optional<MemoryMb> base = {}, std::uint64_t seed = 1);

/// Least squares of the relative error over f in 0..1. None without points of p > 1.
struct SpeedupPoint {
    double processors = 1;
    double speedup = 1;
};
[[nodiscard]] std::optional<AmdahlFit> fitAmdahl(std::span<const SpeedupPoint> points);

} // namespace tierscope::core
