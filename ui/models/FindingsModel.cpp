// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/FindingsModel.h"

#include "core/tier/TierCatalogue.h"
#include "ui/models/SweepOutcome.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace tierscope::ui {

namespace {

struct Findings {
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

QString caption(core::Finding::Kind kind)
{
    switch (kind) {
    case core::Finding::Kind::Fastest:
        return Findings::tr("Fastest");
    case core::Finding::Kind::Cheapest:
        return Findings::tr("Cheapest");
    case core::Finding::Kind::BreakEven:
    case core::Finding::Kind::NeverPaysOff:
        return Findings::tr("Break-even");
    case core::Finding::Kind::Balanced:
        return Findings::tr("Best balance");
    case core::Finding::Kind::Knee:
        return Findings::tr("Knee");
    case core::Finding::Kind::LargestLoss:
        return Findings::tr("Largest loss");
    case core::Finding::Kind::SerialFraction:
        return Findings::tr("Serial part");
    case core::Finding::Kind::FailedSamples:
        return Findings::tr("Failed");
    case core::Finding::Kind::Outliers:
        return Findings::tr("Outliers");
    case core::Finding::Kind::ColdStarts:
        return Findings::tr("Cold starts");
    case core::Finding::Kind::Drift:
        return Findings::tr("Drift");
    case core::Finding::Kind::TooFewSamples:
        return Findings::tr("Certainty");
    }
    return {};
}

std::optional<Term> term(const core::Finding& finding)
{
    switch (finding.kind) {
    case core::Finding::Kind::Cheapest:
        return Term::GbSecond;
    case core::Finding::Kind::BreakEven:
    case core::Finding::Kind::NeverPaysOff:
        return Term::BreakEven;
    case core::Finding::Kind::LargestLoss:
        if (finding.parts && finding.parts->largestLoss() == core::WallPart::Throttled)
            return Term::Throttled;
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

/// "parallel with 6 at once at 10240 MB".
QString wayAndPlace(const core::SummaryRow& row)
{
    const bool isUnlimited = row.memory == core::kUnlimitedTier;
    if (row.mode == core::ScheduleMode::Sequential)
        return isUnlimited ? Findings::tr("%1 without a limit").arg(modeWord(row.mode))
                           : Findings::tr("%1 at %2").arg(modeWord(row.mode), tierText(row.memory));
    if (isUnlimited)
        return Findings::tr("%1 with %2 at once, without a limit").arg(modeWord(row.mode)).arg(row.cap);
    return Findings::tr("%1 with %2 at once at %3").arg(modeWord(row.mode)).arg(row.cap).arg(tierText(row.memory));
}

/// "8.3×", "65×"; close to one it needs its hundredths.
QString timesText(double factor)
{
    return Findings::tr("%1×").arg(factor, 0, 'f', factor < 2 ? 2 : factor < 20 ? 1 : 0);
}

double gigabyteSeconds(const core::SummaryRow& row)
{
    constexpr double kMbPerGb = 1024;
    return row.memory.value * row.medianSeconds / kMbPerGb;
}

/// What makes a price an estimate.
QString estimateNote(const core::Finding& finding)
{
    return finding.isEstimate ? Findings::tr(" An estimate: this computer's seconds are taken for Lambda's.") : QString();
}

QString cheapestReason(const core::Finding& finding, const core::SummaryRow& fastest)
{
    const core::SummaryRow& row = finding.row;
    if (row.costUsd && fastest.costUsd) {
        constexpr double kMillion = 1e6;
        const QString million = usdText(*row.costUsd * kMillion);
        const QString text = *fastest.costUsd <= *row.costUsd ? Findings::tr("%1 a million runs, %2 in %3. It is the fastest too.")
                                                                    .arg(million, wayAndPlace(row), secondsText(row.medianSeconds))
                                                              : Findings::tr("%1 a million runs, %2 in %3. The fastest costs %4.")
                                                                    .arg(million, wayAndPlace(row), secondsText(row.medianSeconds),
                                                                         usdText(*fastest.costUsd * kMillion));
        return text + estimateNote(finding);
    }
    const QString figures = QString::number(gigabyteSeconds(row), 'g', 3);
    if (gigabyteSeconds(fastest) <= gigabyteSeconds(row))
        return Findings::tr("%1 GB-seconds, %2. It is the fastest too.").arg(figures, wayAndPlace(row));
    return Findings::tr("%1 GB-seconds, %2. The fastest takes %3 GB-seconds.")
        .arg(figures, wayAndPlace(row), QString::number(gigabyteSeconds(fastest), 'g', 3));
}

QString balancedReason(const core::SummaryRow& row, const core::SummaryRow& cheapest)
{
    if (row.memory == cheapest.memory && row.mode == cheapest.mode && row.cap == cheapest.cap)
        return Findings::tr("Twice as fast is worth twice the price here. It is the cheapest too.");
    return Findings::tr("%1 as fast as the cheapest at %2 its price, where twice as fast is worth twice the price.")
        .arg(timesText(cheapest.medianSeconds / row.medianSeconds), timesText(*row.costUsd / *cheapest.costUsd));
}

/// Where the break-even may lie, or nothing.
QString breakEvenRange(const std::optional<core::BreakEven>& breakEven)
{
    if (!breakEven || !breakEven->hasInterval())
        return {};
    if (!breakEven->highTier)
        return Findings::tr(" Its samples (95 %) leave %1 and up, or nowhere.").arg(tierText(*breakEven->lowTier));
    if (breakEven->lowTier == breakEven->highTier)
        return Findings::tr(" Its samples (95 %) leave no other tier.");
    return Findings::tr(" Its samples (95 %) leave %1 to %2.").arg(tierText(*breakEven->lowTier), tierText(*breakEven->highTier));
}

QString fastestReason(const core::Finding& finding, const core::SummaryRow& slowest, const QString& times)
{
    QString text = Findings::tr("%1 as fast as the slowest: %2, %3.").arg(times, wayAndPlace(slowest), secondsText(slowest.medianSeconds));
    if (finding.rival)
        text += Findings::tr(" %1 takes %2, which cannot be told from it, and costs less.")
                    .arg(sentenceStart(wayAndPlace(*finding.rival)), secondsText(finding.rival->medianSeconds));
    return text;
}

QString percentText(double fraction)
{
    constexpr double kPercent = 100;
    return Findings::tr("%1 %").arg(fraction * kPercent, 0, 'f', 1);
}

/// Below a thousandth the limit is a number that nobody can use.
bool isWhollyParallel(double serialFraction)
{
    return serialFraction < 0.001;
}

QString serialReason(const core::Finding& finding)
{
    if (isWhollyParallel(finding.figure))
        return Findings::tr("Amdahl's law, fitted over %1, finds no serial part.")
            .arg((finding.count == 1 ? Findings::tr("1 tier") : Findings::tr("%1 tiers").arg(finding.count)));
    return Findings::tr("Amdahl's law, fitted over %1: no number of vCPUs makes it more than %2 as fast.")
        .arg((finding.count == 1 ? Findings::tr("1 tier") : Findings::tr("%1 tiers").arg(finding.count)), timesText(1 / finding.figure));
}

QString lossWord(core::WallPart part)
{
    switch (part) {
    case core::WallPart::ProcessStart:
        return Findings::tr("starting processes");
    case core::WallPart::Contention:
        return Findings::tr("contention");
    case core::WallPart::IdleSlots:
        return Findings::tr("idle slots");
    case core::WallPart::Scheduler:
        return Findings::tr("scheduling");
    case core::WallPart::Compute:
    case core::WallPart::Throttled:
        return Findings::tr("throttled");
    }
    return {};
}

QString lossAdvice(const core::Finding& finding)
{
    switch (core::adviceFor(finding)) {
    case core::LossAdvice::HigherTier:
        return Findings::tr("A higher tier gives more CPU.");
    case core::LossAdvice::HigherTierOrOne:
        return Findings::tr("A higher tier gives more CPU, and one at a time costs nothing here.");
    case core::LossAdvice::HigherTierOrFewer:
        return Findings::tr("A higher tier gives more CPU, and %1 at once cost nothing here.").arg(core::fewestAtOnce(finding.row));
    case core::LossAdvice::NoHigherTier:
        return Findings::tr("No tier gives more CPU: give the tasks less to do, or spread them over more invocations.");
    case core::LossAdvice::FewerAtOnce:
        return Findings::tr("There are %1 vCPUs: no more at once than that.").arg(finding.row.vcpus);
    case core::LossAdvice::QuieterOrFewer:
        return Findings::tr("Close other programs, and try fewer at once: they share caches and memory.");
    case core::LossAdvice::QuieterComputer:
        return Findings::tr("Close other programs and measure again.");
    case core::LossAdvice::Pool:
        return Findings::tr("The mode pool reuses processes, and larger tasks need fewer.");
    case core::LossAdvice::LargerTasks:
        return Findings::tr("Give each task more to do.");
    case core::LossAdvice::SmallerTasks:
        return Findings::tr("More and smaller tasks fill the last wave.");
    case core::LossAdvice::MoreTasksThanSlots:
        return Findings::tr("Split the work into at least %1 tasks, or take a smaller tier.").arg(finding.row.cap);
    }
    return {};
}

QString reason(const core::Finding& finding)
{
    const core::SummaryRow& row = finding.row;
    const core::SummaryRow& other = finding.other ? *finding.other : finding.row;
    const QString seconds = secondsText(row.medianSeconds);
    const QString otherSeconds = secondsText(other.medianSeconds);
    const QString times = timesText(row.medianSeconds > 0 ? other.medianSeconds / row.medianSeconds : 1);
    switch (finding.kind) {
    case core::Finding::Kind::Fastest:
        return fastestReason(finding, other, times);
    case core::Finding::Kind::Cheapest:
        return cheapestReason(finding, other);
    case core::Finding::Kind::Balanced:
        return balancedReason(row, other);
    case core::Finding::Kind::BreakEven:
        return Findings::tr("%1 against %2 one after the other there, %3 as fast.").arg(seconds, otherSeconds, times)
               + breakEvenRange(finding.breakEven);
    case core::Finding::Kind::NeverPaysOff:
        return Findings::tr("Its best is %1: %2 against %3 one after the other.").arg(wayAndPlace(row), seconds, otherSeconds);
    case core::Finding::Kind::Knee:
        return Findings::tr("Up to there more memory pays in speed. The step to %1 makes it %2 as fast for %3 the memory.")
            .arg(tierText(other.memory), timesText(row.medianSeconds / other.medianSeconds),
                 timesText(static_cast<double>(other.memory.value) / row.memory.value));
    case core::Finding::Kind::LargestLoss:
        return Findings::tr("Of the fastest, %1. %2").arg(wayAndPlace(row), lossAdvice(finding));
    case core::Finding::Kind::SerialFraction:
        return serialReason(finding);
    case core::Finding::Kind::Outliers:
        return Findings::tr("They lie apart from the others and are counted all the same. The first is %1.").arg(wayAndPlace(row));
    case core::Finding::Kind::ColdStarts:
        return Findings::tr("They are kept apart from the warm runs. The first is %1.").arg(wayAndPlace(row));
    case core::Finding::Kind::Drift:
        return Findings::tr("The last runs differ from the first by so much. Close other programs, let the computer cool and keep it on "
                            "mains, then measure again.");
    case core::Finding::Kind::TooFewSamples:
        return Findings::tr("Differences may be chance: %1 rests on so few. Set Repeats to at least %2.")
            .arg(wayAndPlace(row))
            .arg(core::kFewestForInterval);
    case core::Finding::Kind::FailedSamples:
        return finding.count == 1 ? Findings::tr("It is not counted: %1. The table says why.").arg(wayAndPlace(row))
                                  : Findings::tr("They are not counted. The first is %1; the table says why.").arg(wayAndPlace(row));
    }
    return {};
}

QString breakEvenFigure(const core::SummaryRow& row)
{
    return row.memory == core::kUnlimitedTier ? Findings::tr("Parallel wins")
                                              : Findings::tr("Parallel wins from %1").arg(tierText(row.memory));
}

QString figure(const core::Finding& finding)
{
    switch (finding.kind) {
    case core::Finding::Kind::Cheapest:
        if (finding.row.costUsd)
            return Findings::tr("%1 · %2 × %3").arg(usdText(*finding.row.costUsd), tierText(finding.row.memory)).arg(finding.row.cap);
        [[fallthrough]];
    case core::Finding::Kind::Fastest:
    case core::Finding::Kind::Balanced:
        return Findings::tr("%1 · %2 × %3").arg(secondsText(finding.row.medianSeconds), tierText(finding.row.memory)).arg(finding.row.cap);
    case core::Finding::Kind::BreakEven:
        return breakEvenFigure(finding.row);
    case core::Finding::Kind::NeverPaysOff:
        return Findings::tr("Parallel never wins");
    case core::Finding::Kind::Knee:
        return tierText(finding.row.memory);
    case core::Finding::Kind::LargestLoss: {
        const core::Decomposition parts = finding.parts.value_or(core::Decomposition{});
        return Findings::tr("%1 of %2: %3").arg(secondsText(finding.figure), secondsText(parts.wallSeconds), lossWord(parts.largestLoss()));
    }
    case core::Finding::Kind::SerialFraction:
        return isWhollyParallel(finding.figure) ? Findings::tr("None") : percentText(finding.figure);
    case core::Finding::Kind::Drift:
        return finding.figure > 0 ? Findings::tr("%1 slower").arg(percentText(finding.figure))
                                  : Findings::tr("%1 faster").arg(percentText(-finding.figure));
    case core::Finding::Kind::FailedSamples:
    case core::Finding::Kind::Outliers:
    case core::Finding::Kind::ColdStarts:
        return samplesText(finding.count);
    case core::Finding::Kind::TooFewSamples:
        return Findings::tr("Only %1 each").arg(samplesText(finding.count));
    }
    return {};
}

/// How much was spared first.
FindingCard makeSweepCard(const SweepOutcome& sweep)
{
    constexpr double kSure = 0.99;
    constexpr double kPercent = 100;
    const core::SweepStep& step = sweep.step;
    const QString tier = tierText(step.answer);
    QString answer = sweep.goal == core::SweepGoal::Fastest    ? Findings::tr("%1 is the fastest").arg(tier)
                     : sweep.goal == core::SweepGoal::Cheapest ? Findings::tr("%1 is the cheapest").arg(tier)
                                                               : Findings::tr("%1 is the knee").arg(tier);
    // Draws of a model are no certainty, unless nothing is left to measure.
    answer = step.measuredTiers == step.allTiers ? Findings::tr("%1: all are measured.").arg(answer)
             : step.confidence > kSure           ? Findings::tr("%1, over 99 % sure.").arg(answer)
                                                 : Findings::tr("%1, %2 % sure.").arg(answer).arg(step.confidence * kPercent, 0, 'f', 0);
    const QString rest = step.next.empty() ? Findings::tr("A full sweep would have measured %1 tiers.").arg(step.allTiers)
                                           : Findings::tr("A full sweep measures %1 tiers.").arg(step.allTiers);
    return {{},
            Findings::tr("Adaptive sweep"),
            Findings::tr("%1 of %2 tiers").arg(step.measuredTiers).arg(step.allTiers),
            keepUnits(QStringLiteral("%1 %2").arg(answer, rest)),
            Term::Model};
}

/// How far it is off first.
FindingCard makeModelCard(const core::ModelFinding& finding)
{
    QStringList parts{Findings::tr("%1 of CPU a task").arg(secondsText(finding.taskCpuSeconds))};
    if (finding.startSeconds)
        parts << Findings::tr("%1 to start a process").arg(secondsText(*finding.startSeconds));
    if (finding.contention)
        parts << Findings::tr("%1 more for each further busy vCPU").arg(percentText(*finding.contention));
    const QString reason = Findings::tr("%1. Fitted to %2 different runs.").arg(parts.join(Findings::tr(", "))).arg(finding.conditions);
    return {{},
            Findings::tr("Model"),
            keepUnits(Findings::tr("off by %1 on average").arg(percentText(finding.meanError))),
            keepUnits(reason),
            Term::Model};
}

} // namespace

std::vector<FindingCard> makeFindingCards(const std::vector<core::Finding>& findings, const core::ModelOverlay* model,
                                          const SweepOutcome* sweep)
{
    std::vector<FindingCard> cards;
    cards.reserve(findings.size() + 2);
    const auto isAnswer = [](const core::Finding& finding) { return finding.kind <= core::Finding::Kind::SerialFraction; };
    const auto add = [&cards](const core::Finding& finding) {
        cards.push_back({finding.kind, caption(finding.kind), keepUnits(figure(finding)), keepUnits(reason(finding)), term(finding)});
    };
    const auto rest = std::ranges::find_if_not(findings, isAnswer);
    std::for_each(findings.begin(), rest, add);
    if (sweep != nullptr && sweep->step.measuredTiers > 0)
        cards.push_back(makeSweepCard(*sweep));
    if (model != nullptr)
        cards.push_back(makeModelCard(model->finding));
    std::for_each(rest, findings.end(), add);
    return cards;
}

} // namespace tierscope::ui
