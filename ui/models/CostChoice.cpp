// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/CostChoice.h"

#include <QLocale>

#include <cmath>

namespace tierscope::ui {

core::Result<core::Tariff> tariffOf(const CostChoice& choice)
{
    const auto own = choice.ownPrices.find({choice.region, choice.architecture});
    if (own == choice.ownPrices.end())
        return core::shippedPrices().tariff(choice.region, choice.architecture);
    return core::correctPrice(core::shippedPrices(), choice.region, choice.architecture,
                              {core::PriceCorrection::Kind::GbSecond, own->second})
        .tariff(choice.region, choice.architecture);
}

std::optional<core::CostBasis> costBasisOf(const CostChoice& choice)
{
    auto tariff = tariffOf(choice);
    if (!tariff)
        return std::nullopt;
    return core::CostBasis{std::move(*tariff), core::kFreeStorageMb, choice != CostChoice{}};
}

QStringList encodeOwnPrices(const CostChoice& choice)
{
    QStringList entries;
    for (const auto& [where, usd] : choice.ownPrices)
        entries << QStringLiteral("%1 %2 %3")
                       .arg(QString::fromStdString(where.first), QString::fromLatin1(core::architectureName(where.second)),
                            QString::number(usd, 'g', QLocale::FloatingPointShortest));
    return entries;
}

void decodeOwnPrices(CostChoice& choice, const QStringList& entries)
{
    for (const QString& entry : entries) {
        const QStringList parts = entry.split(QLatin1Char(' '));
        if (parts.size() != 3)
            continue;
        const auto architecture = core::parseArchitecture(parts[1].toStdString());
        bool isNumber = false;
        const double usd = parts[2].toDouble(&isNumber);
        if (architecture && isNumber && std::isfinite(usd) && usd > 0)
            choice.ownPrices[{parts[0].toStdString(), *architecture}] = usd;
    }
}

} // namespace tierscope::ui
