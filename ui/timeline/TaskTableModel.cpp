// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/TaskTableModel.h"

#include "ui/models/Wording.h"
#include "ui/timeline/RowSort.h"
#include "ui/timeline/TimelineWords.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace tierscope::ui {

namespace {

/// Indices of a file may be negative.
std::uint64_t indexKey(const TimelineTask& task)
{
    return static_cast<std::uint64_t>(std::int64_t{task.index} - std::numeric_limits<std::int32_t>::min());
}

} // namespace

TaskTableModel::TaskTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void TaskTableModel::setRun(RunTimelinePtr run)
{
    beginResetModel();
    m_run = std::move(run);
    m_order.resize(m_run ? m_run->tasks.size() : 0);
    std::iota(m_order.begin(), m_order.end(), 0U);
    arrange();
    endResetModel();
}

void TaskTableModel::grow()
{
    if (!m_run || m_run->tasks.size() <= m_order.size())
        return;
    const std::size_t before = m_order.size();
    beginInsertRows({}, static_cast<int>(before), static_cast<int>(m_run->tasks.size()) - 1);
    m_order.resize(m_run->tasks.size());
    std::iota(m_order.begin() + static_cast<std::ptrdiff_t>(before), m_order.end(), static_cast<std::uint32_t>(before));
    m_lines.clear();
    endInsertRows();
}

int TaskTableModel::lineOf(std::uint32_t task) const
{
    if (task >= m_order.size())
        return -1;
    if (m_lines.size() != m_order.size()) {
        m_lines.resize(m_order.size());
        for (std::size_t line = 0; line < m_order.size(); ++line)
            m_lines[m_order[line]] = static_cast<std::uint32_t>(line);
    }
    return static_cast<int>(m_lines[task]);
}

int TaskTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int TaskTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

std::uint64_t TaskTableModel::key(const TimelineTask& task) const
{
    switch (m_column) {
    case Slot:
        return static_cast<std::uint64_t>(std::int64_t{task.slot} + 1); // -1 for one that never started
    case Wait:
        return keyOfSeconds(static_cast<double>(task.wait));
    case Run:
        return keyOfSeconds(task.seconds());
    case Cpu:
        return keyOfSeconds(static_cast<double>(task.cpu));
    case Memory:
        return task.maxRssKb;
    case Switches:
        return std::uint64_t{task.voluntarySwitches} + task.involuntarySwitches;
    case Faults:
        return std::uint64_t{task.minorFaults} + task.majorFaults;
    case Outcome:
        return static_cast<std::uint64_t>(task.outcome);
    default:
        return indexKey(task);
    }
}

/// By index first, so that this decides between equals.
void TaskTableModel::arrange()
{
    if (m_order.empty())
        return;
    std::vector<KeyedRow> rows;
    rows.reserve(m_order.size());
    for (std::uint32_t task = 0; task < m_order.size(); ++task)
        rows.push_back({indexKey(m_run->tasks.at(task)), task});
    sortByKey(rows);
    const bool isAscending = m_direction == Qt::AscendingOrder;
    if (m_column != Index || !isAscending) {
        for (KeyedRow& row : rows)
            row.key = isAscending ? key(m_run->tasks.at(row.row)) : ~key(m_run->tasks.at(row.row));
        sortByKey(rows);
    }
    std::ranges::transform(rows, m_order.begin(), &KeyedRow::row);
    m_lines.clear();
}

void TaskTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    std::vector<std::uint32_t> tasks;
    tasks.reserve(static_cast<std::size_t>(from.size()));
    for (const QModelIndex& held : from)
        tasks.push_back(taskOf(held.row()));
    m_column = column;
    m_direction = order;
    arrange();
    QModelIndexList to;
    for (qsizetype place = 0; place < from.size(); ++place)
        to << index(lineOf(tasks[static_cast<std::size_t>(place)]), from[place].column());
    changePersistentIndexList(from, to);
    emit layoutChanged({}, VerticalSortHint);
}

QVariant TaskTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == Outcome ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole && !(role == Qt::ToolTipRole && index.column() == Outcome))
        return {};
    return text(taskOf(index.row()), index.column());
}

QString TaskTableModel::text(std::uint32_t row, int column) const
{
    const TimelineTask& task = m_run->tasks.at(row);
    if (!task.wasStarted() && column != Index && column != Outcome)
        return {};
    switch (column) {
    case Index:
        return QString::number(task.index);
    case Slot:
        return QString::number(task.slot);
    case Wait:
        return taskTimeText(static_cast<double>(task.wait));
    case Run:
        return taskTimeText(task.seconds());
    case Cpu:
        return taskTimeText(static_cast<double>(task.cpu));
    case Memory:
        return task.maxRssKb > 0 ? peakMemoryText(task.maxRssKb) : QString();
    case Switches:
        return numberText(static_cast<qulonglong>(task.voluntarySwitches) + task.involuntarySwitches);
    case Faults:
        return numberText(static_cast<qulonglong>(task.minorFaults) + task.majorFaults);
    case Outcome:
        return outcomeText(m_run->tasks, row);
    default:
        return {};
    }
}

QVariant TaskTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Outcome ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Index:
        return tr("Task");
    case Slot:
        return tr("Slot");
    case Wait:
        return tr("Wait");
    case Run:
        return tr("Run");
    case Cpu:
        return tr("CPU time");
    case Memory:
        return tr("Memory");
    case Switches:
        return tr("Switches");
    case Faults:
        return tr("Faults");
    case Outcome:
        return tr("Outcome");
    default:
        return {};
    }
}

} // namespace tierscope::ui
