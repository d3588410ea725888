// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/HeaderBar.h"

#include "ui/panels/NameEdit.h"
#include "ui/panels/SettingsMenu.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>

namespace tierscope::ui {

void fillExportMenu(QMenu& menu, const QString& objectNamePrefix, const std::function<void(ExportFormat)>& chosen)
{
    const auto add = [&](const QString& text, ExportFormat format) {
        QAction* action = menu.addAction(text);
        action->setObjectName(objectNamePrefix + exportSuffix(format));
        QObject::connect(action, &QAction::triggered, &menu, [chosen, format] { chosen(format); });
    };
    add(HeaderBar::tr("&CSV, a row each measured run"), ExportFormat::Csv);
    add(HeaderBar::tr("&JSON, everything that was measured"), ExportFormat::Json);
    add(HeaderBar::tr("&Markdown, a report to read"), ExportFormat::Markdown);
}

HeaderBar::HeaderBar(Scheme scheme, QWidget* parent)
    : QWidget(parent)
    , m_name(new NameEdit(this))
    , m_settingsButton(new QPushButton(this))
    , m_export(new QPushButton(tr("E&xport"), this))
    , m_stop(new QPushButton(tr("S&top"), this))
    , m_run(new QPushButton(tr("&Run"), this))
    , m_settings(new SettingsMenu(this))
{
    setObjectName(QStringLiteral("headerBar"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(metrics::kHeaderHeight);

    auto* product = new QLabel(QStringLiteral("Tierscope"), this);
    setRole(*product, role::kTitle);
    auto* slash = new QLabel(QStringLiteral("/"), this);
    setRole(*slash, role::kMuted);
    m_name->setObjectName(QStringLiteral("experimentName"));
    m_name->setAccessibleName(tr("Name of the experiment"));
    connect(m_name, &NameEdit::renamed, this, &HeaderBar::renamed);

    m_settingsButton->setObjectName(QStringLiteral("settingsButton"));
    m_settingsButton->setAccessibleName(tr("Settings"));
    m_settingsButton->setToolTip(tr("Theme, language and layout"));
    setRole(*m_settingsButton, role::kIcon);
    m_settingsButton->setMenu(m_settings);
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setToolTip(tr("Save what is shown as a file (Ctrl+E)"));
    auto* formats = new QMenu(m_export);
    formats->setObjectName(QStringLiteral("exportMenu"));
    fillExportMenu(*formats, QStringLiteral("export-"), [this](ExportFormat format) { emit exportChosen(format); });
    m_export->setMenu(formats);
    m_export->setProperty("hasMenu", true);
    m_stop->setObjectName(QStringLiteral("stopButton"));
    m_stop->setToolTip(tr("Stop the run; what was measured is kept (Esc)"));
    m_run->setObjectName(QStringLiteral("runButton"));
    m_run->setToolTip(tr("Measure the experiment at the left (Ctrl+R)"));
    setRole(*m_run, role::kPrimary);
    connect(m_stop, &QPushButton::clicked, this, &HeaderBar::stopClicked);
    connect(m_run, &QPushButton::clicked, this, &HeaderBar::runClicked);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::kMargin, 0, metrics::kMargin, 0);
    row->setSpacing(metrics::kGap);
    row->addWidget(product);
    // The name's field has a padding of its own, as wide as the gap before the slash.
    auto* path = new QHBoxLayout;
    path->setSpacing(0);
    path->addWidget(slash);
    path->addWidget(m_name);
    row->addLayout(path);
    row->addStretch(1);
    for (QPushButton* button : {m_settingsButton, m_export, m_stop, m_run})
        row->addWidget(button);
    setScheme(scheme);
    updateButtons();
}

void HeaderBar::setExperiment(const QString& name, bool isReadOnly)
{
    m_name->setName(name, isReadOnly);
}

void HeaderBar::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    updateButtons();
}

void HeaderBar::setReady(bool isReady)
{
    m_isReady = isReady;
    updateButtons();
}

void HeaderBar::setScheme(Scheme scheme)
{
    m_settingsButton->setIcon(QIcon(iconPath("settings", scheme)));
}

void HeaderBar::editName()
{
    m_name->edit();
}

void HeaderBar::openExportMenu()
{
    // Not showMenu(), which would wait for an answer.
    m_export->menu()->popup(m_export->mapToGlobal(m_export->rect().bottomLeft()));
}

void HeaderBar::updateButtons()
{
    m_stop->setEnabled(m_isRunning);
    m_run->setEnabled(m_isReady && !m_isRunning);
}

} // namespace tierscope::ui
