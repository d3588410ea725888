// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/PlanNote.h"

#include "core/tier/QuotaLaw.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace tierscope::ui {

namespace {

struct Plan {
    Q_DECLARE_TR_FUNCTIONS(PlanNote)
};

QString dilationText(const core::ExperimentSpec& spec, int usableCpus)
{
    double least = 0;
    double most = 1;
    for (const core::MemoryMb tier : spec.tiers) {
        const core::Dilation dilation = core::tierLimits(tier, usableCpus).dilation;
        if (dilation.isPlain())
            continue;
        least = least == 0 ? dilation.factor : std::min(least, dilation.factor);
        most = std::max(most, dilation.factor);
    }
    if (least == 0)
        return {};
    const QString factors =
        least == most ? Plan::tr("×%1").arg(most, 0, 'g', 3) : Plan::tr("×%1 to ×%2").arg(least, 0, 'g', 3).arg(most, 0, 'g', 3);
    return Plan::tr("Tiers with more vCPUs than the %1 here run dilated %2: that many times as slow.").arg(cpusText(usableCpus), factors);
}

double sweepSeconds(const core::ExperimentSpec& spec, int usableCpus, const core::TaskCalibration& calibration)
{
    double seconds = 0;
    for (const core::PlannedRun& run : core::makePlan(spec, usableCpus))
        seconds += core::estimateRunSeconds(calibration, run, spec.tasks, usableCpus);
    return seconds;
}

} // namespace

PlanNote makePlanNote(const core::ExperimentSpec& spec, int usableCpus, const std::optional<core::TaskCalibration>& calibration)
{
    const QString runs = runsText(static_cast<int>(core::makePlan(spec, usableCpus).size()));
    PlanNote note;
    QStringList sentences;
    if (calibration) {
        note.headline = Plan::tr("About %1").arg(durationText(sweepSeconds(spec, usableCpus, *calibration)));
        sentences << Plan::tr("%1, reckoned from a short timing here.").arg(runs);
    } else {
        note.headline = runs;
        sentences << Plan::tr("How long they take is known once a first task has been timed.");
    }
    const QString dilation = dilationText(spec, usableCpus);
    note.isDilated = !dilation.isEmpty();
    if (note.isDilated)
        sentences << dilation;
    QString detail = sentences.front();
    for (const QString& sentence : sentences.mid(1))
        detail = Plan::tr("%1 %2", "one sentence after the other").arg(detail, sentence);
    note.detail = keepUnits(detail);
    return note;
}

std::optional<double> quickLookIterationSeconds(const core::ExperimentSpec& quickLook, int usableCpus)
{
    constexpr double kQuickLookSeconds = 30;
    const auto* kernel = std::get_if<core::KernelWorkload>(&quickLook.workload);
    if (kernel == nullptr || kernel->name != "busy-loop" || !kernel->parameters.contains("iterations"))
        return std::nullopt;
    // The estimate is linear in a task's CPU time.
    const double taskSeconds = kQuickLookSeconds / sweepSeconds(quickLook, usableCpus, {1, 1, 0});
    return taskSeconds / static_cast<double>(kernel->parameters.at("iterations"));
}

} // namespace tierscope::ui
