// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Clock.h"
#include "core/base/Units.h"

#include <cstdint>
#include <optional>

namespace tierscope::core {

/// What a group did in one window between two looks at it.
struct QuotaWindow {
    Nanoseconds wall{0};
    Nanoseconds used{0};               ///< CPU time
    std::int64_t periods = 0;          ///< quota periods that passed while it was active
    std::int64_t throttledPeriods = 0; ///< those in which it was held back
};

/// Keeps a group's CPU time at share x wall time. CFS bandwidth control alone loses 5 to 10 % near one whole vCPU (5 ms slices, the tick)
/// and a little elsewhere; this integrates what was lost or gained and says by which factor the quota is to be multiplied so that it comes
/// back. A group that does not want its share (it sleeps, or its last wave has fewer processes) earns nothing: only windows in which it was
/// held back count. Pure: no clock, no files.
class QuotaCorrection {
public:
    /// `initialFactor`: what an earlier run with the same share ended with.
    explicit QuotaCorrection(CpuShare share, double initialFactor = 1.0);

    /// Takes a window in. A factor when the quota should be written anew: every write refills the group's quota at once
    /// (kernel/sched/fair.c, tg_set_cfs_bandwidth), so it is asked for only when it is worth that.
    [[nodiscard]] std::optional<double> update(const QuotaWindow& window);

    [[nodiscard]] double factor() const { return m_factor; }
    /// What was asked for over what came of it while the group was held back: what the next run with this share should begin with.
    [[nodiscard]] double learnedFactor() const;
    /// CPU time that the group is owed; negative: has had too much.
    [[nodiscard]] Nanoseconds debt() const { return m_debt; }

private:
    CpuShare m_share;
    double m_initial;
    double m_bias;             ///< slow: the loss that this share always has
    double m_factor;           ///< bias and repayment, as last asked for
    double m_givenSeconds = 0; ///< CPU time that the written quota allowed, and what was used, in saturated windows
    double m_gotSeconds = 0;
    Nanoseconds m_debt{0};
    Nanoseconds m_sinceWrite{0};
};

} // namespace tierscope::core
