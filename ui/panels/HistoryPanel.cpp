// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/HistoryPanel.h"

#include "ui/models/HistoryModel.h"
#include "ui/models/WorkloadWording.h"
#include "ui/panels/HeaderBar.h"
#include "ui/panels/TableSetup.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace tierscope::ui {

namespace {

/// The field of a name while it is edited in the table.
class NameDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
        editor->setObjectName(QStringLiteral("historyNameEdit"));
        editor->setAccessibleName(HistoryPanel::tr("Name of the experiment"));
        return editor;
    }
    /// A run's progress changes its row many times a second: what a person is typing stands.
    void setEditorData(QWidget* editor, const QModelIndex& index) const override
    {
        const auto* line = qobject_cast<QLineEdit*>(editor);
        if (line == nullptr || (!line->isModified() && line->text() != index.data(Qt::EditRole).toString()))
            QStyledItemDelegate::setEditorData(editor, index);
    }
};

} // namespace

HistoryPanel::HistoryPanel(HistoryModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_table(new QTableView(this))
    , m_empty(new QLabel(tr("Your own experiments stand here once you have run one: press Run, or Measure this computer above the chart."),
                         this))
    , m_actionRow(new QWidget(this))
{
    setMinimumHeight(metrics::kHistoryMinimum);
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(tr("Experiments"));
    setUpTable(*m_table);
    m_table->setModel(&model);
    m_table->setItemDelegateForColumn(HistoryModel::Name, new NameDelegate(m_table));
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    setUpColumns();
    m_table->viewport()->installEventFilter(this);
    makeActions();

    auto* column = new QVBoxLayout(this);
    // The cells' own padding makes up the rest of the margin.
    column->setContentsMargins(metrics::kGap, 0, metrics::kGap, 0);
    column->addWidget(m_table);
    m_empty->setObjectName(QStringLiteral("historyNone"));
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(metrics::kGap, 0, metrics::kGap, metrics::kGap);
    setRole(*m_empty, role::kMuted);
    column->addWidget(m_empty);

    connect(m_table, &QTableView::activated, m_open, &QAction::trigger);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPanel::updateActions);
    connect(&model, &QAbstractItemModel::dataChanged, this, &HistoryPanel::updateActions);
    // A run's row comes a moment after its id.
    connect(&model, &QAbstractItemModel::rowsInserted, this, &HistoryPanel::selectShown);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &HistoryPanel::updateActions);
    updateActions();
}

void HistoryPanel::setUpColumns()
{
    QHeaderView& header = *m_table->horizontalHeader();
    header.setStretchLastSection(false);
    // Progress comes 30 times a second, and a thousand rows need not be measured for it: widths are of the longest that comes.
    header.setSectionResizeMode(QHeaderView::Fixed);
    header.setSectionResizeMode(HistoryModel::Name, QHeaderView::Stretch);
    header.setSectionResizeMode(HistoryModel::WorkloadTitle, QHeaderView::Stretch);
    const auto fit = [this, &header](HistoryModel::Column section, const QString& longest, int rank) {
        const QFontMetrics metrics = m_table->fontMetrics();
        const QString title = m_model.headerData(section, Qt::Horizontal).toString();
        const int width = std::max(metrics.horizontalAdvance(longest), metrics.horizontalAdvance(title)) + space::k24;
        header.resizeSection(section, width);
        m_columns[section] = {width, rank};
    };
    m_columns.resize(HistoryModel::ColumnCount);
    m_columns[HistoryModel::Overlay] = {metrics::kIcon + space::k20, 0};
    header.resizeSection(HistoryModel::Overlay, m_columns[HistoryModel::Overlay].width);
    m_columns[HistoryModel::Name] = {metrics::kHistoryNameMinimum, 0};
    // An experiment's name mostly says what it measures, and the chart how many tiers there are.
    m_columns[HistoryModel::WorkloadTitle] = {metrics::kHistoryNameMinimum, 4};
    fit(HistoryModel::Tiers, QStringLiteral("46"), 3);
    fit(HistoryModel::Where, HistoryModel::tr("AWS Lambda · %1").arg(QStringLiteral("ap-southeast-1")), 2);
    fit(HistoryModel::Status, tr("%1, %2 failed").arg(tr("Interrupted")).arg(88), 1);
    fit(HistoryModel::Samples, tr("%1 of %2").arg(888).arg(888), 0);
    fit(HistoryModel::Fastest, QStringLiteral("59 min 59 s"), 0);
    fit(HistoryModel::Created, QStringLiteral("28 May 2028, 08:08"), 0);
}

bool HistoryPanel::eventFilter(QObject* watched, QEvent* event)
{
    // The table's own width, which the layout and a scroll bar decide after the panel's.
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        chooseColumns();
    return QWidget::eventFilter(watched, event);
}

void HistoryPanel::chooseColumns()
{
    const std::vector<bool> isShown = columnsThatFit(m_columns, m_table->viewport()->width());
    for (std::size_t section = 0; section < isShown.size(); ++section)
        m_table->setColumnHidden(static_cast<int>(section), !isShown[section]);
}

QAction* HistoryPanel::addTableAction(const QString& text, const QString& tip, const QString& objectName, const QKeySequence& key)
{
    auto* action = new QAction(text, m_table);
    action->setObjectName(objectName);
    action->setToolTip(tip);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    return action;
}

void HistoryPanel::addButton(QAction* action, const QString& objectName)
{
    auto* button = new QPushButton(action->text(), m_actionRow);
    button->setObjectName(objectName);
    button->setToolTip(action->toolTip());
    button->setFocusPolicy(Qt::StrongFocus);
    setRole(*button, role::kQuiet);
    m_actionRow->layout()->addWidget(button);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
}

void HistoryPanel::makeActions()
{
    m_open = addTableAction(tr("Open"), tr("Show the selected experiment (Enter)"), QStringLiteral("openAction"), {});
    m_rename = addTableAction(tr("Rename"), tr("Give the selected experiment another name (F2)"), QStringLiteral("renameAction"), {});
    m_duplicate = addTableAction(tr("Duplicate"), tr("Put what the selected experiment measures into the form (Ctrl+D)"),
                                 QStringLiteral("duplicateAction"), QKeySequence(Qt::CTRL | Qt::Key_D));
    m_resume = addTableAction(tr("Resume"), tr("Measure what the selected experiment still lacks"), QStringLiteral("resumeAction"), {});
    m_export = addTableAction(tr("Export"), tr("Save the selected experiment as a file"), QStringLiteral("exportAction"), {});
    m_tick = addTableAction(tr("Lay over the chart"), tr("Draw the selected experiment behind the one that is shown (Space)"),
                            QStringLiteral("overlayAction"), QKeySequence(Qt::Key_Space));
    m_delete = addTableAction(tr("Delete"), tr("Delete the selected experiment (Del)"), QStringLiteral("deleteAction"),
                              QKeySequence(Qt::Key_Delete));
    auto* formats = new QMenu(m_table);
    formats->setObjectName(QStringLiteral("historyExportMenu"));
    fillExportMenu(*formats, QStringLiteral("historyExport-"), [this](ExportFormat format) {
        if (const auto row = selectedRow())
            emit exportRequested(m_model.entry(*row).id, entryName(m_model.entry(*row)), format);
    });
    m_export->setMenu(formats);

    auto* row = new QHBoxLayout(m_actionRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kMargin);
    addButton(m_open, QStringLiteral("openButton"));
    addButton(m_rename, QStringLiteral("renameButton"));
    addButton(m_duplicate, QStringLiteral("duplicateButton"));
    addButton(m_resume, QStringLiteral("resumeButton"));
    addButton(m_delete, QStringLiteral("deleteButton"));

    const auto withSelected = [this](auto signal) {
        return [this, signal] {
            if (const auto selected = selectedRow())
                (this->*signal)(m_model.entry(*selected).id);
        };
    };
    connect(m_open, &QAction::triggered, this, withSelected(&HistoryPanel::openRequested));
    connect(m_duplicate, &QAction::triggered, this, withSelected(&HistoryPanel::duplicateRequested));
    connect(m_resume, &QAction::triggered, this, withSelected(&HistoryPanel::resumeRequested));
    connect(m_delete, &QAction::triggered, this, withSelected(&HistoryPanel::deleteRequested));
    connect(m_rename, &QAction::triggered, this, &HistoryPanel::rename);
    connect(m_tick, &QAction::triggered, this, &HistoryPanel::tick);
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
    for (QAction* action : {m_open, m_duplicate, m_export, m_tick})
        action->setEnabled(row.has_value());
    m_rename->setEnabled(row && m_model.canRename(*row));
    m_resume->setEnabled(row && !m_isRunning && m_model.canResume(*row));
    m_delete->setEnabled(row && m_model.canDelete(*row));
}

void HistoryPanel::rename()
{
    if (const auto row = selectedRow())
        m_table->edit(m_model.index(*row, HistoryModel::Name));
}

void HistoryPanel::tick()
{
    const auto row = selectedRow();
    if (!row)
        return;
    const QModelIndex cell = m_model.index(*row, HistoryModel::Overlay);
    m_model.setData(cell, cell.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

std::optional<int> HistoryPanel::selectedRow() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return std::nullopt;
    return rows.first().row();
}

} // namespace tierscope::ui
