// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/QtWarnings.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <gtest/gtest.h>

int main(int argc, char** argv)
{
    // Also when it is started by hand on a desktop: nothing flickers over the screen, and what is drawn is the same everywhere.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    tierscope::ui::applyTheme(application, tierscope::ui::Scheme::Light);
    testing::InitGoogleTest(&argc, argv);
    tierscope::tests::failOnQtWarnings();
    return RUN_ALL_TESTS();
}
