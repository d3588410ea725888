// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ModelLines.h"

#include "core/tier/TierCatalogue.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>

namespace tierscope::ui {

namespace {

struct Model {
    Q_DECLARE_TR_FUNCTIONS(ModelLines)
};

ModelPlace place(const core::ModelOverlay& overlay, const core::ModelPoint& point, double x, AxisScale scale)
{
    return {x,     secondsPosition(point.seconds, scale), secondsPosition(point.low, scale), secondsPosition(point.high, scale),
            point, !overlay.isMeasured(point.memory)};
}

ModelLine makeLine(const core::ModelCurve& curve)
{
    return {curve.mode, curve.cap, Model::tr("Model, %1").arg(modeWord(curve.mode)), curve, {}};
}

/// The smallest and the largest tier of Lambda on this part of a memory axis.
std::pair<core::MemoryMb, core::MemoryMb> tiersOn(AxisRange axis)
{
    const auto least = static_cast<int>(std::ceil(std::exp2(axis.minimum)));
    const auto most = static_cast<int>(std::floor(std::exp2(std::min(axis.maximum, memoryPosition(core::kLargestTier))) + 1e-6));
    return {std::max(core::MemoryMb{least}, core::kSmallestTier), std::min(core::MemoryMb{most}, core::kLargestTier)};
}

} // namespace

bool ModelLine::hasExtrapolation() const
{
    return std::ranges::any_of(places, &ModelPlace::isExtrapolated);
}

std::vector<ModelStretch> modelStretches(const ModelLine& line)
{
    std::vector<ModelStretch> stretches;
    for (std::size_t index = 1; index < line.places.size(); ++index) {
        const ModelPlace& left = line.places[index - 1];
        const ModelPlace& right = line.places[index];
        const bool isExtrapolated = left.isExtrapolated || right.isExtrapolated;
        if (stretches.empty() || stretches.back().isExtrapolated != isExtrapolated)
            stretches.push_back({isExtrapolated, {left}});
        stretches.back().places.push_back(right);
    }
    return stretches;
}

std::vector<ModelLine> modelAgainstMemory(const core::ModelOverlay& overlay, AxisRange axis, AxisScale scale)
{
    const auto [least, most] = tiersOn(axis);
    std::vector<ModelLine> lines;
    if (least >= most)
        return lines;
    for (const core::ModelCurve& curve : overlay.curves) {
        ModelLine line = makeLine(curve);
        const auto add = [&](const core::ModelPoint& point) {
            line.places.push_back(place(overlay, point, memoryPosition(point.memory), scale));
        };
        add(curve.at(least));
        for (const core::ModelPoint& point : curve.points) {
            if (point.memory > least && point.memory < most)
                add(point);
        }
        add(curve.at(most));
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<ModelLine> modelAgainstVcpus(const core::ModelOverlay& overlay, AxisRange axis, AxisScale scale,
                                         const std::vector<core::MemoryMb>& tiers)
{
    std::map<int, core::MemoryMb> largest;
    for (const core::MemoryMb tier : core::stepTiers())
        largest[core::visibleVcpus(tier)] = tier;
    for (const core::MemoryMb tier : tiers)
        largest[core::visibleVcpus(tier)] = tier;
    std::vector<ModelLine> lines;
    for (const core::ModelCurve& curve : overlay.curves) {
        ModelLine line = makeLine(curve);
        for (const auto& [vcpus, memory] : largest) {
            if (axis.contains(vcpus))
                line.places.push_back(place(overlay, curve.at(memory), vcpus, scale));
        }
        if (!line.places.empty())
            lines.push_back(std::move(line));
    }
    return lines;
}

QString modelFigureText(const core::ModelPoint& point)
{
    return Model::tr("%1, 90 % within %2 to %3").arg(secondsText(point.seconds), secondsText(point.low), secondsText(point.high));
}

QString modelDescription(const std::vector<ModelLine>& lines, const std::vector<core::MemoryMb>& tiers)
{
    QStringList sentences;
    bool hasExtrapolation = false;
    for (const ModelLine& line : lines) {
        QStringList figures;
        for (const core::MemoryMb tier : tiers)
            figures << Model::tr("%1 at %2").arg(secondsText(line.curve.at(tier).seconds), tierText(tier));
        if (!figures.isEmpty())
            sentences << Model::tr("%1: %2.").arg(line.title, figures.join(QStringLiteral(", ")));
        hasExtrapolation = hasExtrapolation || line.hasExtrapolation();
    }
    if (hasExtrapolation)
        sentences << Model::tr("Outside of the measured tiers the model is extrapolated.");
    return sentences.join(QLatin1Char(' '));
}

} // namespace tierscope::ui
