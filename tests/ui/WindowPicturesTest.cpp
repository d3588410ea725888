// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/WindowFixture.h"

#include "ui/models/SampleTableModel.h"
#include "ui/panels/WindowSettings.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QDir>
#include <QLabel>
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
    void save(const char* page)
    {
        QDir folder(QStringLiteral(TIERSCOPE_BINARIES));
        ASSERT_TRUE(folder.mkpath(QStringLiteral("pictures")));
        const bool isLarge = m_window->devicePixelRatioF() > 1;
        const QString path = folder.filePath(
            QStringLiteral("pictures/%1-%2%3.png")
                .arg(QLatin1String(page), QLatin1String(GetParam().name), isLarge ? QLatin1String("@2x") : QLatin1String("")));
        // Labels that wrap ask for their height only once they know their width.
        for (int pass = 0; pass < 5; ++pass)
            QCoreApplication::processEvents();
        const QImage picture = m_window->grab().toImage();
        EXPECT_EQ(picture.size(), GetParam().size * m_window->devicePixelRatioF());
        EXPECT_TRUE(picture.save(path)) << path.toStdString();
    }
};

TEST_P(WindowPicturesTest, EveryPage)
{
    QSettings settings(m_folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    ui::writeLanguage(settings, GetParam().language);
    settings.sync();
    openWindow(GetParam().scheme, GetParam().size);
    ASSERT_TRUE(waitUntilReady());
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

    type("tasksSpin", QStringLiteral("0"));
    type("tiersEdit", QStringLiteral("128, lots"));
    type("iterationsEdit", QStringLiteral("many"));
    click("runButton");
    save("wrong-input");

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
    m_script.failRun(5, "task 3 ended with signal 11 (segmentation fault)");
    m_script.warn(
        {core::ErrorCode::Unsupported, "runs are limited by duty cycle, which is less true than a cgroup", "See tierscope-cli doctor"});
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
    save("sweep");
    click("vcpuAxisButton");
    save("sweep-vcpus");
}

INSTANTIATE_TEST_SUITE_P(Looks, WindowPicturesTest,
                         testing::Values(Look{"light", ui::Scheme::Light, QSize(1440, 900)},
                                         Look{"dark", ui::Scheme::Dark, QSize(1440, 900)},
                                         Look{"small-light", ui::Scheme::Light, QSize(1024, 700)},
                                         Look{"small-dark", ui::Scheme::Dark, QSize(1024, 700)},
                                         Look{"japanese-light", ui::Scheme::Light, QSize(1440, 900), ui::LanguageChoice::Japanese},
                                         Look{"japanese-small-dark", ui::Scheme::Dark, QSize(1024, 700), ui::LanguageChoice::Japanese}),
                         [](const testing::TestParamInfo<Look>& look) {
                             std::string name = look.param.name;
                             std::erase(name, '-');
                             return name;
                         });

} // namespace
