// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/WindowFixture.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QImage>
#include <QTest>

#include <algorithm>

namespace {

using namespace tierscope;

std::string nameOf(const QWidget& widget)
{
    return widget.metaObject()->className() + std::string(" ") + widget.objectName().toStdString();
}

class WindowKeyboardTest : public tests::WindowFixture {
protected:
    /// Every control that Tab reaches from the start, in that order, once round.
    QList<QWidget*> walk()
    {
        QList<QWidget*> reached;
        find<QWidget>("experimentName").setFocus(Qt::TabFocusReason);
        constexpr int kMost = 300;
        for (int step = 0; step < kMost; ++step) {
            QWidget* focus = QApplication::focusWidget();
            if (focus == nullptr || reached.contains(focus))
                break;
            reached << focus;
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        return reached;
    }
};

TEST_F(WindowKeyboardTest, TabReachesEveryControlAndEachHasAName)
{
    openWindow();
    ASSERT_TRUE(waitUntilReady());
    click("moreButton");
    m_window->activateWindow();
    ASSERT_TRUE(waitFor([this] { return m_window->isActiveWindow(); }));
    const QList<QWidget*> reached = walk();
    for (QWidget* widget : m_window->findChildren<QWidget*>()) {
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isEnabled() && widget->isVisible();
        if (!takesTab || widget->focusProxy() != nullptr)
            continue;
        // Of buttons of which one holds, Tab reaches the one that does, and arrow keys the others.
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        if (button != nullptr && button->group() != nullptr && button->group()->exclusive() && !button->isChecked())
            continue;
        EXPECT_TRUE(reached.contains(widget)) << nameOf(*widget);
    }
    for (QWidget* widget : reached) {
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(accessible, nullptr);
        EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty()) << nameOf(*widget);
    }
}

TEST_F(WindowKeyboardTest, TabGoesFromHeadToFormToChartToHistory)
{
    openWindow();
    ASSERT_TRUE(waitUntilReady());
    m_window->activateWindow();
    ASSERT_TRUE(waitFor([this] { return m_window->isActiveWindow(); }));
    const QList<QWidget*> reached = walk();
    qsizetype last = -1;
    for (const char* name : {"experimentName", "exportButton", "runButton", "workloadCombo", "memoryAxisButton", "historyTable"}) {
        const qsizetype at = reached.indexOf(&find<QWidget>(name));
        EXPECT_GT(at, last) << name;
        last = at;
    }
}

TEST_F(WindowKeyboardTest, FocusCanBeSeenOnEveryControl)
{
    openWindow();
    ASSERT_TRUE(waitUntilReady());
    m_window->activateWindow();
    ASSERT_TRUE(waitFor([this] { return m_window->isActiveWindow(); }));
    const QList<QWidget*> reached = walk();
    ASSERT_GT(reached.size(), 15);
    for (QWidget* widget : reached) {
        // The chart marks the point that it is at; its own tests say so.
        if (widget->objectName() == QLatin1String("runtimeChart"))
            continue;
        widget->setFocus(Qt::TabFocusReason);
        const QImage with = widget->grab().toImage();
        widget->clearFocus();
        const QImage without = widget->grab().toImage();
        EXPECT_NE(with, without) << nameOf(*widget);
    }
}

} // namespace
