// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/ChartSamples.h"

#include "core/exchange/ObservationsCsv.h"
#include "core/tier/TierCatalogue.h"

namespace tierscope::tests {

core::Sample chartSample(int memory, core::ScheduleMode mode, int cap, double seconds)
{
    core::Sample sample;
    sample.memory = core::MemoryMb{memory};
    sample.vcpus = memory == 0 ? 2 : core::visibleVcpus(sample.memory);
    sample.share = memory == 0 ? core::CpuShare{2} : core::creditShare(sample.memory);
    sample.mode = mode;
    sample.cap = cap;
    sample.wallSeconds = seconds;
    sample.limiter = "cgroup v2";
    sample.ok = true;
    return sample;
}

core::ExperimentRecord repeatedReference(int repeats)
{
    core::ExperimentRecord record = core::referenceExperiment();
    record.entry.id = 7;
    record.entry.name = "Image thumbnails";
    record.entry.status = core::ExperimentStatus::Finished;
    record.readOnly = false;
    record.source.clear();
    std::vector<core::Sample> samples;
    for (const core::Sample& published : record.samples) {
        for (int repeat = 0; repeat < repeats; ++repeat) {
            core::Sample sample = published;
            sample.planIndex = static_cast<int>(samples.size());
            sample.repeat = repeat;
            sample.limiter = "cgroup v2";
            sample.dilation = core::Dilation{sample.vcpus / 2.0};
            sample.wallSeconds *= 1 + 0.02 * ((repeat * 7) % 5 - 2);
            samples.push_back(sample);
        }
    }
    record.samples = std::move(samples);
    return record;
}

} // namespace tierscope::tests
