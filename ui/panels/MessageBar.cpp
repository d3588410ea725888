// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/MessageBar.h"

#include "ui/models/ErrorWording.h"
#include "ui/models/SweepWording.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QDir>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace tierscope::ui {

namespace {

/// More would push the work off the screen; the latest are kept.
constexpr std::size_t kMostLines = 3;

} // namespace

MessageBar::MessageBar(Scheme scheme, QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(tr("&Undo"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(tr("Message"));
    setAttribute(Qt::WA_StyledBackground);
    setScheme(scheme);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setObjectName(QStringLiteral("messageAction"));
    m_action->setToolTip(tr("Bring it back (Ctrl+Z)"));
    m_close->setObjectName(QStringLiteral("messageClose"));
    setRole(*m_close, role::kQuiet);
    connect(m_close, &QPushButton::clicked, this, &MessageBar::close);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::undoClicked);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::kMargin, metrics::kGap, metrics::kMargin, metrics::kGap);
    row->setSpacing(metrics::kGap);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    hide();
}

void MessageBar::setScheme(Scheme scheme)
{
    m_icon->setPixmap(QIcon(cautionIconPath(scheme)).pixmap(QSize(metrics::kIcon, metrics::kIcon), devicePixelRatioF()));
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
    std::vector<Messages::Problem>& problems = m_messages.problems;
    // The first error is what matters now; warnings of before would hide it.
    if (isError && std::ranges::none_of(problems, &Messages::Problem::isError))
        problems.clear();
    m_messages.written.reset();
    const auto isSame = [&error](const Messages::Problem& known) {
        return known.error.code == error.code && known.error.sentence() == error.sentence();
    };
    if (std::ranges::none_of(problems, isSame))
        problems.push_back({error, isError});
    if (problems.size() > kMostLines)
        problems.erase(problems.begin());
    refresh();
}

void MessageBar::setRemoved(const std::optional<QString>& name)
{
    if (m_messages.removed == name)
        return;
    m_messages.removed = name;
    m_messages.written.reset();
    refresh();
}

void MessageBar::showWritten(const QString& path)
{
    m_messages.written = path;
    refresh();
}

void MessageBar::showRestored(const std::vector<core::RestoreOutcome>& outcomes)
{
    m_messages.restored = outcomes;
    refresh();
}

void MessageBar::dismissErrors()
{
    m_messages.problems.clear();
    m_messages.written.reset();
    refresh();
}

void MessageBar::close()
{
    m_messages.restored.clear();
    dismissErrors();
    if (m_messages.removed)
        emit removalAccepted();
}

void MessageBar::setMessages(const Messages& messages)
{
    m_messages = messages;
    refresh();
}

QString MessageBar::text() const
{
    QStringList lines;
    for (const Messages::Problem& problem : m_messages.problems)
        lines << (problem.isError ? errorText(problem.error) : warningText(problem.error));
    for (const core::RestoreOutcome& outcome : m_messages.restored)
        lines << restoreText(outcome);
    if (m_messages.written)
        lines << tr("Saved as %1.").arg(QDir::toNativeSeparators(*m_messages.written));
    if (m_messages.removed)
        lines << tr("Deleted “%1”.").arg(*m_messages.removed);
    return lines.join(QLatin1Char('\n'));
}

void MessageBar::refresh()
{
    const QString words = text();
    const bool isNote = m_messages.problems.empty();
    if (property("kind").toString() != QLatin1String(isNote ? "note" : "problem")) {
        setProperty("kind", isNote ? QStringLiteral("note") : QStringLiteral("problem"));
        repolish(*this);
    }
    m_icon->setVisible(!isNote);
    m_action->setVisible(m_messages.removed.has_value());
    m_text->setText(words);
    setVisible(!words.isEmpty());
    if (words == m_said)
        return;
    m_said = words;
    if (words.isEmpty())
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace tierscope::ui
