// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/WindowFixture.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QTranslator>
#include <algorithm>

namespace {

using namespace tierscope;
using ui::LanguageChoice;
using ui::Scheme;
using ui::ThemeChoice;

/// Knows every text, whatever the real translations know.
class MarkingTranslator final : public QTranslator {
public:
    MarkingTranslator() { QCoreApplication::installTranslator(this); }
    ~MarkingTranslator() override { QCoreApplication::removeTranslator(this); }
    MarkingTranslator(const MarkingTranslator&) = delete;
    MarkingTranslator& operator=(const MarkingTranslator&) = delete;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* /*context*/, const char* source, const char* /*what*/, int /*n*/) const override
    {
        return QLatin1Char('<') + QString::fromUtf8(source) + QLatin1Char('>');
    }
};

class WindowSettingsTest : public tests::WindowFixture {
protected:
    void openAndWait(Scheme scheme = Scheme::Light)
    {
        openWindow(scheme);
        ASSERT_TRUE(waitUntilReady());
    }
    static Scheme shownScheme() { return ui::schemeOf(QApplication::palette()); }
    [[nodiscard]] bool isTicked(const char* action) const { return find<QAction>(action).isChecked(); }
    /// The menu asks for it; the panels are made anew a moment later.
    void chooseLanguage(const char* action) const
    {
        const QPointer<QWidget> old(&find<QWidget>("headerBar"));
        trigger(action);
        ASSERT_TRUE(waitFor([&old] { return old.isNull(); }));
    }
};

TEST_F(WindowSettingsTest, TheThemeChangesWhileTheWindowIsOpenAndIsRemembered)
{
    openAndWait();
    EXPECT_TRUE(isTicked("themeSystem"));
    trigger("themeDark");
    EXPECT_EQ(shownScheme(), Scheme::Dark);
    EXPECT_TRUE(isTicked("themeDark"));
    const QColor ground = find<QWidget>("headerBar").grab().toImage().pixelColor(2, 2);
    EXPECT_EQ(ground.name(), ui::tokens(Scheme::Dark).panel.name());
    m_window->setDesktopScheme(Scheme::Light);
    EXPECT_EQ(shownScheme(), Scheme::Dark) << "a choice is a choice, whatever the desktop does";
    closeWindow();
    openAndWait();
    EXPECT_EQ(shownScheme(), Scheme::Dark);
    trigger("themeSystem");
    EXPECT_EQ(shownScheme(), Scheme::Light);
}

TEST_F(WindowSettingsTest, TheSystemsThemeIsFollowed)
{
    openAndWait();
    m_window->setDesktopScheme(Scheme::Dark);
    EXPECT_EQ(shownScheme(), Scheme::Dark);
    m_window->setDesktopScheme(Scheme::Light);
    EXPECT_EQ(shownScheme(), Scheme::Light);
}

TEST_F(WindowSettingsTest, AnotherLanguageLeavesTheWorkAsItWas)
{
    openAndWait();
    type("tasksSpin", "7");
    type("tiersEdit", "512, 2048");
    click("vcpuAxisButton");
    find<QTabWidget>("centreTabs").setCurrentIndex(1);
    auto* findings = &find<QDockWidget>("findingsDock");
    m_window->addDockWidget(Qt::LeftDockWidgetArea, findings);
    const QString english = find<QAbstractButton>("runButton").text();
    ASSERT_TRUE(waitFor([this] { return m_window->findChild<QLabel*>("findingFigure0") != nullptr; }));

    const MarkingTranslator translator;
    chooseLanguage("languageJapanese");
    EXPECT_NE(find<QAbstractButton>("runButton").text(), english);
    EXPECT_TRUE(isTicked("languageJapanese"));
    EXPECT_EQ(find<QSpinBox>("tasksSpin").value(), 7);
    EXPECT_EQ(find<QTabWidget>("centreTabs").currentIndex(), 1);
    EXPECT_EQ(m_window->dockWidgetArea(&find<QDockWidget>("findingsDock")), Qt::LeftDockWidgetArea);
    EXPECT_TRUE(waitFor([this] { return text("experimentName") == QStringLiteral("基準の計測値（2021 年）"); })) << "once it has its width";
    EXPECT_NE(text("findingCaption0"), "Fastest");
    EXPECT_NE(text("activityLabel"), "Ready");
    EXPECT_EQ(sampleRows(), 16);
    EXPECT_TRUE(find<QAbstractButton>("runButton").isEnabled());
    EXPECT_EQ(m_window->findChildren<QDockWidget*>().size(), 3);
    EXPECT_EQ(m_window->findChildren<QWidget*>("runButton").size(), 1);
    click("runButton");
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_GT(sampleRows(), 0);
}

TEST_F(WindowSettingsTest, ARunGoesOnThroughAnotherLanguage)
{
    openAndWait();
    fillSmallExperiment();
    m_script.hold();
    m_script.warn({core::ErrorCode::Unsupported, "runs are limited by duty cycle", "See tierscope-cli doctor"});
    click("runButton");
    m_script.allow(1);
    ASSERT_TRUE(waitFor([this] { return sampleRows() == 1; }));
    {
        const MarkingTranslator translator;
        chooseLanguage("languageJapanese");
        EXPECT_TRUE(find<QAbstractButton>("stopButton").isEnabled());
        EXPECT_TRUE(text("messageText").contains("duty cycle"));
        EXPECT_FALSE(text("messageText").startsWith("Worth knowing")) << "said in the other language";
        m_script.allow(1);
        ASSERT_TRUE(waitFor([this] { return sampleRows() == 2; }));
    }
    chooseLanguage("languageEnglish");
    EXPECT_EQ(find<QAbstractButton>("runButton").text(), "&Run");
    EXPECT_TRUE(text("activityLabel").contains("repeat 1 of 1")) << text("activityLabel").toStdString();
    m_script.release();
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_EQ(sampleRows(), 4);
    EXPECT_EQ(text("limiterLabel").section(',', 0, 0), "fake limiter");
}

TEST_F(WindowSettingsTest, TheLanguageIsRemembered)
{
    openAndWait();
    chooseLanguage("languageJapanese");
    closeWindow();
    EXPECT_EQ(QLocale().language(), QLocale::Japanese);
    openAndWait();
    EXPECT_TRUE(isTicked("languageJapanese"));
    chooseLanguage("languageEnglish");
    EXPECT_EQ(QLocale().language(), QLocale::English);
}

TEST_F(WindowSettingsTest, TheModelIsShownUntilItIsSwitchedOffAndThatIsRemembered)
{
    openAndWait();
    auto& check = find<QAbstractButton>("modelCheck");
    ASSERT_TRUE(waitFor([&check] { return check.isEnabled(); }));
    EXPECT_TRUE(check.isChecked());
    EXPECT_TRUE(waitFor([this] {
        const auto cards = m_window->findChildren<QLabel*>(QRegularExpression(QStringLiteral("findingCaption.*")));
        return std::ranges::any_of(cards, [](const QLabel* label) { return label->text() == QStringLiteral("Model"); });
    }));
    click("modelCheck");
    closeWindow();
    openAndWait();
    EXPECT_FALSE(find<QAbstractButton>("modelCheck").isChecked());
}

TEST_F(WindowSettingsTest, PricesAreRememberedAndTheFindingsGoByThem)
{
    openAndWait();
    const auto cheapest = [this] {
        const auto captions = m_window->findChildren<QLabel*>(QRegularExpression(QStringLiteral("findingCaption.*")));
        for (const QLabel* caption : captions) {
            if (caption->text() == QStringLiteral("Cheapest"))
                return text(qPrintable(caption->objectName().replace(QStringLiteral("Caption"), QStringLiteral("Figure"))));
        }
        return QString();
    };
    ASSERT_TRUE(waitFor([&] { return !cheapest().isEmpty(); }));
    const QString before = cheapest();
    find<QTabWidget>("centreTabs").setCurrentWidget(&find<QWidget>("costPage"));
    choose("costRegionCombo", "af-south-1");
    click("armButton");
    EXPECT_TRUE(waitFor([&] { return cheapest() != before; })) << before.toStdString();
    type("ownPriceEdit", "0.001");
    EXPECT_TRUE(text("priceNote").contains("your own"));
    QString own;
    EXPECT_TRUE(waitFor([&] {
        own = cheapest();
        return own.startsWith(QStringLiteral("$0.00595"));
    })) << own.toStdString();
    closeWindow();
    openAndWait();
    EXPECT_EQ(find<QComboBox>("costRegionCombo").currentText(), "af-south-1");
    EXPECT_TRUE(find<QAbstractButton>("armButton").isChecked());
    EXPECT_EQ(find<QLineEdit>("ownPriceEdit").text(), "0.001");
    EXPECT_TRUE(waitFor([&] { return cheapest() == own; })) << cheapest().toStdString();
    type("ownPriceEdit", "");
    EXPECT_TRUE(waitFor([&] { return !cheapest().isEmpty() && cheapest() != own; }));
}

TEST_F(WindowSettingsTest, TheDefaultLayoutComesBack)
{
    openAndWait();
    auto& dock = find<QDockWidget>("historyDock");
    m_window->addDockWidget(Qt::TopDockWidgetArea, &dock);
    find<QDockWidget>("findingsDock").setFloating(true);
    closeWindow();
    openAndWait();
    EXPECT_EQ(m_window->dockWidgetArea(&find<QDockWidget>("historyDock")), Qt::TopDockWidgetArea);
    EXPECT_TRUE(find<QDockWidget>("findingsDock").isFloating());
    trigger("restoreLayoutAction");
    EXPECT_EQ(m_window->dockWidgetArea(&find<QDockWidget>("historyDock")), Qt::BottomDockWidgetArea);
    EXPECT_EQ(m_window->dockWidgetArea(&find<QDockWidget>("findingsDock")), Qt::RightDockWidgetArea);
    EXPECT_FALSE(find<QDockWidget>("findingsDock").isFloating());
}

TEST_F(WindowSettingsTest, KeysAndAboutAreDialogsThatGoWithEscape)
{
    openAndWait();
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    auto& keys = find<QDialog>("keysDialog");
    EXPECT_TRUE(keys.isVisible());
    QTest::keyClick(&keys, Qt::Key_Escape);
    EXPECT_FALSE(keys.isVisible());
    trigger("aboutAction");
    auto& about = find<QDialog>("aboutDialog");
    EXPECT_TRUE(text("versionLabel").contains(QLatin1String(TIERSCOPE_VERSION)));
    QTest::keyClick(&about, Qt::Key_Escape);
}

TEST(TranslationTest, TheLanguageIsTheSystemsOrTheOneThatIsChosen)
{
    const QLocale japan(QLocale::Japanese, QLocale::Japan);
    const QLocale germany(QLocale::German, QLocale::Germany);
    EXPECT_EQ(ui::languageFor(LanguageChoice::System, japan), QLocale::Japanese);
    EXPECT_EQ(ui::languageFor(LanguageChoice::System, germany), QLocale::English);
    EXPECT_EQ(ui::languageFor(LanguageChoice::English, japan), QLocale::English);
    EXPECT_EQ(ui::languageFor(LanguageChoice::Japanese, germany), QLocale::Japanese);
}

TEST(AppearanceTest, AChoiceGoesBeforeTheDesktop)
{
    EXPECT_EQ(ui::schemeFor(ThemeChoice::System, Scheme::Dark), Scheme::Dark);
    EXPECT_EQ(ui::schemeFor(ThemeChoice::Light, Scheme::Dark), Scheme::Light);
    EXPECT_EQ(ui::schemeFor(ThemeChoice::Dark, Scheme::Light), Scheme::Dark);
}

} // namespace
