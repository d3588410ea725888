// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/HistoryPanel.h"

#include "ui/models/HistoryModel.h"
#include "ui/panels/TableSetup.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace tierscope::ui {

HistoryPanel::HistoryPanel(HistoryModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_table(new QTableView(this))
    , m_empty(new QLabel(tr("Your own experiments stand here once you have run one: press Run, or Measure this computer above the chart."),
                         this))
    , m_actions(new QWidget(this))
    , m_open(new QPushButton(m_actions))
    , m_resume(new QPushButton(m_actions))
    , m_delete(new QPushButton(m_actions))
{
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(tr("Experiments"));
    setUpTable(*m_table);
    m_table->setModel(&model);
    QHeaderView& header = *m_table->horizontalHeader();
    header.setStretchLastSection(false);
    // Progress comes 30 times a second; only what is in sight is measured for it.
    header.setResizeContentsPrecision(0);
    header.setSectionResizeMode(QHeaderView::ResizeToContents);
    header.setSectionResizeMode(HistoryModel::Name, QHeaderView::Stretch);
    header.setSectionResizeMode(HistoryModel::WorkloadTitle, QHeaderView::Stretch);

    auto* row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kMargin);
    const auto addAction = [this, row](QPushButton* button, const QString& text, const QString& objectName, const QString& tip) {
        button->setText(text);
        button->setObjectName(objectName);
        button->setToolTip(tip);
        button->setFocusPolicy(Qt::StrongFocus);
        setRole(*button, role::kQuiet);
        row->addWidget(button);
    };
    addAction(m_open, tr("Open"), QStringLiteral("openButton"), tr("Show the selected experiment (Enter)"));
    addAction(m_resume, tr("Resume"), QStringLiteral("resumeButton"), tr("Measure what the selected experiment still lacks"));
    addAction(m_delete, tr("Delete"), QStringLiteral("deleteButton"), tr("Delete the selected experiment (Del)"));

    auto* column = new QVBoxLayout(this);
    // The cells' own padding makes up the rest of the margin.
    column->setContentsMargins(metrics::kGap, 0, metrics::kGap, 0);
    column->addWidget(m_table);
    m_empty->setObjectName(QStringLiteral("historyNone"));
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(metrics::kGap, 0, metrics::kGap, metrics::kGap);
    setRole(*m_empty, role::kMuted);
    column->addWidget(m_empty);

    const auto withSelected = [this](auto signal) {
        return [this, signal] {
            if (const auto selected = selectedRow())
                (this->*signal)(m_model.entry(*selected).id);
        };
    };
    connect(m_table, &QTableView::activated, this, withSelected(&HistoryPanel::openRequested));
    connect(m_open, &QPushButton::clicked, this, withSelected(&HistoryPanel::openRequested));
    connect(m_resume, &QPushButton::clicked, this, withSelected(&HistoryPanel::resumeRequested));
    connect(m_delete, &QPushButton::clicked, this, &HistoryPanel::requestDelete);
    auto* deleteKey = new QShortcut(QKeySequence::Delete, m_table);
    deleteKey->setContext(Qt::WidgetShortcut);
    connect(deleteKey, &QShortcut::activated, this, &HistoryPanel::requestDelete);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPanel::updateActions);
    connect(&model, &QAbstractItemModel::dataChanged, this, &HistoryPanel::updateActions);
    // A run's row comes a moment after its id.
    connect(&model, &QAbstractItemModel::rowsInserted, this, &HistoryPanel::selectShown);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &HistoryPanel::updateActions);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &HistoryPanel::updateActions);
    updateActions();
}

void HistoryPanel::select(std::int64_t id)
{
    if (m_selected == id)
        return;
    m_selected = id;
    selectShown();
}

void HistoryPanel::selectShown()
{
    if (const auto row = m_model.rowOf(m_selected))
        m_table->selectRow(*row);
    else
        m_table->clearSelection();
}

void HistoryPanel::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    updateActions();
}

void HistoryPanel::updateActions()
{
    m_empty->setVisible(m_model.rowCount() <= 1); // the reference is always there
    const auto row = selectedRow();
    m_open->setEnabled(row.has_value());
    m_resume->setEnabled(row && !m_isRunning && m_model.canResume(*row));
    m_delete->setEnabled(row && m_model.canDelete(*row));
}

void HistoryPanel::requestDelete()
{
    const auto row = selectedRow();
    if (!row || !m_model.canDelete(*row))
        return;
    const core::ExperimentEntry& entry = m_model.entry(*row);
    emit deleteRequested(entry.id, QString::fromStdString(entry.name), entry.finishedRuns);
}

std::optional<int> HistoryPanel::selectedRow() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return std::nullopt;
    return rows.first().row();
}

} // namespace tierscope::ui
