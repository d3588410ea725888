// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/LambdaNote.h"

#include "core/analysis/AdaptiveSweep.h"
#include "core/analysis/Cost.h"
#include "core/tier/TierCatalogue.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>
#include <QStringList>

namespace tierscope::ui {

namespace {

struct Note {
    Q_DECLARE_TR_FUNCTIONS(LambdaNote)
};

/// What a sweep takes.
struct Amount {
    double seconds = 0;        ///< of one invocation after the other
    std::optional<double> usd; ///< none where a price is not known
};

/// The sum over the plan's runs, each as long as `secondsOf` says.
template <typename SecondsOf>
Amount amountOf(const std::vector<core::PlannedRun>& plan, core::MemoryMb now, const core::Result<core::Tariff>& tariff,
                const SecondsOf& secondsOf)
{
    Amount amount;
    if (tariff)
        amount.usd = 0;
    for (const core::PlannedRun& run : plan) {
        const double seconds = secondsOf(run);
        amount.seconds += seconds;
        if (!amount.usd)
            continue;
        core::Usage usage;
        usage.memory = run.memory == core::kUnlimitedTier ? now : run.memory;
        usage.durationMs = seconds * 1000;
        const auto cost = core::costOf(*tariff, usage);
        amount.usd = cost ? std::optional(*amount.usd + cost->totalUsd()) : std::nullopt;
    }
    return amount;
}

QString amountText(const Amount& amount, int concurrency)
{
    const QString time = durationText(amount.seconds / concurrency);
    return amount.usd ? Note::tr("%1 and %2").arg(time, QString::fromStdString(core::formatUsd(*amount.usd))) : time;
}

QString invocationsText(const RunRange& runs, bool isAtMost)
{
    const auto number = [](int count) { return numberText(static_cast<qulonglong>(count)); };
    if (runs.most == 1)
        return Note::tr("1 invocation");
    if (isAtMost)
        return Note::tr("At most %1 invocations").arg(number(runs.most));
    if (runs.least < runs.most)
        return Note::tr("%1 to %2 invocations").arg(number(runs.least), number(runs.most));
    return Note::tr("%1 invocations").arg(number(runs.most));
}

} // namespace

PlanNote makeLambdaNote(const core::ExperimentSpec& spec, const core::FunctionConfiguration* function, const std::string& region,
                        const std::optional<core::TaskCalibration>& calibration, const core::PriceList& prices,
                        std::optional<core::SweepGoal> goal)
{
    // With as many CPUs as the largest tier has nothing is dilated.
    const int cpus = core::visibleVcpus(core::kLargestTier);
    const std::vector<core::PlannedRun> plan = core::makePlan(spec, cpus);
    const auto architecture = core::parseArchitecture(function == nullptr ? "x86_64" : function->architecture);
    const core::Result<core::Tariff> tariff = architecture.and_then([&](core::Architecture known) { return prices.tariff(region, known); });
    const core::MemoryMb now = function == nullptr ? core::MemoryMb{} : function->memory;
    PlanNote note;
    note.headline = invocationsText(runRange(plan), goal.has_value());
    QStringList sentences;
    // Which share of a CPU a function has that is measured as it is, the estimate does not know.
    if (calibration && !spec.tiers.empty() && spec.lambda.contract == core::LambdaContract::Own) {
        const Amount likely = amountOf(
            plan, now, tariff, [&](const core::PlannedRun& run) { return core::estimateRunSeconds(*calibration, run, spec.tasks, cpus); });
        sentences << Note::tr("About %1, if its CPUs are as fast as this computer's.").arg(amountText(likely, spec.lambda.concurrency));
    } else {
        sentences << Note::tr("How long one takes is not known yet.");
    }
    if (function != nullptr) {
        const Amount most =
            amountOf(plan, now, tariff, [&](const core::PlannedRun&) { return static_cast<double>(function->timeout.count()); });
        sentences << Note::tr("At most %1, by its time limit.").arg(amountText(most, spec.lambda.concurrency));
    }
    if (!region.empty() && !tariff)
        sentences << Note::tr("The price is unknown for %1.").arg(QString::fromStdString(region));
    sentences << endSentences(spec, plan, goal);
    sentences << (spec.tiers.empty() ? Note::tr("Nothing is changed.") : Note::tr("Run asks before anything is changed."));
    note.detail = keepUnits(sentences.join(QLatin1Char(' ')));
    return note;
}

} // namespace tierscope::ui
