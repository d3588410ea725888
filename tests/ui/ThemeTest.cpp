// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/theme/Theme.h"

#include <QFile>
#include <QFontMetricsF>
#include <QRegularExpression>
#include <gtest/gtest.h>

#include <cmath>

namespace {

using namespace tierscope;
using ui::Scheme;

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

/// WCAG 2.1, contrast ratio.
double contrast(const QColor& one, const QColor& other)
{
    const double light = std::max(luminance(one), luminance(other));
    const double dark = std::min(luminance(one), luminance(other));
    return (light + 0.05) / (dark + 0.05);
}

class ThemeTest : public testing::TestWithParam<Scheme> {};

TEST_P(ThemeTest, EveryTextCanBeReadOnEveryGroundItStandsOn)
{
    const ui::Tokens& t = ui::tokens(GetParam());
    const auto expectReadable = [](const char* what, const QColor& text, const QColor& ground) {
        constexpr double kText = 4.5; // WCAG 2.1, AA
        EXPECT_GE(contrast(text, ground), kText) << what << " " << text.name().toStdString() << " on " << ground.name().toStdString();
    };
    for (const QColor& ground : {t.panel, t.window, t.field, t.chip, t.band, t.selection}) {
        expectReadable("text", t.text, ground);
        expectReadable("muted", t.muted, ground);
        expectReadable("parallel", t.parallel, ground);
        expectReadable("pool", t.pool, ground);
        expectReadable("good", t.good, ground);
    }
    for (const QColor& ground : {t.panel, t.field}) {
        expectReadable("sequential", t.sequential, ground);
        expectReadable("caution", t.caution, ground);
    }
    expectReadable("text on accent", t.onAccent, t.accent);
}

TEST_P(ThemeTest, MarksAndFocusCanBeSeen)
{
    const ui::Tokens& t = ui::tokens(GetParam());
    constexpr double kMark = 3; // WCAG 2.1, non-text contrast
    for (const QColor& ground : {t.panel, t.field}) {
        EXPECT_GE(contrast(t.faint, ground), kMark) << ground.name().toStdString();
        EXPECT_GE(contrast(t.accent, ground), kMark) << ground.name().toStdString();
        EXPECT_GE(contrast(t.model, ground), kMark) << ground.name().toStdString();
    }
}

TEST_P(ThemeTest, FaintIsNoTextThatIsToBeRead)
{
    const QString sheet = ui::makeStyleSheet(GetParam());
    const QString faint = QStringLiteral("color: ") + ui::tokens(GetParam()).faint.name();
    QRegularExpressionMatchIterator rules = QRegularExpression(QStringLiteral("([^{}]+)\\{([^}]*)\\}")).globalMatch(sheet);
    while (rules.hasNext()) {
        const QRegularExpressionMatch rule = rules.next();
        static const QRegularExpression textColor(QStringLiteral("^\\s*color:"));
        const QStringList colors = rule.captured(2).split(QLatin1Char(';')).filter(textColor);
        if (colors.filter(faint).isEmpty())
            continue;
        EXPECT_TRUE(rule.captured(1).contains(QLatin1String(":disabled"))) << rule.captured(1).toStdString();
    }
    EXPECT_GE(contrast(ui::makePalette(ui::tokens(GetParam())).color(QPalette::PlaceholderText), ui::tokens(GetParam()).field), 4.5);
}

TEST_P(ThemeTest, StyleSheetKnowsEveryTokenAndEveryPicture)
{
    const QString sheet = ui::makeStyleSheet(GetParam());
    ASSERT_FALSE(sheet.isEmpty());
    const QString rules = sheet.mid(sheet.indexOf(QLatin1String("*/")) + 2);
    EXPECT_FALSE(rules.contains(QLatin1Char('@'))) << rules.mid(rules.indexOf(QLatin1Char('@')), 40).toStdString();
    QRegularExpressionMatchIterator pictures = QRegularExpression(QStringLiteral("url\\(([^)]+)\\)")).globalMatch(sheet);
    EXPECT_TRUE(pictures.hasNext());
    while (pictures.hasNext()) {
        const QString path = pictures.next().captured(1);
        EXPECT_TRUE(QFile::exists(path)) << path.toStdString();
    }
    EXPECT_TRUE(QFile::exists(ui::cautionIconPath(GetParam())));
}

TEST_P(ThemeTest, PaletteTellsItsScheme)
{
    EXPECT_EQ(ui::schemeOf(ui::makePalette(ui::tokens(GetParam()))), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Schemes, ThemeTest, testing::Values(Scheme::Light, Scheme::Dark),
                         [](const auto& scheme) { return scheme.param == Scheme::Dark ? "dark" : "light"; });

TEST(BaseFontTest, FiguresHaveOneWidth)
{
    const QFontMetricsF metrics(ui::baseFont(QFont()));
    for (const char digit : {'1', '4', '8', '9'})
        EXPECT_DOUBLE_EQ(metrics.horizontalAdvance(QLatin1Char(digit)), metrics.horizontalAdvance(QLatin1Char('0')));
}

} // namespace
