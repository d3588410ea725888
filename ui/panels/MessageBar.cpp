// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/MessageBar.h"

#include "ui/models/Wording.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace tierscope::ui {

namespace {

/// More would push the work off the screen; the latest are kept.
constexpr std::size_t kMostLines = 3;

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(tr("Message"));
    setAttribute(Qt::WA_StyledBackground);
    auto* icon = new QLabel(this);
    icon->setPixmap(QPixmap(cautionIconPath(schemeOf(palette()))));
    icon->setFixedSize(16, 16);
    icon->setScaledContents(true);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setObjectName(QStringLiteral("messageAction"));
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setText(tr("Close"));
    setRole(*m_close, role::kQuiet);
    connect(m_close, &QPushButton::clicked, this, &MessageBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const std::function<void()> answer = m_answer;
        dismiss();
        if (answer)
            answer();
    });

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::kMargin, metrics::kGap, metrics::kMargin, metrics::kGap);
    row->setSpacing(metrics::kGap);
    row->addWidget(icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    hide();
}

void MessageBar::showError(const core::Error& error)
{
    add(error, true);
}

void MessageBar::showWarning(const core::Error& error)
{
    add(error, false);
}

void MessageBar::add(const core::Error& error, bool isError)
{
    const QString line = sentenceStart(QString::fromStdString(error.sentence()));
    if (m_answer || (isError && !m_hasError))
        m_lines.clear();
    m_hasError = m_hasError || isError;
    m_answer = nullptr;
    m_action->hide();
    if (std::ranges::find(m_lines, line) == m_lines.end())
        m_lines.push_back(line);
    if (m_lines.size() > kMostLines)
        m_lines.erase(m_lines.begin());
    showText(QStringList(m_lines.begin(), m_lines.end()).join(QLatin1Char('\n')));
}

void MessageBar::ask(const QString& question, const QString& action, std::function<void()> answer)
{
    m_lines.clear();
    m_hasError = false;
    m_answer = std::move(answer);
    m_action->setText(action);
    m_action->show();
    showText(question);
    m_action->setFocus(Qt::OtherFocusReason);
}

void MessageBar::dismiss()
{
    m_lines.clear();
    m_hasError = false;
    m_answer = nullptr;
    hide();
}

void MessageBar::showText(const QString& text)
{
    m_text->setText(text);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace tierscope::ui
