// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/QuotaLaw.h"

#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>

namespace tierscope::core {

TierLimits tierLimits(MemoryMb memory, int usableCpus, Dilation forcedDilation)
{
    const int usable = std::max(1, usableCpus);
    TierLimits limits;
    limits.memory = memory;
    if (limits.isUnlimited()) {
        limits.visibleVcpus = usable;
        limits.tierShare = limits.appliedShare = CpuShare{static_cast<double>(usable)};
        limits.processShare = CpuShare{1};
        limits.cpus = usable;
        return limits;
    }
    limits.visibleVcpus = visibleVcpus(memory);
    limits.tierShare = creditShare(memory);
    const double needed = static_cast<double>(limits.visibleVcpus) / usable;
    limits.dilation = Dilation{std::max({1.0, needed, forcedDilation.factor})};
    limits.appliedShare = CpuShare{limits.tierShare.value / limits.dilation.factor};
    limits.processShare = CpuShare{1 / limits.dilation.factor};
    limits.period = std::chrono::microseconds(std::llround(std::chrono::microseconds(kLambdaPeriod).count() * limits.dilation.factor));
    limits.cpus = std::min(limits.visibleVcpus, usable);
    return limits;
}

double idealMakespan(const std::vector<double>& taskCpuSeconds, int cap, CpuShare share)
{
    // Between two task ends all running tasks progress at one rate, so it is enough to step from end to end. Work is measured as progress
    // of a task that has run since time zero: a task that starts at progress p and needs w ends at progress p + w.
    std::priority_queue<double, std::vector<double>, std::greater<>> ends;
    double progress = 0;
    double time = 0;
    const auto finishOne = [&] {
        const double rate = std::min(1.0, share.value / static_cast<double>(ends.size()));
        time += (ends.top() - progress) / rate;
        progress = ends.top();
        ends.pop();
    };
    for (const double seconds : taskCpuSeconds) {
        if (ends.size() == static_cast<std::size_t>(std::max(1, cap)))
            finishOne();
        ends.push(progress + seconds);
    }
    while (!ends.empty())
        finishOne();
    return time;
}

} // namespace tierscope::core
