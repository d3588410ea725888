// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/PlanNote.h"

#include "core/analysis/AdaptiveSweep.h"
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

/// Of the runs that are certain, and of all.
struct SecondsRange {
    double least = 0;
    double most = 0;
};

SecondsRange sweepSeconds(const core::ExperimentSpec& spec, const std::vector<core::PlannedRun>& plan, int usableCpus,
                          const core::TaskCalibration& calibration)
{
    SecondsRange range;
    for (const core::PlannedRun& run : plan) {
        const double seconds = core::estimateRunSeconds(calibration, run, spec.tasks, usableCpus);
        range.most += seconds;
        if (!run.isOptional)
            range.least += seconds;
    }
    return range;
}

QString runRangeText(const RunRange& runs)
{
    return runs.least == runs.most ? runsText(runs.most) : Plan::tr("%1 to %2").arg(runs.least).arg(runsText(runs.most));
}

QString headlineText(const SecondsRange& seconds, bool isAtMost)
{
    const QString most = durationText(seconds.most);
    const QString least = durationText(seconds.least);
    if (isAtMost)
        return Plan::tr("At most %1").arg(most);
    return least == most ? Plan::tr("About %1").arg(most) : Plan::tr("%1 to %2").arg(least, most);
}

} // namespace

RunRange runRange(const std::vector<core::PlannedRun>& plan)
{
    const auto optional = std::ranges::count_if(plan, &core::PlannedRun::isOptional);
    return {static_cast<int>(plan.size()) - static_cast<int>(optional), static_cast<int>(plan.size())};
}

QStringList endSentences(const core::ExperimentSpec& spec, const std::vector<core::PlannedRun>& plan, std::optional<core::SweepGoal> goal)
{
    QStringList sentences;
    if (spec.precisionPercent > 0)
        sentences << Plan::tr("Repeats end once the median is sure to ± %1 %, at the latest after %2.")
                         .arg(spec.precisionPercent)
                         .arg(core::mostRepeats(spec));
    if (!goal)
        return sentences;
    const QString what = *goal == core::SweepGoal::Fastest    ? Plan::tr("the fastest tier")
                         : *goal == core::SweepGoal::Cheapest ? Plan::tr("the cheapest tier")
                                                              : Plan::tr("the knee");
    sentences << Plan::tr("Ends once %1 is known: a full sweep is %2 at %3 tiers.")
                     .arg(what, runsText(static_cast<int>(plan.size())))
                     .arg(spec.tiers.size());
    return sentences;
}

PlanNote makePlanNote(const core::ExperimentSpec& spec, int usableCpus, const std::optional<core::TaskCalibration>& calibration,
                      std::optional<core::SweepGoal> goal)
{
    const std::vector<core::PlannedRun> plan = core::makePlan(spec, usableCpus);
    const QString count = runRangeText(runRange(plan));
    const QString runs = goal ? Plan::tr("At most %1").arg(runsText(static_cast<int>(plan.size()))) : count;
    PlanNote note;
    QStringList sentences;
    if (calibration) {
        note.headline = headlineText(sweepSeconds(spec, plan, usableCpus, *calibration), goal.has_value());
        sentences << Plan::tr("%1, reckoned from a short timing here.").arg(runs);
    } else {
        note.headline = runs;
        sentences << Plan::tr("How long they take is known once a first task has been timed.");
    }
    sentences << endSentences(spec, plan, goal);
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
    const double taskSeconds =
        kQuickLookSeconds / sweepSeconds(quickLook, core::makePlan(quickLook, usableCpus), usableCpus, {1, 1, 0}).most;
    return taskSeconds / static_cast<double>(kernel->parameters.at("iterations"));
}

} // namespace tierscope::ui
