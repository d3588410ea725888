// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/ObservationsCsv.h"
#include "tests/ui/ChartSamples.h"
#include "ui/charts/ChartExport.h"
#include "ui/charts/CurveChartView.h"
#include "ui/panels/CostPage.h"
#include "ui/panels/SpeedupPage.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QtTest>
#include <gtest/gtest.h>

namespace {

using namespace tierscope;

/// The two pages beside each other's tests: driven through their controls, and saved as pictures for people to look at.
class CurvePagesTest : public testing::TestWithParam<ui::Scheme> {
protected:
    CurvePagesTest()
        : m_speedup(GetParam())
        , m_cost(GetParam())
    {
        ui::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), GetParam());
        const auto samples = tests::repeatedReference(5).samples;
        m_speedup.show(core::analyseSpeedup(samples), QStringLiteral("thumbs"));
        m_cost.show(core::summarise(samples), true, QStringLiteral("thumbs"));
        for (QWidget* page : {static_cast<QWidget*>(&m_speedup), static_cast<QWidget*>(&m_cost)}) {
            page->resize(840, 600);
            page->show();
        }
        QCoreApplication::processEvents();
    }
    ~CurvePagesTest() override { ui::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), ui::Scheme::Light); }

    static void save(QWidget& page, const char* name)
    {
        QDir folder(QStringLiteral(TIERSCOPE_BINARIES));
        ASSERT_TRUE(folder.mkpath(QStringLiteral("pictures")));
        QCoreApplication::processEvents();
        const char* scheme = GetParam() == ui::Scheme::Dark ? "dark" : "light";
        EXPECT_TRUE(
            page.grab().save(folder.filePath(QStringLiteral("pictures/page-%1-%2.png").arg(QLatin1String(name), QLatin1String(scheme)))));
    }

    /// Words lie inside the chart, and none over another.
    static void expectReadable(const ui::CurveChartView& chart)
    {
        const std::vector<QRectF> words = chart.words();
        EXPECT_FALSE(words.empty());
        for (std::size_t index = 0; index < words.size(); ++index) {
            EXPECT_TRUE(QRectF(chart.rect()).contains(words[index])) << index;
            for (std::size_t other = 0; other < index; ++other)
                EXPECT_FALSE(words[index].adjusted(1, 1, -1, -1).intersects(words[other])) << index << " over " << other;
        }
    }

    ui::SpeedupPage m_speedup;
    ui::CostPage m_cost;
};

TEST_P(CurvePagesTest, SpeedupShowsBothGains)
{
    save(m_speedup, "speedup");
    expectReadable(m_speedup.chart());
    m_speedup.findChild<QAbstractButton*>(QStringLiteral("tierGainButton"))->click();
    EXPECT_EQ(m_speedup.chart().chart().curves.back().title, "Tier and parallel gain");
    save(m_speedup, "tier-gain");
    expectReadable(m_speedup.chart());
}

TEST_P(CurvePagesTest, KeysWalkThePointsAndSpeakThem)
{
    ui::CurveChartView& chart = m_speedup.chart();
    EXPECT_EQ(chart.accessibleDescription(), chart.chart().description);
    QTest::keyClick(&chart, Qt::Key_End);
    ASSERT_NE(chart.readPoint(), nullptr);
    EXPECT_EQ(chart.readPoint()->title, "10240 MB");
    EXPECT_TRUE(chart.accessibleDescription().startsWith("10240 MB: "));
    save(m_speedup, "speedup-read");
    QTest::keyClick(&chart, Qt::Key_Right);
    EXPECT_EQ(chart.readPoint()->title, "10240 MB") << "there is none beyond";
    QTest::keyClick(&chart, Qt::Key_Left);
    EXPECT_EQ(chart.readPoint()->title, "7168 MB");
    QTest::keyClick(&chart, Qt::Key_Home);
    EXPECT_EQ(chart.readPoint()->title, "128 MB");
    QTest::keyClick(&chart, Qt::Key_Escape);
    EXPECT_EQ(chart.readPoint(), nullptr);
    EXPECT_EQ(chart.accessibleDescription(), chart.chart().description);
}

TEST_P(CurvePagesTest, TheMouseReadsWhatIsNear)
{
    // One window over the other would take the mouse.
    m_speedup.hide();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_cost));
    ui::CurveChartView& chart = m_cost.chart();
    const ui::CurvePoint& first = *readablePoints(chart.chart()).front();
    const auto moveTo = [&](QPoint place) {
        QTest::mouseMove(m_cost.windowHandle(), chart.mapTo(&m_cost, place));
        QCoreApplication::processEvents();
    };
    moveTo(chart.pixelOf(first).toPoint() + QPoint(4, 3));
    ASSERT_NE(chart.readPoint(), nullptr);
    EXPECT_EQ(chart.readPoint()->title, first.title);
    moveTo(QPoint(2, 2));
    EXPECT_EQ(chart.readPoint(), nullptr);
}

TEST_P(CurvePagesTest, CostFollowsRegionLimitsAndBalance)
{
    save(m_cost, "cost");
    expectReadable(m_cost.chart());
    auto* deadline = m_cost.findChild<QLineEdit*>(QStringLiteral("deadlineEdit"));
    auto* budget = m_cost.findChild<QLineEdit*>(QStringLiteral("budgetEdit"));
    auto* answers = m_cost.findChild<QLabel*>(QStringLiteral("costAnswers"));
    auto* note = m_cost.findChild<QLabel*>(QStringLiteral("priceNote"));
    QTest::keyClicks(deadline, QStringLiteral("2"));
    QTest::keyClicks(budget, QStringLiteral("115"));
    EXPECT_TRUE(answers->text().contains("Cheapest in time: ")) << answers->text().toStdString();
    EXPECT_TRUE(answers->text().contains("Fastest in budget: "));
    EXPECT_EQ(m_cost.chart().chart().rules.size(), 2U);
    save(m_cost, "cost-limits");
    expectReadable(m_cost.chart());
    budget->setText(QStringLiteral("much"));
    EXPECT_TRUE(budget->property("invalid").toBool());
    EXPECT_TRUE(budget->toolTip().startsWith("Give a number")) << budget->toolTip().toStdString();
    EXPECT_EQ(m_cost.chart().chart().rules.size(), 1U);
    EXPECT_TRUE(note->text().contains("us-east-1")) << note->text().toStdString();
    EXPECT_TRUE(note->text().contains("2024-08"));
    EXPECT_TRUE(note->text().contains("An estimate"));

    const QString before = answers->text();
    auto* region = m_cost.findChild<QComboBox*>(QStringLiteral("costRegionCombo"));
    region->setCurrentText(QStringLiteral("af-south-1"));
    EXPECT_NE(answers->text(), before);
    region->setCurrentText(QStringLiteral("il-central-1"));
    m_cost.findChild<QAbstractButton*>(QStringLiteral("armButton"))->click();
    EXPECT_TRUE(note->text().contains("not known")) << note->text().toStdString();
    EXPECT_TRUE(m_cost.chart().chart().curves.empty());
    EXPECT_TRUE(answers->text().isEmpty());
    save(m_cost, "cost-unknown");
}

TEST_P(CurvePagesTest, TheBalanceMovesBetweenCheapAndFast)
{
    auto* slider = m_cost.findChild<QSlider*>(QStringLiteral("balanceSlider"));
    const auto ringNames = [this] {
        QStringList names;
        for (const ui::CurveRing& ring : m_cost.chart().chart().rings)
            names << ring.text;
        return names;
    };
    slider->setValue(slider->minimum());
    EXPECT_TRUE(ringNames().contains("Cheapest, balanced"));
    slider->setValue(slider->maximum());
    EXPECT_TRUE(ringNames().contains("Fastest, balanced"));
}

TEST_P(CurvePagesTest, PicturesAndTablesAreExported)
{
    const ui::ExportedChart chart = exported(m_speedup.chart());
    const QImage image = chartImage(chart);
    EXPECT_EQ(image.size(), m_speedup.chart().size() * 2);
    EXPECT_EQ(image.pixelColor(1, 1), m_speedup.chart().ground());
    EXPECT_TRUE(chartSvg(chart).contains("<svg"));
    EXPECT_TRUE(chart.csv().startsWith("memory_mb"));
    EXPECT_TRUE(exported(m_cost.chart()).csv().contains("usd_per_million"));
}

TEST_P(CurvePagesTest, SmallPagesCutNothing)
{
    for (QWidget* page : {static_cast<QWidget*>(&m_speedup), static_cast<QWidget*>(&m_cost)})
        page->resize(456, 420);
    QCoreApplication::processEvents();
    save(m_speedup, "speedup-small");
    save(m_cost, "cost-small");
    expectReadable(m_speedup.chart());
    expectReadable(m_cost.chart());
}

INSTANTIATE_TEST_SUITE_P(Schemes, CurvePagesTest, testing::Values(ui::Scheme::Light, ui::Scheme::Dark),
                         [](const auto& scheme) { return scheme.param == ui::Scheme::Dark ? "Dark" : "Light"; });

} // namespace
