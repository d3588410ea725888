// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/FindingsModel.h"

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

QString figure(const core::Finding& finding)
{
    switch (finding.kind) {
    case core::Finding::Kind::Fastest:
    case core::Finding::Kind::Cheapest:
        return Findings::tr("%1 · %2 × %3").arg(secondsText(finding.row.medianSeconds), tierText(finding.row.memory)).arg(finding.row.cap);
    case core::Finding::Kind::BreakEven:
        return Findings::tr("Parallel wins from %1").arg(tierText(finding.row.memory));
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
        cards.push_back({finding.kind, caption(finding.kind), keepUnits(figure(finding)),
                         keepUnits(QString::fromStdString(core::findingText(finding)))});
    return cards;
}

} // namespace tierscope::ui
