// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/RuntimePage.h"

#include "tests/ui/ChartSamples.h"
#include "ui/charts/ChartExport.h"
#include "ui/charts/PlotLabels.h"
#include "ui/charts/RuntimeChartView.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QMainWindow>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <gmock/gmock.h>

namespace {

using namespace tierscope;
using core::MemoryMb;

/// The page driven by mouse, wheel and keys, as the window shows it.
class RuntimePageTest : public testing::Test {
public:
    RuntimePageTest(const RuntimePageTest&) = delete;
    RuntimePageTest& operator=(const RuntimePageTest&) = delete;
    ~RuntimePageTest() override
    {
        m_window.hide();
        ui::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), ui::Scheme::Light);
    }

protected:
    explicit RuntimePageTest(ui::Scheme scheme = ui::Scheme::Light, QSize size = QSize(800, 560))
        : m_page(new ui::RuntimePage(scheme, &m_window))
    {
        ui::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), scheme);
        m_window.setCentralWidget(m_page);
        // As the window of the program does: what is in it does not ask the desktop for another size.
        m_window.setMinimumSize(size);
        m_window.resize(size);
        QObject::connect(m_page, &ui::RuntimePage::viewChanged, m_page, [this] { m_page->show(m_record); });
        m_page->show(m_record);
        m_window.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&m_window));
    }

    [[nodiscard]] ui::RuntimeChartView& chart() const { return *m_page->findChild<ui::RuntimeChartView*>(QStringLiteral("runtimeChart")); }
    [[nodiscard]] ui::PlotScale scale() const { return chart().contents().scale; }
    [[nodiscard]] QPoint at(double x, double y) const { return QPointF(scale().x(x), scale().y(y)).toPoint(); }
    [[nodiscard]] QPoint atTier(int memory) const { return {at(ui::memoryPosition(MemoryMb{memory}), 0).x(), middle().y()}; }
    [[nodiscard]] QPoint middle() const { return scale().area.center().toPoint(); }
    void moveTo(QPoint place) const { QTest::mouseMove(chart().viewport(), place); }
    void press(Qt::Key key) const { QTest::keyClick(&chart(), key); }
    void drag(QPoint from, QPoint to, Qt::MouseButton button) const
    {
        QTest::mousePress(chart().viewport(), button, {}, from);
        for (const QPoint& place : {(from + to) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, place, chart().viewport()->mapToGlobal(place), Qt::NoButton, button, {});
            QApplication::sendEvent(chart().viewport(), &move);
        }
        QTest::mouseRelease(chart().viewport(), button, {}, to);
    }
    void wheel(QPoint place, int notches, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWheelEvent event(place, chart().viewport()->mapToGlobal(place), {}, {0, 120 * notches}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(chart().viewport(), &event);
    }
    [[nodiscard]] QPushButton& button(const char* name) const { return *m_page->findChild<QPushButton*>(QLatin1String(name)); }
    void trigger(const char* name) const { m_page->findChild<QAction*>(QLatin1String(name))->trigger(); }
    [[nodiscard]] QString title() const { return chart().readout() ? chart().readout()->title : QString(); }
    void save(const QString& name)
    {
        QDir folder(QStringLiteral(TIERSCOPE_BINARIES));
        ASSERT_TRUE(folder.mkpath(QStringLiteral("pictures")));
        QCoreApplication::processEvents();
        EXPECT_TRUE(m_window.grab().save(folder.filePath(QStringLiteral("pictures/chart-%1.png").arg(name))));
    }

    core::ExperimentRecord m_record = tests::repeatedReference(5);
    QMainWindow m_window;
    ui::RuntimePage* m_page; ///< the window's
};

TEST_F(RuntimePageTest, TheCrossHairFollowsTheMouse)
{
    for (const int memory : {128, 512, 2048, 6144, 10240}) {
        moveTo(atTier(memory) + QPoint(3, 0));
        EXPECT_EQ(title(), QStringLiteral("%1 MB").arg(memory));
        const QRectF card = chart().readoutCard();
        EXPECT_TRUE(scale().area.contains(card)) << memory;
        for (const ui::ReadoutRow& row : chart().readout()->rows)
            EXPECT_FALSE(card.contains(QPointF(scale().x(chart().readout()->stop.x), scale().y(row.y)))) << memory;
    }
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(chart().viewport(), &leave);
    EXPECT_EQ(title(), "");
}

TEST_F(RuntimePageTest, TheModelIsDrawnAndNamedUntilItIsSwitchedOff)
{
    auto& check = *m_page->findChild<QCheckBox*>(QStringLiteral("modelCheck"));
    EXPECT_TRUE(chart().runtimeChart().model.empty());
    EXPECT_FALSE(check.isEnabled()) << "there is none yet";
    EXPECT_TRUE(check.toolTip().contains(QStringLiteral("4 different runs"))) << check.toolTip().toStdString();

    const auto overlay = core::modelOverlay(m_record.samples);
    ASSERT_TRUE(overlay);
    m_page->setModel(std::make_shared<const core::ModelOverlay>(*overlay));
    m_page->show(m_record);
    EXPECT_TRUE(check.isEnabled());
    ASSERT_EQ(chart().runtimeChart().model.size(), 2U);
    EXPECT_THAT(chart().labels().modelWords(), testing::Contains(QStringLiteral("model")));
    EXPECT_TRUE(chart().accessibleDescription().contains(QStringLiteral("Model, parallel")));
    const QByteArray drawn = ui::chartSvg(ui::exported(chart()));

    wheel(middle(), 2);
    ASSERT_TRUE(chart().isZoomed());
    check.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&check, Qt::Key_Space);
    EXPECT_FALSE(m_page->view().showsModel);
    EXPECT_TRUE(chart().runtimeChart().model.empty());
    EXPECT_TRUE(chart().labels().modelWords().isEmpty());
    EXPECT_TRUE(chart().isZoomed()) << "what is looked at stays as near as it was";
    chart().resetZoom();
    EXPECT_NE(ui::chartSvg(ui::exported(chart())), drawn) << "a saved picture has it too";
}

TEST_F(RuntimePageTest, WhereTheModelIsExtrapolatedItSaysSo)
{
    std::erase_if(m_record.samples, [](const core::Sample& sample) { return sample.memory.value > 2048; });
    m_page->setModel(std::make_shared<const core::ModelOverlay>(core::modelOverlay(m_record.samples).value()));
    m_page->show(m_record);
    EXPECT_THAT(chart().labels().modelWords(), testing::ElementsAre(QStringLiteral("model"), QStringLiteral("model, extrapolated")));
}

TEST_F(RuntimePageTest, OutsideThePlotNothingIsRead)
{
    moveTo(atTier(512));
    ASSERT_EQ(title(), "512 MB");
    moveTo(QPoint(2, 2));
    EXPECT_EQ(title(), "");
}

TEST_F(RuntimePageTest, ArrowKeysWalkTheTiers)
{
    chart().setFocus(Qt::TabFocusReason);
    const QString all = chart().accessibleDescription();
    EXPECT_TRUE(all.contains(QStringLiteral("49.4 s at 128 MB"))) << all.toStdString();
    press(Qt::Key_Right);
    EXPECT_EQ(title(), "128 MB");
    press(Qt::Key_Right);
    EXPECT_EQ(title(), "512 MB");
    EXPECT_TRUE(chart().accessibleDescription().startsWith(QStringLiteral("512 MB, 2 vCPUs visible")));
    press(Qt::Key_End);
    EXPECT_EQ(title(), "10240 MB");
    press(Qt::Key_Right);
    EXPECT_EQ(title(), "10240 MB");
    press(Qt::Key_Left);
    EXPECT_EQ(title(), "7168 MB");
    press(Qt::Key_Home);
    EXPECT_EQ(title(), "128 MB");
    press(Qt::Key_Escape);
    EXPECT_EQ(title(), "");
    EXPECT_EQ(chart().accessibleDescription(), all);
}

TEST_F(RuntimePageTest, UpAndDownChooseTheSeries)
{
    chart().setFocus(Qt::TabFocusReason);
    press(Qt::Key_End);
    const auto spokenFirst = [this](const char* name) {
        const QString text = chart().accessibleDescription();
        return text.section(QStringLiteral(". "), 1, 1).startsWith(QLatin1String(name));
    };
    EXPECT_TRUE(spokenFirst("Sequential")) << chart().accessibleDescription().toStdString();
    press(Qt::Key_Down);
    EXPECT_TRUE(spokenFirst("Parallel, cap 6")) << chart().accessibleDescription().toStdString();
    press(Qt::Key_Left);
    EXPECT_TRUE(spokenFirst("Parallel, cap 5")) << "the series stays while the tiers go by";
    press(Qt::Key_Up);
    EXPECT_TRUE(spokenFirst("Sequential"));
}

TEST_F(RuntimePageTest, FocusByKeyIsSeen)
{
    // A frame at the edge that is not there otherwise.
    const auto edge = [this] { return chart().viewport()->grab().toImage().pixelColor(1, chart().height() / 2); };
    const QColor accent = ui::tokens(ui::Scheme::Light).accent;
    const auto isAccent = [&](const QColor& color) { return color.blue() - color.red() > (accent.blue() - accent.red()) / 3; };
    button("chartButton").setFocus();
    EXPECT_FALSE(isAccent(edge()));
    chart().setFocus(Qt::TabFocusReason);
    EXPECT_TRUE(isAccent(edge()));
    button("chartButton").setFocus();
    EXPECT_FALSE(isAccent(edge()));
}

TEST_F(RuntimePageTest, TheWheelZoomsAboutTheMouse)
{
    EXPECT_FALSE(button("resetZoomButton").isVisible());
    const QPoint place = at(ui::memoryPosition(MemoryMb{2048}), std::log10(3.4));
    const double before = scale().positionX(place.x());
    wheel(place, 4);
    EXPECT_NEAR(scale().positionX(place.x()), before, scale().rangeX.span() * 0.05) << "but for the axis labels' width";
    EXPECT_LT(scale().rangeX.span(), chart().runtimeChart().x.range().span() * 0.6);
    EXPECT_TRUE(button("resetZoomButton").isVisible());
    EXPECT_GE(chart().contents().chart->y.ticks.size(), 3U);
    wheel(place, 100);
    EXPECT_NEAR(scale().rangeX.span() * 50, chart().runtimeChart().x.range().span(), 1e-6);
    wheel(place, -200);
    EXPECT_EQ(scale().rangeX, chart().runtimeChart().x.range());
    EXPECT_FALSE(button("resetZoomButton").isVisible());
}

TEST_F(RuntimePageTest, ADraggedRectangleIsLookedAt)
{
    const QPoint from = at(10.5, 0.9);
    const QPoint to = at(13, 0.2);
    drag(from, to, Qt::LeftButton);
    EXPECT_TRUE(chart().isZoomed());
    EXPECT_NEAR(scale().rangeX.minimum, 10.5, 0.05);
    EXPECT_NEAR(scale().rangeX.maximum, 13, 0.05);
    EXPECT_NEAR(scale().rangeY.minimum, 0.2, 0.05);
    EXPECT_NEAR(scale().rangeY.maximum, 0.9, 0.05);
    QTest::mouseDClick(chart().viewport(), Qt::LeftButton, {}, middle());
    EXPECT_FALSE(chart().isZoomed());
    // A click that slips is no rectangle.
    drag(middle(), middle() + QPoint(3, 2), Qt::LeftButton);
    EXPECT_FALSE(chart().isZoomed());
}

TEST_F(RuntimePageTest, PanningMovesAPart)
{
    wheel(middle(), 4);
    const ui::AxisRange before = scale().rangeX;
    wheel(middle(), -1, Qt::ShiftModifier);
    EXPECT_GT(scale().rangeX.minimum, before.minimum);
    EXPECT_NEAR(scale().rangeX.span(), before.span(), 1e-9);
    drag(middle(), middle() + QPoint(40, 0), Qt::MiddleButton);
    EXPECT_NEAR(scale().rangeX.span(), before.span(), 1e-9);
    EXPECT_LT(scale().rangeX.minimum, before.minimum + before.span());
    drag(middle(), middle() + QPoint(5000, 0), Qt::MiddleButton);
    EXPECT_DOUBLE_EQ(scale().rangeX.minimum, chart().runtimeChart().x.minimum) << "it ends where the axis does";
}

TEST_F(RuntimePageTest, KeysZoomAndReset)
{
    chart().setFocus();
    press(Qt::Key_Plus);
    press(Qt::Key_Plus);
    EXPECT_NEAR(scale().rangeX.span(), chart().runtimeChart().x.range().span() * 0.64, 1e-6);
    press(Qt::Key_Home);
    EXPECT_EQ(title(), "128 MB");
    EXPECT_TRUE(scale().rangeX.contains(7)) << "the part follows to the tier that is walked to";
    press(Qt::Key_0);
    EXPECT_FALSE(chart().isZoomed());
    press(Qt::Key_Plus);
    QTest::mouseClick(&button("resetZoomButton"), Qt::LeftButton);
    EXPECT_FALSE(chart().isZoomed());
}

TEST_F(RuntimePageTest, AnotherExperimentOrAxisIsShownWhole)
{
    wheel(middle(), 3);
    m_page->show(m_record);
    EXPECT_TRUE(chart().isZoomed()) << "more samples of the same do not move it";
    m_record.entry.id = 8;
    m_page->show(m_record);
    EXPECT_FALSE(chart().isZoomed());
    wheel(middle(), 3);
    m_page->setView({ui::RuntimeX::VcpuCount, ui::AxisScale::Log});
    m_page->show(m_record);
    EXPECT_FALSE(chart().isZoomed());
}

TEST_F(RuntimePageTest, WhileARunGoesOnTheAxisOnlyGrows)
{
    core::ExperimentRecord run = m_record;
    run.entry.status = core::ExperimentStatus::Running;
    run.entry.id = 9;
    const std::vector<core::Sample> samples = run.samples;
    run.samples.clear();
    ui::AxisRange before;
    int moves = 0;
    for (const core::Sample& sample : samples) {
        run.samples.push_back(sample);
        m_page->show(run);
        const ui::AxisRange now = chart().runtimeChart().y.range();
        if (run.samples.size() > 1) {
            EXPECT_LE(now.minimum, before.minimum);
            EXPECT_GE(now.maximum, before.maximum);
            moves += now == before ? 0 : 1;
        }
        before = now;
    }
    EXPECT_LE(moves, 8) << "of " << samples.size() << " samples";
    run.entry.status = core::ExperimentStatus::Finished;
    m_page->show(run);
    EXPECT_EQ(chart().runtimeChart().y.range(), before) << "the end of the run moves nothing";
}

TEST_F(RuntimePageTest, OtherExperimentsLieBehind)
{
    core::ExperimentRecord other = tests::repeatedReference(1);
    for (core::Sample& sample : other.samples)
        sample.wallSeconds *= 4;
    m_page->setOverlays({{7, "itself", m_record.samples}, {11, "thumbs-prod", other.samples}});
    ASSERT_EQ(chart().runtimeChart().overlays.size(), 2U) << "the one that is shown is left out";
    EXPECT_EQ(chart().runtimeChart().overlays[1].title, "thumbs-prod, parallel");
    EXPECT_GT(std::pow(10, chart().runtimeChart().y.maximum), 4 * 56.7) << "the axes take them in";
    EXPECT_EQ(chart().labels().endLabels().size(), 4U);
}

TEST_F(RuntimePageTest, SavesPictureAndData)
{
    const QTemporaryDir folder;
    QString suffix;
    QString suggested;
    m_page->chartExport().setAsk([&](QWidget&, const ui::SaveQuestion& question) {
        suggested = question.suggestedName;
        question.chosen(folder.filePath(QStringLiteral("saved.") + suffix));
    });
    const auto saved = [&] {
        QFile file(folder.filePath(QStringLiteral("saved.") + suffix));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << suffix.toStdString();
        return file.readAll();
    };
    suffix = QStringLiteral("png");
    trigger("savePictureAction");
    EXPECT_EQ(suggested, "Image thumbnails.png");
    EXPECT_EQ(QImage::fromData(saved()).size(), chart().size() * 2);
    suffix = QStringLiteral("svg");
    trigger("savePictureAction");
    const QByteArray drawing = saved();
    EXPECT_TRUE(drawing.contains("<svg") && drawing.contains("Parallel wins from 2 GB")) << drawing.left(300).toStdString();
    EXPECT_FALSE(drawing.contains("<image")) << "a drawing, not a picture in a drawing";
    suffix = QStringLiteral("csv");
    trigger("saveDataAction");
    EXPECT_EQ(suggested, "Image thumbnails.csv");
    EXPECT_EQ(saved().count('\n'), 1 + 16 + 80) << "a head line, the medians, the samples";
}

TEST_F(RuntimePageTest, AFileThatCannotBeWrittenIsSaid)
{
    const QTemporaryDir folder;
    std::optional<core::Error> error;
    QObject::connect(m_page, &ui::RuntimePage::failed, m_page, [&error](const core::Error& what) { error = what; });
    m_page->chartExport().setAsk(
        [&](QWidget&, const ui::SaveQuestion& question) { question.chosen(folder.filePath("no/such/folder.png")); });
    trigger("savePictureAction");
    ASSERT_TRUE(error.has_value());
    EXPECT_EQ(error->code, core::ErrorCode::Io);
    EXPECT_THAT(error->message, testing::HasSubstr("folder.png"));
}

TEST_F(RuntimePageTest, CopiesPictureAndData)
{
    moveTo(atTier(512));
    trigger("copyPictureAction");
    const QImage withReadout = QApplication::clipboard()->image();
    EXPECT_EQ(withReadout.size(), chart().size() * 2);
    chart().hideReadout();
    trigger("copyPictureAction");
    EXPECT_EQ(QApplication::clipboard()->image(), withReadout) << "the cross-hair is not in the picture";
    trigger("copyDataAction");
    EXPECT_TRUE(QApplication::clipboard()->text().startsWith(QStringLiteral("experiment,point,memory_mb")));
    EXPECT_TRUE(QApplication::clipboard()->mimeData()->hasFormat(QStringLiteral("text/csv")));
}

struct Look {
    const char* name;
    ui::Scheme scheme;
    QSize size;
};

/// The chart's states as PNGs beside the test program, for people to look at.
class ChartPicturesTest : public RuntimePageTest, public testing::WithParamInterface<Look> {
protected:
    ChartPicturesTest()
        : RuntimePageTest(GetParam().scheme, GetParam().size)
    {}
    void saveAs(const char* state) { save(QStringLiteral("%1-%2").arg(QLatin1String(state), QLatin1String(GetParam().name))); }
};

TEST_P(ChartPicturesTest, EveryState)
{
    // Whatever the size, the break-even is said, and over nothing.
    const auto words = chart().labels().breakEvenWords();
    ASSERT_TRUE(words.has_value());
    EXPECT_TRUE(scale().area.contains(*words));
    for (const QRectF& end : chart().labels().endLabels()) {
        EXPECT_FALSE(end.intersects(*words));
        EXPECT_LE(end.right(), chart().width()) << "the names at the ends are not cut";
    }
    saveAs("whole");
    moveTo(atTier(6144));
    saveAs("cross-hair");
    chart().setFocus(Qt::TabFocusReason);
    press(Qt::Key_End);
    press(Qt::Key_Down);
    saveAs("keys");
    press(Qt::Key_Escape);
    drag(at(10.7, 0.8), at(12.9, 0.25), Qt::LeftButton);
    saveAs("zoomed");
    press(Qt::Key_0);
    core::ExperimentRecord other = tests::repeatedReference(1);
    for (core::Sample& sample : other.samples)
        sample.wallSeconds *= 1.7;
    core::ExperimentRecord third = other;
    std::erase_if(third.samples, [](const core::Sample& sample) { return sample.mode != core::ScheduleMode::Parallel; });
    for (core::Sample& sample : third.samples)
        sample.wallSeconds *= 0.3;
    m_page->setOverlays({{11, "thumbs-prod", other.samples}, {12, "A workload with a rather long name", third.samples}});
    saveAs("overlays");
    moveTo(atTier(3072));
    saveAs("overlays-cross-hair");
    m_page->setOverlays({});
    m_page->setView({ui::RuntimeX::VcpuCount, ui::AxisScale::Log});
    m_page->show(m_record);
    moveTo(at(2, std::log10(12)));
    saveAs("vcpus");
    m_page->setModel(std::make_shared<const core::ModelOverlay>(core::modelOverlay(m_record.samples).value()));
    m_page->show(m_record);
    moveTo(QPoint(2, 2));
    saveAs("model-vcpus");
    m_page->setView({});
    m_page->show(m_record);
    saveAs("model");
    moveTo(atTier(6144));
    saveAs("model-cross-hair");
    moveTo(QPoint(2, 2));
    std::erase_if(m_record.samples, [](const core::Sample& sample) { return sample.memory.value > 2048; });
    m_page->setModel(std::make_shared<const core::ModelOverlay>(core::modelOverlay(m_record.samples).value()));
    m_page->show(m_record);
    saveAs("model-extrapolated");
}

INSTANTIATE_TEST_SUITE_P(Looks, ChartPicturesTest,
                         testing::Values(Look{"light", ui::Scheme::Light, QSize(860, 600)}, Look{"dark", ui::Scheme::Dark, QSize(860, 600)},
                                         Look{"smalllight", ui::Scheme::Light, QSize(529, 396)},
                                         Look{"smalldark", ui::Scheme::Dark, QSize(529, 396)}),
                         [](const testing::TestParamInfo<Look>& look) { return std::string(look.param.name); });

} // namespace
