// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/Glossary.h"

#include "ui/panels/TermHelp.h"

#include <QTest>
#include <QToolTip>
#include <gtest/gtest.h>
#include <set>

namespace {

using namespace tierscope;

TEST(GlossaryTest, EveryTermHasATitleAndAFewSentences)
{
    std::set<std::string> seen;
    for (int number = 0; number <= static_cast<int>(ui::kLastTerm); ++number) {
        const auto term = static_cast<ui::Term>(number);
        const QString text = ui::glossaryText(term);
        EXPECT_FALSE(ui::glossaryTitle(term).isEmpty());
        EXPECT_TRUE(text.endsWith('.')) << text.toStdString();
        EXPECT_FALSE(text.contains("%1")) << text.toStdString();
        EXPECT_GT(text.size(), 40);
        seen.insert(ui::glossaryTitle(term).toStdString());
        seen.insert(text.toStdString());
    }
    EXPECT_EQ(seen.size(), 2 * (static_cast<std::size_t>(ui::kLastTerm) + 1));
    EXPECT_TRUE(ui::glossaryText(ui::Term::CreditVcpu).contains("1769"));
}

TEST(TermHelpTest, ExplainsItselfByKeyAndToAssistiveTechnology)
{
    ui::TermHelp help(ui::Term::Dilation);
    help.show();
    help.setFocus(Qt::TabFocusReason);
    EXPECT_EQ(help.text(), "Dilation");
    EXPECT_EQ(help.accessibleDescription(), ui::glossaryText(ui::Term::Dilation));
    for (const Qt::Key key : {Qt::Key_F1, Qt::Key_Space}) {
        QToolTip::hideText();
        ASSERT_TRUE(QTest::qWaitFor([] { return !QToolTip::isVisible(); }));
        QTest::keyClick(&help, key);
        EXPECT_TRUE(QToolTip::isVisible()) << key;
        EXPECT_EQ(QToolTip::text(), help.explanation());
    }
    QTest::keyClick(&help, Qt::Key_Tab);
    QToolTip::hideText();
}

} // namespace
