// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/PlanNote.h"

#include "core/tier/QuotaLaw.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>

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
    return QLatin1Char(' ') + Plan::tr("Tiers with more vCPUs than the %1 here run dilated %2.").arg(cpusText(usableCpus), factors);
}

} // namespace

PlanNote makePlanNote(const core::ExperimentSpec& spec, int usableCpus, const std::optional<core::TaskCalibration>& calibration)
{
    const auto plan = core::makePlan(spec, usableCpus);
    const QString runs = runsText(static_cast<int>(plan.size()));
    PlanNote note;
    if (calibration) {
        double seconds = 0;
        for (const core::PlannedRun& run : plan)
            seconds += core::estimateRunSeconds(*calibration, run, spec.tasks, usableCpus);
        note.headline = Plan::tr("About %1").arg(durationText(seconds));
        note.detail = runs + QLatin1Char('.');
    } else {
        note.headline = runs;
        note.detail = Plan::tr("How long they take is known once a first task has been timed.");
    }
    note.detail += dilationText(spec, usableCpus);
    return note;
}

} // namespace tierscope::ui
