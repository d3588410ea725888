// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/QuotaCorrection.h"

#include <algorithm>
#include <cmath>

namespace tierscope::core {

namespace {

constexpr double kLeastFactor = 0.6;
constexpr double kGreatestFactor = 1.6;
constexpr double kRepaySeconds = 0.4;  ///< a debt is paid back over this long
constexpr double kLearnSeconds = 1.6;  ///< four times that: critically damped, so that the share does not swing
constexpr double kSaturated = 0.6;     ///< of the periods were throttled: the group wanted all it could get
constexpr double kEnoughToLearn = 0.2; ///< seconds of such windows
constexpr Nanoseconds kLeastBetweenWrites{180'000'000};
constexpr double kWorthWriting = 0.008; ///< relative change of the quota

double seconds(Nanoseconds time)
{
    return std::chrono::duration<double>(time).count();
}

} // namespace

QuotaCorrection::QuotaCorrection(CpuShare share, double initialFactor)
    : m_share(share)
    , m_initial(std::clamp(initialFactor, kLeastFactor, kGreatestFactor))
    , m_bias(m_initial)
    , m_factor(m_initial)
{}

std::optional<double> QuotaCorrection::update(const QuotaWindow& window)
{
    m_sinceWrite += window.wall;
    const double expected = m_share.value * seconds(window.wall);
    if (expected <= 0)
        return std::nullopt;
    const double used = seconds(window.used);
    const double throttled =
        window.periods > 0 ? std::min(1.0, static_cast<double>(window.throttledPeriods) / static_cast<double>(window.periods)) : 0.0;
    double lost = expected - used;
    if (lost > 0)
        lost *= throttled;
    if (throttled >= kSaturated) {
        m_givenSeconds += expected * m_factor;
        m_gotSeconds += used;
    }
    m_debt += std::chrono::duration_cast<Nanoseconds>(std::chrono::duration<double>(lost));
    const double repayment = seconds(m_debt) / (m_share.value * kRepaySeconds);
    m_bias = std::clamp(m_bias + repayment * seconds(window.wall) / kLearnSeconds, kLeastFactor, kGreatestFactor);

    const double wanted = std::clamp(m_bias + repayment, kLeastFactor, kGreatestFactor);
    if (m_sinceWrite < kLeastBetweenWrites || std::abs(wanted - m_factor) < kWorthWriting * m_factor)
        return std::nullopt;
    m_sinceWrite = Nanoseconds(0);
    m_factor = wanted;
    return m_factor;
}

double QuotaCorrection::learnedFactor() const
{
    if (m_gotSeconds <= 0 || m_givenSeconds < kEnoughToLearn * m_share.value)
        return m_initial;
    return std::clamp(m_givenSeconds / m_gotSeconds, kLeastFactor, kGreatestFactor);
}

} // namespace tierscope::core
