// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QFile>
#include <QFontInfo>
#include <QProxyStyle>
#include <QStyle>
#include <QWidget>

#include <array>
#include <utility>

// Q_INIT_RESOURCE declares a function of the namespace that it stands in, so this one is in none.
static void initThemeResources()
{
    Q_INIT_RESOURCE(theme);
}

namespace tierscope::ui {

namespace {

/// Fusion without the underlines of mnemonics, of which a form has one a field. Alt and the letter work all the same.
class CalmStyle final : public QProxyStyle {
public:
    CalmStyle()
        : QProxyStyle(QStringLiteral("fusion"))
    {
        setObjectName(QLatin1String(kName));
    }
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override
    {
        return hint == SH_UnderlineShortcut ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
    static constexpr const char* kName = "tierscope";
};

} // namespace

Scheme schemeOf(const QPalette& desktop)
{
    return desktop.color(QPalette::Window).lightness() < desktop.color(QPalette::WindowText).lightness() ? Scheme::Dark : Scheme::Light;
}

QPalette makePalette(const Tokens& tokens)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor& color, const QColor& disabled) {
        palette.setColor(QPalette::Active, role, color);
        palette.setColor(QPalette::Inactive, role, color);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    set(QPalette::Window, tokens.panel, tokens.panel);
    set(QPalette::WindowText, tokens.text, tokens.faint);
    set(QPalette::Base, tokens.field, tokens.panel);
    set(QPalette::AlternateBase, tokens.window, tokens.window);
    set(QPalette::Text, tokens.text, tokens.faint);
    set(QPalette::Button, tokens.panel, tokens.panel);
    set(QPalette::ButtonText, tokens.text, tokens.faint);
    set(QPalette::BrightText, tokens.onAccent, tokens.onAccent);
    set(QPalette::Highlight, tokens.accent, tokens.chip);
    set(QPalette::HighlightedText, tokens.onAccent, tokens.muted);
    set(QPalette::PlaceholderText, tokens.faint, tokens.faint);
    set(QPalette::ToolTipBase, tokens.panel, tokens.panel);
    set(QPalette::ToolTipText, tokens.text, tokens.text);
    set(QPalette::Link, tokens.parallel, tokens.faint);
    set(QPalette::LinkVisited, tokens.parallel, tokens.faint);
    set(QPalette::Light, tokens.panel, tokens.panel);
    set(QPalette::Midlight, tokens.chip, tokens.chip);
    set(QPalette::Mid, tokens.line, tokens.line);
    set(QPalette::Dark, tokens.line, tokens.line);
    set(QPalette::Shadow, tokens.line, tokens.line);
    return palette;
}

QString makeStyleSheet(Scheme scheme)
{
    initThemeResources();
    QFile file(QStringLiteral(":/tierscope/theme.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const Tokens& t = tokens(scheme);
    const std::array<std::pair<const char*, QColor>, 17> colors{{{"@window", t.window},
                                                                 {"@panel", t.panel},
                                                                 {"@field", t.field},
                                                                 {"@line", t.line},
                                                                 {"@chip", t.chip},
                                                                 {"@band", t.band},
                                                                 {"@text", t.text},
                                                                 {"@muted", t.muted},
                                                                 {"@faint", t.faint},
                                                                 {"@sequential", t.sequential},
                                                                 {"@parallel", t.parallel},
                                                                 {"@pool", t.pool},
                                                                 {"@good", t.good},
                                                                 {"@caution", t.caution},
                                                                 {"@accent", t.accent},
                                                                 {"@onAccent", t.onAccent},
                                                                 {"@selection", t.selection}}};
    for (const auto& [name, color] : colors)
        sheet.replace(QLatin1String(name) + QLatin1Char(';'), color.name() + QLatin1Char(';'));
    sheet.replace(QLatin1String("@scheme"), scheme == Scheme::Dark ? QLatin1String("dark") : QLatin1String("light"));
    return sheet;
}

QFont baseFont(const QFont& desktop)
{
    QFont font = desktop;
    font.setFamilies(
        {QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans CJK JP"), QStringLiteral("sans-serif")});
    // DejaVu is drawn a size larger than other faces of the same nominal size.
    font.setPointSizeF(QFontInfo(font).family() == QLatin1String("DejaVu Sans") ? 9 : 10);
    return font;
}

void applyTheme(QApplication& application, Scheme scheme)
{
    if (QApplication::style()->objectName() != QLatin1String(CalmStyle::kName))
        QApplication::setStyle(new CalmStyle);
    QApplication::setFont(baseFont(QApplication::font()));
    QApplication::setPalette(makePalette(tokens(scheme)));
    application.setStyleSheet(makeStyleSheet(scheme));
}

QString cautionIconPath(Scheme scheme)
{
    return scheme == Scheme::Dark ? QStringLiteral(":/tierscope/icons/caution-dark.svg")
                                  : QStringLiteral(":/tierscope/icons/caution-light.svg");
}

void setRole(QWidget& widget, const char* role)
{
    widget.setProperty("role", QString::fromLatin1(role));
}

void repolish(QWidget& widget)
{
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    // The style sheet looks at parents too.
    for (QWidget* child : widget.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        repolish(*child);
    widget.update();
}

} // namespace tierscope::ui
