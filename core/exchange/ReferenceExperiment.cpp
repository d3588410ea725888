// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ReferenceCsv.h"
#include "core/exchange/ObservationsCsv.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>

namespace tierscope::core {

namespace {

constexpr std::int64_t kReferenceDateMs = 1'640'736'000'000; // 2021-12-29, midnight UTC

/// The part of the reference table's comments that says where it was published.
std::string referenceSource()
{
    constexpr std::string_view kMark = "# Source: ";
    constexpr std::string_view kTail = " Seconds.";
    std::string_view source = kReferenceCsv.substr(kReferenceCsv.find(kMark) + kMark.size());
    source = source.substr(0, source.find('\n'));
    if (source.size() > kTail.size() && source.substr(source.size() - kTail.size()) == kTail)
        source.remove_suffix(kTail.size());
    return std::string(source);
}

Sample referenceSample(const Observation& observation, int planIndex)
{
    Sample sample;
    sample.planIndex = planIndex;
    sample.memory = observation.memory;
    sample.vcpus = observation.vcpus;
    sample.share = creditShare(observation.memory);
    sample.mode = observation.mode;
    sample.cap = observation.cap;
    sample.taskCount = observation.tasks;
    sample.wallSeconds = observation.seconds;
    sample.limiter = "lambda";
    sample.ok = true;
    sample.startedAtMs = kReferenceDateMs;
    return sample;
}

} // namespace

ExperimentRecord referenceExperiment()
{
    ExperimentRecord record;
    record.readOnly = true;
    record.source = referenceSource();
    record.spec.name = "Reference measurements (2021)";
    record.spec.backend = BackendKind::Lambda;
    record.spec.workload = PythonWorkload{"tierscope_workloads", "busy_loop", "[10000000]", {}};
    record.spec.tiers.assign(articleTiers().begin(), articleTiers().end());
    record.spec.repeats = 1;
    // The file is part of the build and held to this by a test.
    const auto observations = parseObservations(kReferenceCsv);
    for (const Observation& observation : observations.value())
        record.samples.push_back(referenceSample(observation, static_cast<int>(record.samples.size())));

    ExperimentEntry& entry = record.entry;
    entry.name = record.spec.name;
    entry.isNamed = true;
    entry.workloadTitle = workloadTitle(record.spec.workload);
    entry.workload = record.spec.workload;
    entry.taskCount = record.spec.tasks;
    entry.backend = record.spec.backend;
    entry.status = ExperimentStatus::Imported;
    entry.createdAtMs = kReferenceDateMs;
    entry.plannedRuns = entry.finishedRuns = static_cast<int>(record.samples.size());
    entry.tierCount = static_cast<int>(record.spec.tiers.size());
    // One sample a tier and mode: each is its own median.
    for (const Sample& sample : record.samples)
        entry.fastestSeconds = std::min(entry.fastestSeconds.value_or(sample.wallSeconds), sample.wallSeconds);
    return record;
}

} // namespace tierscope::core
