// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/WindowFixture.h"

#include "core/analysis/AdaptiveSweep.h"
#include "ui/models/SampleTableModel.h"
#include "ui/panels/WindowSettings.h"
#include "ui/timeline/TimelineView.h"
#include "ui/timeline/TimelineWords.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>

namespace {

using namespace tierscope;

struct Look {
    const char* name;
    ui::Scheme scheme;
    QSize size;
    ui::LanguageChoice language = ui::LanguageChoice::English;
};

/// Every page as a PNG beside the test program, for people to look at: ctest cannot say whether a window is well made.
class WindowPicturesTest : public tests::WindowFixture, public testing::WithParamInterface<Look> {
protected:
    void openInLanguage()
    {
        QSettings settings(m_folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
        ui::writeLanguage(settings, GetParam().language);
        settings.sync();
        openWindow(GetParam().scheme, GetParam().size);
        ASSERT_TRUE(waitUntilReady());
    }
    void save(const char* page)
    {
        const QImage picture = saveWidget(page, *m_window);
        EXPECT_EQ(picture.size(), GetParam().size * m_window->devicePixelRatioF());
    }
    void saveDialog(const char* page, const char* objectName) { static_cast<void>(saveWidget(page, find<QWidget>(objectName))); }
    [[nodiscard]] bool isEnabled(const char* button) const
    {
        const auto* found = m_window->findChild<QAbstractButton*>(QString::fromLatin1(button));
        return found != nullptr && found->isVisible() && found->isEnabled();
    }

    [[nodiscard]] static core::Sample failedSample()
    {
        core::Sample sample;
        sample.ok = false;
        return sample;
    }

private:
    QImage saveWidget(const char* page, QWidget& widget)
    {
        QDir folder(QStringLiteral(TIERSCOPE_BINARIES));
        EXPECT_TRUE(folder.mkpath(QStringLiteral("pictures")));
        const double ratio = m_window->devicePixelRatioF();
        const QString path = folder.filePath(
            QStringLiteral("pictures/%1-%2%3.png")
                .arg(QLatin1String(page), QLatin1String(GetParam().name), ratio == 1 ? QString() : QStringLiteral("@%1x").arg(ratio)));
        // Labels that wrap ask for their height only once they know their width.
        for (int pass = 0; pass < 5; ++pass)
            QCoreApplication::processEvents();
        QImage picture = widget.grab().toImage();
        EXPECT_TRUE(picture.save(path)) << path.toStdString();
        return picture;
    }
};

TEST_P(WindowPicturesTest, EveryPage)
{
    openInLanguage();
    ASSERT_TRUE(waitFor([this] { return m_window->findChild<QLabel*>(QStringLiteral("findingFigure0")) != nullptr; }));
    save("first-start");
    auto& tabs = find<QTabWidget>("centreTabs");
    tabs.setCurrentWidget(&find<QWidget>("speedupPage"));
    save("speedup");
    click("tierGainButton");
    save("speedup-tiers");
    click("parallelGainButton");
    tabs.setCurrentWidget(&find<QWidget>("costPage"));
    type("deadlineEdit", QStringLiteral("2"));
    save("cost");
    tabs.setCurrentIndex(0);
    click("vcpuAxisButton");
    save("first-start-vcpus");
    click("linearAxisButton");
    save("first-start-vcpus-linear");
    click("memoryAxisButton");
    save("first-start-linear");
    click("logAxisButton");

    click("precisionCheck");
    chooseEntry("goalCombo", static_cast<int>(core::SweepGoal::Cheapest));
    save("until-sure");
    type("precisionSpin", QStringLiteral("0"));
    type("tasksSpin", QStringLiteral("0"));
    type("tiersEdit", QStringLiteral("128, lots"));
    type("iterationsEdit", QStringLiteral("many"));
    click("runButton");
    save("wrong-input");

    click("precisionCheck");
    find<QComboBox>("goalCombo").setCurrentIndex(0);
    chooseEntry("workloadCombo", QStringLiteral("command"));
    ASSERT_TRUE(waitFor([this] { return find<QWidget>("commandEdit").isVisible(); }));
    click("moreButton");
    save("my-command");
    chooseEntry("workloadCombo", QStringLiteral("python"));
    ASSERT_TRUE(waitFor([this] { return find<QWidget>("pythonModuleEdit").isVisible(); }));
    click("runButton");
    save("my-python-function");
    click("moreButton");

    chooseEntry("workloadCombo", QStringLiteral("reference-cpp"));
    ASSERT_TRUE(waitFor([this] { return find<QWidget>("iterationsEdit").isVisible(); }));
    click("poolCheck");
    m_script.failRun(5, "task 3: killed by signal 11 (SIGSEGV)");
    m_script.warn(
        {core::ErrorCode::PermissionDenied, "no cgroup can be used here", "See tierscope-cli doctor", core::ErrorDetail::NoCgroup});
    m_script.hold();
    click("runButton");
    save("empty");
    m_script.allow(50);
    ASSERT_TRUE(waitFor([this] { return sampleRows() == 50; }));
    ASSERT_TRUE(waitFor([this] {
        const auto* fastest = m_window->findChild<QLabel*>(QStringLiteral("findingFigure0"));
        return fastest != nullptr && fastest->text().contains(QStringLiteral("10240"));
    }));
    save("running");
    tabs.setCurrentIndex(tabs.count() - 1);
    save("running-table");
    auto& table = find<QTableView>("sampleTable");
    table.sortByColumn(6, Qt::DescendingOrder);
    table.setCurrentIndex(table.model()
                              ->match(table.model()->index(0, 7), Qt::DisplayRole,
                                      ui::SampleTableModel::tr("failed: %1").section(QLatin1Char('%'), 0, 0).trimmed(), 1)
                              .value(0));
    save("table-failed");
    tabs.setCurrentIndex(0);
    click("stopButton");
    ASSERT_TRUE(waitUntilEnded());
    ASSERT_TRUE(waitFor([this] { return find<QAbstractButton>("resumeButton").isEnabled(); }));
    click("deleteButton");
    save("delete");
    click("messageAction");
    find<QAbstractButton>("settingsButton").setFocus();
    save("focus");

    m_script.release();
    chooseEntry("capCombo", static_cast<int>(core::CapPolicy::Kind::Sweep));
    type("capSpin", QStringLiteral("4"));
    click("poolCheck");
    click("runButton");
    ASSERT_TRUE(waitUntilEnded());
    ASSERT_TRUE(waitFor([this] { return find<QAbstractButton>("runButton").isEnabled(); }));
    ASSERT_TRUE(waitFor([this] { return m_window->findChild<QLabel*>(QStringLiteral("findingFigure0")) != nullptr; }));
    save("sweep");
    click("vcpuAxisButton");
    save("sweep-vcpus");
}

TEST_P(WindowPicturesTest, TimelinePage)
{
    constexpr int kTasks = 10;
    constexpr int kEarly = 5;
    m_script.setTaskEvents(kTasks);
    m_script.setEarlyEvents(kEarly);
    m_script.failRun(3, "killed by signal 11 (SIGSEGV)");
    openInLanguage();
    auto& tabs = find<QTabWidget>("centreTabs");
    tabs.setCurrentWidget(&find<QWidget>("timelinePage"));
    save("timeline-reference");
    auto& view = find<ui::TimelineView>("timelineView");
    m_script.hold();
    click("runButton");
    m_script.allow(8);
    ASSERT_TRUE(waitFor([&] { return sampleRows() == 8 && !view.runs().empty() && view.runs()[0]->tasks.size() == kEarly; }));
    save("timeline-live");
    m_script.release();
    ASSERT_TRUE(waitUntilEnded());
    ASSERT_TRUE(waitFor([&] { return !view.runs().empty() && view.runs()[0]->parts.has_value(); }));
    save("timeline");
    auto& against = find<QComboBox>("timelineAgainstCombo");
    against.setCurrentIndex(1);
    ASSERT_TRUE(waitFor([&] { return view.runs().size() == 2; }));
    view.select(ui::TaskPlace{1, 4});
    save("timeline-compare");
    auto& run = find<QComboBox>("timelineRunCombo");
    against.setCurrentIndex(0);
    const int failed = run.findText(ui::runEntryText(failedSample(), 1).section(QLatin1Char(','), -1), Qt::MatchEndsWith);
    ASSERT_GE(failed, 0);
    run.setCurrentIndex(failed);
    ASSERT_TRUE(waitFor([&] { return view.runs().size() == 1 && view.runs()[0]->tasks.failed() > 0; }));
    view.zoomAbout(view.body().center().x(), 0.5);
    save("timeline-failed");
}

TEST_P(WindowPicturesTest, AwsPage)
{
    m_lambda->setFunctions({tests::fakeFunction("image-thumbnails"), tests::fakeFunction("tierscope")});
    m_lambda->setLeftover({core::RestoreOutcome{core::RestoreOutcome::Kind::Restored,
                                                "arn:aws:lambda:eu-west-1:123456789012:function:image-thumbnails", ""}});
    openInLanguage();
    m_lambda->hold();
    click("lambdaBackendButton");
    save("aws-loading");
    m_lambda->release();
    ASSERT_TRUE(waitFor([this] { return isEnabled("refreshFunctionsButton"); }));
    type("functionComboEdit", QStringLiteral("tierscope"));
    m_script.setCpuModels({"Intel(R) Xeon(R) Processor @ 2.50GHz", "AMD EPYC"});
    save("aws-filled");
    m_lambda->failList(core::Error{core::ErrorCode::PermissionDenied,
                                   "AWS Lambda answers with AccessDeniedException: not authorized to perform: lambda:ListFunctions",
                                   "Give the user or role that permission",
                                   core::ErrorDetail::LambdaForbids,
                                   {"AccessDeniedException", "not authorized to perform: lambda:ListFunctions"}});
    click("refreshFunctionsButton");
    ASSERT_TRUE(waitFor([this] { return isEnabled("refreshFunctionsButton"); }));
    save("aws-failed");
    m_lambda->failList(std::nullopt);
    m_lambda->setFunctions({});
    click("refreshFunctionsButton");
    ASSERT_TRUE(waitFor([this] { return isEnabled("refreshFunctionsButton"); }));
    click("moreButton");
    save("aws-more");
    click("moreButton");
    chooseEntry("contractCombo", static_cast<int>(core::LambdaContract::Any));
    find<QPlainTextEdit>("sequentialPayloadEdit").setPlainText(QStringLiteral("{\"multiprocess\": false}"));
    find<QPlainTextEdit>("parallelPayloadEdit").setPlainText(QStringLiteral("{\"multiprocess\": "));
    save("aws-any-function");
    auto& form = find<QScrollArea>("experimentScroll");
    EXPECT_LE(form.widget()->minimumSizeHint().width(), form.viewport()->width()) << "nothing is cut at the side";
    form.ensureWidgetVisible(&find<QWidget>("parallelPayloadEdit"));
    save("aws-payloads");
    chooseEntry("contractCombo", static_cast<int>(core::LambdaContract::Own));

    click("deployButton");
    ASSERT_TRUE(waitFor([this] { return isEnabled("deployNowButton"); }));
    click("deployNowButton");
    saveDialog("aws-deploy", "deployDialog");
    click("deployCancelButton");
    click("runButton");
    ASSERT_TRUE(waitFor([this] { return isEnabled("measureButton"); }));
    saveDialog("aws-guard", "sweepDialog");
    click("dryRunButton");
    saveDialog("aws-dry-run", "sweepDialog");
    click("measureButton");
    ASSERT_TRUE(waitUntilEnded());
    ASSERT_TRUE(waitFor([this] { return isEnabled("runButton"); }));
    save("aws-measured");
    find<QTabWidget>("centreTabs").setCurrentIndex(1);
    save("aws-table");
}

INSTANTIATE_TEST_SUITE_P(Looks, WindowPicturesTest,
                         testing::Values(Look{"light", ui::Scheme::Light, QSize(1440, 900)},
                                         Look{"dark", ui::Scheme::Dark, QSize(1440, 900)},
                                         Look{"small-light", ui::Scheme::Light, QSize(1024, 700)},
                                         Look{"small-dark", ui::Scheme::Dark, QSize(1024, 700)},
                                         Look{"wide-dark", ui::Scheme::Dark, QSize(1920, 1080)},
                                         Look{"japanese-light", ui::Scheme::Light, QSize(1440, 900), ui::LanguageChoice::Japanese},
                                         Look{"japanese-small-dark", ui::Scheme::Dark, QSize(1024, 700), ui::LanguageChoice::Japanese}),
                         [](const testing::TestParamInfo<Look>& look) {
                             std::string name = look.param.name;
                             std::erase(name, '-');
                             return name;
                         });

} // namespace
