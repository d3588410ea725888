// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ModelLines.h"

#include "core/exchange/ObservationsCsv.h"
#include "ui/models/ChartCsv.h"
#include "ui/models/ChartReadout.h"
#include "ui/models/FindingsModel.h"
#include "ui/models/RuntimeChartModel.h"
#include "ui/models/Wording.h"

#include <QStringList>

#include <algorithm>
#include <gmock/gmock.h>

namespace {

using namespace tierscope;
using core::MemoryMb;

/// Of the reference as far as `most`, so that what is above is extrapolated.
class ModelLinesTest : public testing::Test {
protected:
    explicit ModelLinesTest(int most = 3072)
    {
        std::ranges::copy_if(core::referenceExperiment().samples, std::back_inserter(m_samples),
                             [most](const core::Sample& sample) { return sample.memory.value <= most; });
        const auto overlay = core::modelOverlay(m_samples);
        EXPECT_TRUE(overlay);
        m_overlay = overlay.value_or(core::ModelOverlay{});
    }
    [[nodiscard]] ui::RuntimeChart chart(ui::RuntimeView view = {}) const
    {
        return ui::makeRuntimeChart(m_samples, {MemoryMb{128}, MemoryMb{512}, MemoryMb{10240}}, view, {}, &m_overlay);
    }

    std::vector<core::Sample> m_samples;
    core::ModelOverlay m_overlay;
};

TEST_F(ModelLinesTest, TheLineGoesAlongTheAxisAndSaysWhatIsExtrapolated)
{
    const ui::RuntimeChart made = chart();
    ASSERT_EQ(made.model.size(), 2U);
    EXPECT_EQ(made.model[0].title, "Model, sequential");
    EXPECT_EQ(made.model[1].title, "Model, parallel");
    for (const ui::ModelLine& line : made.model) {
        EXPECT_TRUE(std::ranges::is_sorted(line.places, {}, &ui::ModelPlace::x));
        for (const ui::ModelPlace& place : line.places) {
            EXPECT_TRUE(made.x.range().contains(place.x)) << place.point.memory.value;
            EXPECT_EQ(place.isExtrapolated, place.point.memory.value > 3072) << place.point.memory.value;
            EXPECT_LT(place.low, place.y);
            EXPECT_GT(place.high, place.y);
        }
        const auto stretches = ui::modelStretches(line);
        ASSERT_EQ(stretches.size(), 2U);
        EXPECT_FALSE(stretches[0].isExtrapolated);
        EXPECT_TRUE(stretches[1].isExtrapolated);
        EXPECT_EQ(stretches[0].places.back().point.memory, MemoryMb{3072}) << "the line has no gap";
        EXPECT_EQ(stretches[1].places.front().point.memory, MemoryMb{3072});
    }
    EXPECT_TRUE(made.description.contains("Model, sequential: ")) << made.description.toStdString();
    EXPECT_TRUE(made.description.contains("extrapolated")) << made.description.toStdString();
}

TEST_F(ModelLinesTest, AgainstVcpusItGoesThroughTheLargestTiers)
{
    const ui::RuntimeChart made = chart({ui::RuntimeX::VcpuCount, ui::AxisScale::Linear});
    ASSERT_EQ(made.model.size(), 2U);
    std::vector<int> memories;
    for (const ui::ModelPlace& place : made.model[1].places)
        memories.push_back(place.point.memory.value);
    EXPECT_THAT(memories, testing::ElementsAre(2048, 3072, 7076, 8845, 10240));
    EXPECT_DOUBLE_EQ(made.model[1].places[0].x, 2);
    EXPECT_DOUBLE_EQ(made.model[1].places[0].y, made.model[1].places[0].point.seconds);
    EXPECT_FALSE(made.model[1].places[1].isExtrapolated);
    EXPECT_TRUE(made.model[1].places[2].isExtrapolated);
}

TEST_F(ModelLinesTest, ItIsNotThereWhenItIsNotWanted)
{
    ui::RuntimeView view;
    view.showsModel = false;
    const ui::RuntimeChart made = chart(view);
    EXPECT_TRUE(made.model.empty());
    EXPECT_FALSE(made.description.contains("Model"));
    EXPECT_FALSE(ui::chartToCsv(made).contains("model"));
    EXPECT_TRUE(view.hasAxesOf({})) << "the same axes: what is looked at stays as near as it was";
}

TEST_F(ModelLinesTest, TheReadoutTellsItWithItsInterval)
{
    const ui::RuntimeChart made = chart();
    const auto readout = ui::makeReadout(made, ui::readoutStops(made).front());
    ASSERT_TRUE(readout);
    const core::ModelPoint point = m_overlay.curves[0].at(MemoryMb{128});
    const QString expected = QStringLiteral("Model, sequential: %1, 90 % within %2 to %3")
                                 .arg(ui::secondsText(point.seconds), ui::secondsText(point.low), ui::secondsText(point.high));
    EXPECT_TRUE(readout->notes.contains(expected)) << readout->notes.join('|').toStdString();
    EXPECT_TRUE(readout->spoken.contains(expected));
}

TEST_F(ModelLinesTest, TheCsvHasTheCurveWithItsInterval)
{
    const QStringList lines = ui::chartToCsv(chart()).split('\n', Qt::SkipEmptyParts);
    const auto columns = lines.front().split(',').size();
    int measured = 0;
    int extrapolated = 0;
    for (const QString& line : lines) {
        const QStringList cells = line.split(',');
        EXPECT_EQ(cells.size(), columns) << line.toStdString();
        measured += cells[1] == "model" ? 1 : 0;
        extrapolated += cells[1] == "extrapolated" ? 1 : 0;
        if (cells[1] == "model" || cells[1] == "extrapolated") {
            EXPECT_LT(cells[10].toDouble(), cells[7].toDouble()) << line.toStdString();
            EXPECT_GT(cells[11].toDouble(), cells[7].toDouble()) << line.toStdString();
        }
    }
    EXPECT_GT(measured, 20);
    EXPECT_GT(extrapolated, 10);
}

TEST_F(ModelLinesTest, ACardSaysHowFarItIsOffAndWhatItFound)
{
    const auto findings = core::findings(core::referenceExperiment().samples);
    const auto cards = ui::makeFindingCards(findings, &m_overlay);
    ASSERT_EQ(cards.size(), findings.size() + 1);
    const auto card = std::ranges::find(cards, "Model", &ui::FindingCard::caption);
    ASSERT_NE(card, cards.end());
    EXPECT_FALSE(card->kind.has_value());
    EXPECT_EQ(card->term, ui::Term::Model);
    EXPECT_TRUE(card->figure.contains("on average"));
    EXPECT_TRUE(card->reason.contains("of CPU a task")) << card->reason.toStdString();
    EXPECT_NE(cards.front().caption, "Model") << "the answers come first";
    EXPECT_EQ(ui::makeFindingCards(findings).size(), findings.size());

    core::ModelOverlay told;
    told.finding = {0.026, 0.35, 0.039, 0.03, 16};
    const ui::FindingCard all = ui::makeFindingCards({}, &told).front();
    EXPECT_EQ(all.figure, ui::keepUnits("off by 2.6 % on average"));
    EXPECT_EQ(all.reason, ui::keepUnits("350 ms of CPU a task, 39.0 ms to start a process, 3.0 % more for each further busy vCPU. "
                                        "Fitted to 16 different runs."));
}

} // namespace
