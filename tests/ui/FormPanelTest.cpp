// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/WindowFixture.h"
#include "ui/models/Wording.h"
#include "ui/panels/ExperimentPanel.h"
#include "ui/panels/TierChips.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTableView>
#include <QTest>

namespace {

using namespace tierscope;

class FormPanelTest : public tests::WindowFixture {
protected:
    void SetUp() override
    {
        openWindow();
        ASSERT_TRUE(waitUntilReady());
    }
    [[nodiscard]] ui::TierChips& chips() const { return find<ui::TierChips>("tiersEdit"); }
    [[nodiscard]] std::string tiers() const { return chips().text().toStdString(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(&chips(), static_cast<Qt::Key>(key), modifiers);
    }
    void leaveTiers() const { find<QWidget>("tasksSpin").setFocus(Qt::TabFocusReason); }
    [[nodiscard]] ui::ExperimentPanel& panel() const { return find<ui::ExperimentPanel>("experimentPanel"); }
};

TEST_F(FormPanelTest, TypedTiersBecomeChips)
{
    type("tiersEdit", "2048, 512 128,512");
    EXPECT_EQ(chips().chipCount(), 3) << "the last is still being typed";
    press(Qt::Key_Return);
    EXPECT_EQ(tiers(), "128, 512, 2048");
    QTest::keyClicks(&chips(), "1 GB");
    leaveTiers();
    EXPECT_EQ(tiers(), "128, 512, 1024, 2048");
    EXPECT_EQ(chips().chipCount(), 4);
    EXPECT_TRUE(problemOf("tiersEdit").isEmpty());
}

TEST_F(FormPanelTest, PastedListsBecomeChips)
{
    type("tiersEdit", "");
    QGuiApplication::clipboard()->setText("128, 512 1024;2048\n1 GB");
    press(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(tiers(), "128, 512, 1024, 2048");
    EXPECT_EQ(chips().chipCount(), 4);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_X, Qt::ControlModifier);
    EXPECT_EQ(tiers(), "");
    EXPECT_EQ(QGuiApplication::clipboard()->text(), "128, 512, 1024, 2048");
    EXPECT_FALSE(problemOf("tiersEdit").isEmpty());
}

TEST_F(FormPanelTest, KeysWalkAndRemoveChips)
{
    type("tiersEdit", "128,512,1024,2048,");
    press(Qt::Key_Backspace);
    EXPECT_EQ(tiers(), "128, 512, 1024");
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    press(Qt::Key_Delete);
    EXPECT_EQ(tiers(), "128, 1024");
    press(Qt::Key_Delete);
    EXPECT_EQ(tiers(), "128") << "the next one was at hand";
    QTest::keyClicks(&chips(), "256,");
    press(Qt::Key_Home);
    press(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), "128");
    press(Qt::Key_End);
    QTest::keyClicks(&chips(), "64");
    press(Qt::Key_Backspace);
    EXPECT_EQ(tiers(), "128, 256, 6");
}

TEST_F(FormPanelTest, AChipGoesByItsCross)
{
    type("tiersEdit", "128,512,1024,");
    const int height = chips().height();
    QTest::mouseClick(&chips(), Qt::LeftButton, {}, chips().removeRect(1).center());
    EXPECT_EQ(tiers(), "128, 1024");
    QTest::mouseClick(&chips(), Qt::LeftButton, {}, chips().chipRect(0).center() - QPoint(8, 0));
    press(Qt::Key_Delete);
    EXPECT_EQ(tiers(), "1024");
    click("stepTiersButton");
    EXPECT_EQ(chips().chipCount(), 10);
    EXPECT_GT(chips().height(), height) << "wraps to a third line";
    for (int chip = 0; chip < chips().chipCount(); ++chip)
        EXPECT_TRUE(chips().rect().contains(chips().chipRect(chip))) << chip;
}

TEST_F(FormPanelTest, AWrongTierIsMarkedWhenItIsDone)
{
    type("tiersEdit", "64");
    EXPECT_TRUE(problemOf("tiersEdit").isEmpty()) << "640 may be meant";
    leaveTiers();
    EXPECT_TRUE(problemOf("tiersEdit").contains("64 is out of range")) << problemOf("tiersEdit").toStdString();
    EXPECT_EQ(chips().chipCount(), 1) << "it stays, to be corrected";
    type("tiersEdit", "640");
    EXPECT_TRUE(problemOf("tiersEdit").isEmpty());
}

TEST_F(FormPanelTest, NoLimitAndTiersTakeTurns)
{
    click("noLimitButton");
    EXPECT_EQ(tiers(), "none");
    chips().setFocus();
    QTest::keyClicks(&chips(), "512,");
    EXPECT_EQ(tiers(), "512");
    EXPECT_TRUE(problemOf("tiersEdit").isEmpty());
}

TEST_F(FormPanelTest, TiersAreTextForAssistiveTechnology)
{
    type("tiersEdit", "128,512,");
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&chips());
    ASSERT_NE(accessible, nullptr);
    EXPECT_EQ(accessible->role(), QAccessible::EditableText);
    EXPECT_EQ(accessible->text(QAccessible::Name), "Memory tiers");
    EXPECT_EQ(accessible->text(QAccessible::Value), "128, 512");
    ASSERT_NE(accessible->textInterface(), nullptr);
    EXPECT_EQ(accessible->textInterface()->text(5, 8), "512");
    EXPECT_EQ(accessible->textInterface()->characterCount(), 8);
    EXPECT_EQ(chips().accessibleDescription(), "MB, 128 to 10,240");
}

TEST_F(FormPanelTest, DigitsAreGroupedWhileTyped)
{
    type("iterationsEdit", "12345678");
    EXPECT_EQ(find<QLineEdit>("iterationsEdit").text(), "12,345,678");
    QTest::keyClick(&find<QWidget>("iterationsEdit"), Qt::Key_Home);
    QTest::keyClicks(&find<QWidget>("iterationsEdit"), "90");
    EXPECT_EQ(find<QLineEdit>("iterationsEdit").text(), "9,012,345,678");
    EXPECT_TRUE(problemOf("iterationsEdit").isEmpty());
}

TEST_F(FormPanelTest, WhatARunMeansIsAlwaysInSightAndFollowsTheFields)
{
    m_window->resize(1024, 700);
    QCoreApplication::processEvents();
    auto& note = find<QWidget>("planNote");
    EXPECT_FALSE(find<QScrollArea>("experimentScroll").isAncestorOf(&note));
    EXPECT_TRUE(m_window->rect().contains(QRect(note.mapTo(m_window.get(), QPoint(0, 0)), note.size())));
    EXPECT_EQ(text("planHeadline"), "About 30 s") << "Quick look was sized for that";
    type("repeatsSpin", "2");
    EXPECT_EQ(text("planHeadline"), "About 1 min");
    EXPECT_TRUE(text("planDetail").startsWith("32 runs")) << text("planDetail").toStdString();
    type("repeatsSpin", "0");
    EXPECT_EQ(text("planHeadline"), "Not ready to run");
    EXPECT_TRUE(text("planDetail").contains("repeats"));
}

TEST_F(FormPanelTest, RepeatingUntilSureIsOffAtFirstAndMarkedWhereItIsWrong)
{
    EXPECT_FALSE(find<QWidget>("precisionSpin").isVisible());
    click("precisionCheck");
    EXPECT_TRUE(find<QWidget>("precisionSpin").isVisible());
    EXPECT_TRUE(find<QWidget>("maxRepeatsSpin").isVisible());
    EXPECT_TRUE(waitFor([this] { return text("planDetail").contains(QStringLiteral("Repeats end once")); }))
        << text("planDetail").toStdString();
    type("precisionSpin", "0");
    EXPECT_TRUE(problemOf("precisionSpin").contains("1 to 100, or switch it off")) << problemOf("precisionSpin").toStdString();
    type("precisionSpin", "5");
    EXPECT_TRUE(problemOf("precisionSpin").isEmpty());
    type("repeatsSpin", "40");
    type("maxRepeatsSpin", "39");
    EXPECT_TRUE(problemOf("maxRepeatsSpin").contains("40 to 1,000")) << problemOf("maxRepeatsSpin").toStdString();
    click("precisionCheck");
    EXPECT_FALSE(find<QWidget>("maxRepeatsSpin").isVisible());
    EXPECT_FALSE(text("planDetail").contains(QStringLiteral("Repeats end once")));
}

TEST_F(FormPanelTest, AnAdaptiveSweepMeasuresFewerTiersAndSaysSo)
{
    click("articleTiersButton");
    type("repeatsSpin", "1");
    choose("goalCombo", "Until the fastest is known");
    EXPECT_TRUE(text("planDetail").contains(ui::keepUnits("a full sweep is 16 runs at 8 tiers"))) << text("planDetail").toStdString();
    click("runButton");
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_LT(sampleRows(), 16);
    const auto card = [this] {
        for (const QLabel* label : m_window->findChildren<QLabel*>()) {
            if (label->text().contains(ui::keepUnits("A full sweep would have measured 8 tiers.")))
                return true;
        }
        return false;
    };
    EXPECT_TRUE(waitFor(card));
}

TEST_F(FormPanelTest, NothingIsWiderThanThePanel)
{
    click("moreButton");
    choose("workloadCombo", "Memory walk");
    choose("capCombo", "Every number up to");
    QCoreApplication::processEvents();
    const auto& scroll = find<QScrollArea>("experimentScroll");
    EXPECT_LE(scroll.widget()->minimumSizeHint().width(), scroll.viewport()->width());
}

TEST_F(FormPanelTest, TheFormIsRememberedWhole)
{
    choose("workloadCombo", "Memory walk");
    type("mbEdit", "many");
    type("tiersEdit", "512, lots");
    type("tasksSpin", "4");
    const QByteArray state = panel().saveState();
    choose("workloadCombo", "My command");
    ASSERT_TRUE(waitFor([this] { return find<QWidget>("commandEdit").isVisible(); }));
    EXPECT_NE(panel().saveState(), state);
    EXPECT_FALSE(panel().restoreState(state.left(state.size() / 2)));
    EXPECT_FALSE(panel().restoreState(QByteArray(state).replace("kernel:memory-walk", "kernel:spin")));
    EXPECT_TRUE(find<QWidget>("commandEdit").isVisible()) << "refused whole";
    ASSERT_TRUE(panel().restoreState(state));
    EXPECT_EQ(panel().saveState(), state);
    EXPECT_EQ(find<QLineEdit>("mbEdit").text(), "many");
    EXPECT_EQ(tiers(), "512, lots");
}

TEST_F(FormPanelTest, TheFirstMinutesHaveOneButton)
{
    EXPECT_TRUE(find<QWidget>("welcomeBar").isVisible());
    EXPECT_TRUE(text("welcomeText").contains("4.0×")) << text("welcomeText").toStdString();
    EXPECT_FALSE(find<QWidget>("leadLabel").isVisible());
    type("tasksSpin", "99");
    click("firstRunButton");
    ASSERT_TRUE(waitFor([this] { return sampleRows() == 16 && text("activityLabel") == "Finished"; }));
    EXPECT_EQ(find<QWidget>("tasksSpin").property("value").toInt(), 10) << "Quick look as it is";
    EXPECT_FALSE(find<QWidget>("welcomeBar").isVisible());
    EXPECT_TRUE(find<QWidget>("leadLabel").isVisible());
    ASSERT_TRUE(waitFor([this] { return find<QTableView>("historyTable").model()->rowCount() == 2; }));
    selectHistory("Reference measurements (2021)");
    click("openButton");
    ASSERT_TRUE(waitFor([this] { return text("experimentName").startsWith("Reference"); }));
    EXPECT_FALSE(find<QWidget>("welcomeBar").isVisible()) << "there is an own experiment now";
}

} // namespace
