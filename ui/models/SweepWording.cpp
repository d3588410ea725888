// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/SweepWording.h"

#include "core/analysis/Cost.h"
#include "core/experiment/ExperimentPlan.h"
#include "core/tier/TierCatalogue.h"
#include "ui/models/ErrorWording.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>

#include <cmath>
#include <map>

namespace tierscope::ui {

namespace {

struct Sweep {
    Q_DECLARE_TR_FUNCTIONS(Sweep)
};

QString invocationsText(int count)
{
    return count == 1 ? Sweep::tr("1 invocation") : Sweep::tr("%1 invocations").arg(numberText(static_cast<qulonglong>(count)));
}

QString changesText(int count)
{
    return count == 1 ? Sweep::tr("1 change") : Sweep::tr("%1 changes").arg(numberText(static_cast<qulonglong>(count)));
}

QString tierNames(const std::vector<core::MemoryMb>& tiers)
{
    QStringList sizes;
    for (const core::MemoryMb tier : tiers)
        sizes << QString::number(tier.value);
    return Sweep::tr("%1 MB").arg(sizes.join(QStringLiteral(", ")));
}

QString costText(const core::SweepGuard& guard)
{
    const QString seconds = numberText(static_cast<qulonglong>(std::llround(guard.mostGbSeconds)));
    if (!guard.mostUsd)
        return Sweep::tr("At most %1 GB-seconds; the price is unknown for this region").arg(seconds);
    return Sweep::tr("At most %1, for %2 GB-seconds").arg(QString::fromStdString(core::formatUsd(*guard.mostUsd)), seconds);
}

/// What the runs of one tier are, in the order in which they come.
QStringList tierSteps(const std::vector<core::PlannedRun>& runs)
{
    int cold = 0;
    int warmup = 0;
    int counted = 0;
    for (const core::PlannedRun& run : runs)
        ++(run.cold ? cold : run.warmup ? warmup : counted);
    QStringList steps;
    if (cold > 0)
        steps << Sweep::tr("Force a cold start before each of %1").arg(invocationsText(cold));
    if (warmup > 0)
        steps << Sweep::tr("Warm up: %1, not counted").arg(invocationsText(warmup));
    if (counted > 0)
        steps << Sweep::tr("Measure: %1").arg(invocationsText(counted));
    return steps;
}

} // namespace

SweepWords makeSweepWords(const core::ExperimentSpec& spec, const core::SweepGuard& guard)
{
    const core::FunctionConfiguration& function = guard.function;
    const QString name = functionTitle(function.name, spec.lambda.qualifier);
    SweepWords words;
    words.headline = guard.mostUsd
                         ? Sweep::tr("%1 of %2, at most %3")
                               .arg(invocationsText(guard.invocations), name, QString::fromStdString(core::formatUsd(*guard.mostUsd)))
                         : Sweep::tr("%1 of %2").arg(invocationsText(guard.invocations), name);
    words.rows.emplace_back(Sweep::tr("Function"), functionTitle(function.name, spec.lambda.qualifier));
    words.rows.emplace_back(Sweep::tr("Account"), QString::fromStdString(function.account()));
    words.rows.emplace_back(Sweep::tr("Region"), QString::fromStdString(function.region()));
    words.rows.emplace_back(Sweep::tr("Configuration"), functionText(function));
    words.rows.emplace_back(Sweep::tr("Changes"), guard.tiers.empty() ? Sweep::tr("Nothing: it is measured as it is")
                                                                      : Sweep::tr("Its memory, to %1: %2 in all, the last puts it back")
                                                                            .arg(tierNames(guard.tiers), changesText(guard.memoryChanges)));
    words.rows.emplace_back(Sweep::tr("Cost"), costText(guard));
    words.rows.emplace_back(
        Sweep::tr("Time"),
        Sweep::tr("At most %1, where each invocation runs into the function's time limit").arg(durationText(guard.mostSeconds)));
    if (!guard.tiers.empty())
        words.promise = keepUnits(Sweep::tr("Its memory size, %1, is written down on this computer before the first change. It is put back "
                                            "at the end, when you press Stop, after an error, and after a crash at Tierscope's next start.")
                                      .arg(tierText(function.memory)));
    for (auto& row : words.rows)
        row.second = keepUnits(row.second);
    for (const core::Error& warning : guard.warnings)
        words.warnings << sentenceStart(remarkText(warning));
    return words;
}

QStringList sweepSteps(const core::ExperimentSpec& spec, const core::SweepGuard& guard)
{
    std::vector<core::MemoryMb> order;
    std::map<core::MemoryMb, std::vector<core::PlannedRun>> byTier;
    for (const core::PlannedRun& run : core::makePlan(spec, core::visibleVcpus(core::kLargestTier))) {
        if (byTier[run.memory].empty())
            order.push_back(run.memory);
        byTier[run.memory].push_back(run);
    }
    QStringList steps;
    if (!guard.tiers.empty())
        steps << Sweep::tr("Write down its memory size: %1").arg(tierText(guard.function.memory));
    for (const core::MemoryMb tier : order) {
        if (tier != core::kUnlimitedTier)
            steps << Sweep::tr("Set its memory to %1 and wait until Lambda has done so").arg(tierText(tier));
        steps << tierSteps(byTier[tier]);
    }
    if (!guard.tiers.empty())
        steps << Sweep::tr("Put its memory back to %1").arg(tierText(guard.function.memory));
    return steps;
}

QString restoreText(const core::RestoreOutcome& outcome)
{
    const QString name = functionTitle(outcome.functionArn, {});
    switch (outcome.kind) {
    case core::RestoreOutcome::Kind::Restored:
        return Sweep::tr("A sweep of “%1” had not ended: its memory size has been put back.").arg(name);
    case core::RestoreOutcome::Kind::WasAsBefore:
        return Sweep::tr("A sweep of “%1” had not ended: its memory size was as before, nothing had to be put back.").arg(name);
    case core::RestoreOutcome::Kind::LeftToOthers:
        return Sweep::tr("A sweep of “%1” had not ended, and somebody else has changed the function since: nothing was overwritten.")
            .arg(name);
    case core::RestoreOutcome::Kind::Gone:
        return Sweep::tr("A sweep of “%1” had not ended; the function has been deleted since.").arg(name);
    }
    return {};
}

} // namespace tierscope::ui
