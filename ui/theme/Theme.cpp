// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QFile>
#include <QFontInfo>
#include <QHash>
#include <QProxyStyle>
#include <QRegularExpression>
#include <QStyle>
#include <QWidget>

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
    set(QPalette::PlaceholderText, tokens.muted, tokens.faint);
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

QString makeStyleSheet(Scheme scheme, double basePoints)
{
    initThemeResources();
    QFile file(QStringLiteral(":/tierscope/theme.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const Tokens& t = tokens(scheme);
    const auto points = [basePoints](double factor) { return QString::number(basePoints * factor, 'f', 1) + QLatin1String("pt"); };
    const auto pixels = [](int length) { return QString::number(length) + QLatin1String("px"); };
    const QHash<QString, QString> values{
        {QStringLiteral("window"), t.window.name()},
        {QStringLiteral("panel"), t.panel.name()},
        {QStringLiteral("field"), t.field.name()},
        {QStringLiteral("line"), t.line.name()},
        {QStringLiteral("chip"), t.chip.name()},
        {QStringLiteral("band"), t.band.name()},
        {QStringLiteral("text"), t.text.name()},
        {QStringLiteral("muted"), t.muted.name()},
        {QStringLiteral("faint"), t.faint.name()},
        {QStringLiteral("sequential"), t.sequential.name()},
        {QStringLiteral("parallel"), t.parallel.name()},
        {QStringLiteral("pool"), t.pool.name()},
        {QStringLiteral("good"), t.good.name()},
        {QStringLiteral("caution"), t.caution.name()},
        {QStringLiteral("accent"), t.accent.name()},
        {QStringLiteral("onAccent"), t.onAccent.name()},
        {QStringLiteral("selection"), t.selection.name()},
        {QStringLiteral("captionSize"), points(type::kCaption)},
        {QStringLiteral("titleSize"), points(type::kTitle)},
        {QStringLiteral("figureSize"), points(type::kFigure)},
        {QStringLiteral("controlRadius"), pixels(radius::kControl)},
        {QStringLiteral("innerRadius"), pixels(radius::kInner)},
        {QStringLiteral("markRadius"), pixels(radius::kMark)},
        {QStringLiteral("controlHeight"), pixels(metrics::kControlHeight)},
        {QStringLiteral("scheme"), scheme == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light")},
    };
    // In one pass: some sheets are made while a person waits for the other theme.
    const QString source = QString::fromUtf8(file.readAll());
    static const QRegularExpression token(QStringLiteral("@([A-Za-z]+)"));
    QString sheet;
    qsizetype end = 0;
    for (QRegularExpressionMatchIterator found = token.globalMatch(source); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        sheet += QStringView(source).mid(end, match.capturedStart() - end);
        sheet += values.value(match.captured(1), match.captured());
        end = match.capturedEnd();
    }
    sheet += QStringView(source).mid(end);
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

bool hasTheme()
{
    return QApplication::style()->objectName() == QLatin1String(CalmStyle::kName);
}

void applyTheme(QApplication& application, Scheme scheme)
{
    if (!hasTheme()) {
        QApplication::setStyle(new CalmStyle);
        QApplication::setFont(baseFont(QApplication::font()));
    }
    QApplication::setPalette(makePalette(tokens(scheme)));
    application.setStyleSheet(makeStyleSheet(scheme, QApplication::font().pointSizeF()));
}

QString iconPath(const char* name, Scheme scheme)
{
    const QLatin1String look(scheme == Scheme::Dark ? "dark" : "light");
    return QStringLiteral(":/tierscope/icons/%1-%2.svg").arg(QLatin1String(name), look);
}

QString cautionIconPath(Scheme scheme)
{
    return iconPath("caution", scheme);
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
