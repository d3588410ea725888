// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/FindingsModel.h"

#include "core/tier/TierCatalogue.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>

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
    case core::Finding::Kind::FailedSamples:
        return Findings::tr("Failed");
    }
    return {};
}

std::optional<Term> term(core::Finding::Kind kind)
{
    switch (kind) {
    case core::Finding::Kind::Cheapest:
        return Term::GbSecond;
    case core::Finding::Kind::BreakEven:
    case core::Finding::Kind::NeverPaysOff:
        return Term::BreakEven;
    case core::Finding::Kind::Fastest:
    case core::Finding::Kind::FailedSamples:
        break;
    }
    return std::nullopt;
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

QString cheapestReason(const core::SummaryRow& row, const core::SummaryRow& fastest)
{
    const QString figures = QString::number(gigabyteSeconds(row), 'g', 3);
    if (gigabyteSeconds(fastest) <= gigabyteSeconds(row))
        return Findings::tr("%1 GB-seconds, %2. It is the fastest too.").arg(figures, wayAndPlace(row));
    return Findings::tr("%1 GB-seconds, %2. The fastest takes %3 GB-seconds.")
        .arg(figures, wayAndPlace(row), QString::number(gigabyteSeconds(fastest), 'g', 3));
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
        return Findings::tr("%1 as fast as the slowest: %2, %3.").arg(times, wayAndPlace(other), otherSeconds);
    case core::Finding::Kind::Cheapest:
        return cheapestReason(row, other);
    case core::Finding::Kind::BreakEven:
        return Findings::tr("%1 against %2 one after the other there, %3 as fast.").arg(seconds, otherSeconds, times);
    case core::Finding::Kind::NeverPaysOff:
        return Findings::tr("Its best is %1: %2 against %3 one after the other.").arg(wayAndPlace(row), seconds, otherSeconds);
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
    case core::Finding::Kind::Fastest:
    case core::Finding::Kind::Cheapest:
        return Findings::tr("%1 · %2 × %3").arg(secondsText(finding.row.medianSeconds), tierText(finding.row.memory)).arg(finding.row.cap);
    case core::Finding::Kind::BreakEven:
        return breakEvenFigure(finding.row);
    case core::Finding::Kind::NeverPaysOff:
        return Findings::tr("Parallel never wins");
    case core::Finding::Kind::FailedSamples:
        return samplesText(finding.count);
    }
    return {};
}

} // namespace

std::vector<FindingCard> makeFindingCards(const std::vector<core::Finding>& findings)
{
    std::vector<FindingCard> cards;
    cards.reserve(findings.size());
    for (const core::Finding& finding : findings)
        cards.push_back({finding.kind, caption(finding.kind), keepUnits(figure(finding)), keepUnits(reason(finding)), term(finding.kind)});
    return cards;
}

} // namespace tierscope::ui
