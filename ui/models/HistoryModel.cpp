// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/HistoryModel.h"

#include "ui/models/FunctionList.h"
#include "ui/models/Wording.h"
#include "ui/models/WorkloadWording.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace tierscope::ui {

namespace {

bool isRightAligned(int column)
{
    return column == HistoryModel::Tiers || column == HistoryModel::Samples || column == HistoryModel::Fastest;
}

QVariant alignment(int column)
{
    return QVariant::fromValue(Qt::AlignVCenter | (isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft));
}

/// "today 09:14", "29 Dec 2021".
QString whenText(std::int64_t unixMs, bool isDay)
{
    if (unixMs == 0)
        return {};
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(unixMs);
    const QLocale locale;
    if (isDay)
        return locale.toString(when, HistoryModel::tr("d MMM yyyy"));
    if (when.date() == QDate::currentDate())
        return HistoryModel::tr("today %1").arg(locale.toString(when, HistoryModel::tr("HH:mm")));
    return locale.toString(when, HistoryModel::tr("d MMM yyyy, HH:mm"));
}

/// "AWS Lambda · eu-west-1".
QString whereText(const core::ExperimentEntry& entry)
{
    if (entry.backend == core::BackendKind::Local)
        return HistoryModel::tr("This computer");
    const std::string ofFunction = regionOfFunction(entry.function);
    const std::string& region = ofFunction.empty() ? entry.region : ofFunction;
    return region.empty() ? HistoryModel::tr("AWS Lambda") : HistoryModel::tr("AWS Lambda · %1").arg(QString::fromStdString(region));
}

/// What was measured; on Lambda with the function that it was measured on.
QString measuredText(const core::ExperimentEntry& entry)
{
    if (entry.backend == core::BackendKind::Local || entry.function.empty())
        return entryWorkload(entry);
    const QString function = functionTitle(entry.function, entry.qualifier);
    return entry.isAnyFunction ? HistoryModel::tr("function %1").arg(function)
                               : HistoryModel::tr("%1, function %2").arg(entryWorkload(entry), function);
}

} // namespace

HistoryModel::HistoryModel(core::ExperimentEntry reference, QObject* parent)
    : QAbstractTableModel(parent)
    , m_entries{std::move(reference)}
{}

void HistoryModel::setEntries(const std::vector<core::ExperimentEntry>& listed)
{
    std::vector<core::ExperimentEntry> entries;
    entries.reserve(listed.size());
    std::ranges::copy_if(listed, std::back_inserter(entries),
                         [this](const core::ExperimentEntry& known) { return !m_hidden.contains(known.id); });
    std::unordered_set<std::int64_t> ids;
    for (const core::ExperimentEntry& known : entries)
        ids.insert(known.id);
    if (m_entries.size() == 1 && !entries.empty()) {
        // The first list may be long.
        beginInsertRows({}, 0, static_cast<int>(entries.size()) - 1);
        m_entries.insert(m_entries.begin(), entries.begin(), entries.end());
        endInsertRows();
        return;
    }
    for (int row = static_cast<int>(m_entries.size()) - 2; row >= 0; --row) {
        if (!ids.contains(entry(row).id))
            eraseRow(row);
    }
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const auto row = static_cast<int>(at);
        if (entry(row).id == entries[at].id) {
            m_entries[at] = entries[at];
            continue;
        }
        if (const auto old = rowOf(entries[at].id)) {
            beginRemoveRows({}, *old, *old);
            m_entries.erase(m_entries.begin() + *old);
            endRemoveRows();
        }
        beginInsertRows({}, row, row);
        m_entries.insert(m_entries.begin() + row, entries[at]);
        endInsertRows();
    }
    if (!entries.empty())
        emit dataChanged(index(0, 0), index(static_cast<int>(entries.size()) - 1, ColumnCount - 1));
}

void HistoryModel::eraseRow(int row)
{
    const bool wasTicked = m_ticked.erase(entry(row).id) > 0;
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
    if (wasTicked)
        emit tickedChanged();
}

void HistoryModel::hide(std::int64_t id)
{
    if (id == kReferenceId)
        return;
    m_hidden.insert(id);
    if (const auto row = rowOf(id))
        eraseRow(*row);
}

void HistoryModel::unhide(std::int64_t id)
{
    m_hidden.erase(id);
}

std::vector<std::int64_t> HistoryModel::ticked() const
{
    std::vector<std::int64_t> ids;
    for (const core::ExperimentEntry& known : m_entries) {
        if (m_ticked.contains(known.id))
            ids.push_back(known.id);
    }
    return ids;
}

void HistoryModel::setTicked(std::int64_t id, bool isTicked)
{
    const auto row = rowOf(id);
    if (!row || m_ticked.contains(id) == isTicked)
        return;
    if (isTicked)
        m_ticked.insert(id);
    else
        m_ticked.erase(id);
    emit dataChanged(index(*row, Overlay), index(*row, Overlay));
    emit tickedChanged();
}

void HistoryModel::setProgress(std::int64_t id, int finishedRuns, int failedRuns)
{
    const auto row = rowOf(id);
    if (!row || id == kReferenceId)
        return;
    core::ExperimentEntry& known = m_entries[static_cast<std::size_t>(*row)];
    if (known.finishedRuns == finishedRuns && known.failedRuns == failedRuns)
        return;
    known.finishedRuns = finishedRuns;
    known.failedRuns = failedRuns;
    emit dataChanged(index(*row, Samples), index(*row, Status));
}

void HistoryModel::setFastest(std::int64_t id, double seconds)
{
    const auto row = rowOf(id);
    if (!row || id == kReferenceId || entry(*row).fastestSeconds == seconds)
        return;
    m_entries[static_cast<std::size_t>(*row)].fastestSeconds = seconds;
    emit dataChanged(index(*row, Fastest), index(*row, Fastest));
}

const core::ExperimentEntry& HistoryModel::entry(int row) const
{
    return m_entries[static_cast<std::size_t>(row)];
}

std::optional<int> HistoryModel::rowOf(std::int64_t id) const
{
    const auto found = std::ranges::find(m_entries, id, &core::ExperimentEntry::id);
    if (found == m_entries.end())
        return std::nullopt;
    return static_cast<int>(found - m_entries.begin());
}

bool HistoryModel::canResume(int row) const
{
    const core::ExperimentEntry& known = entry(row);
    return known.id != kReferenceId
           && (known.status == core::ExperimentStatus::Cancelled || known.status == core::ExperimentStatus::Interrupted);
}

bool HistoryModel::canDelete(int row) const
{
    return entry(row).id != kReferenceId && entry(row).status != core::ExperimentStatus::Running;
}

bool HistoryModel::canRename(int row) const
{
    return entry(row).id != kReferenceId;
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QString name = entryName(entry(index.row()));
    const bool isTicked = m_ticked.contains(entry(index.row()).id);
    switch (role) {
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case Qt::CheckStateRole:
        return index.column() == Overlay ? QVariant(isTicked ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::AccessibleTextRole:
        // The tick stands alone in its cell.
        if (index.column() == Overlay)
            return isTicked ? tr("%1, laid over the chart").arg(name) : tr("%1, not laid over the chart").arg(name);
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return index.column() == Overlay ? tr("Lay over the chart") : text(index.row(), index.column());
    case Qt::EditRole:
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    default:
        return {};
    }
}

QVariant HistoryModel::text(int row, int column) const
{
    const core::ExperimentEntry& known = entry(row);
    const bool isReference = known.id == kReferenceId;
    switch (column) {
    case Name:
        return entryName(known);
    case Where:
        return isReference ? tr("AWS Lambda, published") : whereText(known);
    case WorkloadTitle:
        return measuredText(known);
    case Tiers:
        return known.tierCount == 0 ? tr("none", "no memory tier: measured without a limit") : QString::number(known.tierCount);
    case Samples:
        return known.finishedRuns == known.plannedRuns ? QString::number(known.finishedRuns)
                                                       : tr("%1 of %2").arg(known.finishedRuns).arg(known.plannedRuns);
    case Fastest:
        return known.fastestSeconds ? secondsText(*known.fastestSeconds) : QString();
    case Status:
        if (known.failedRuns > 0)
            return tr("%1, %2 failed").arg(statusTitle(known.status)).arg(known.failedRuns);
        return statusTitle(known.status);
    case Created:
        return whenText(known.createdAtMs, isReference);
    default:
        return {};
    }
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    if (index.column() == Overlay)
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() == Name && canRename(index.row()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool HistoryModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return false;
    core::ExperimentEntry& known = m_entries[static_cast<std::size_t>(index.row())];
    if (role == Qt::CheckStateRole && index.column() == Overlay) {
        setTicked(known.id, value.toInt() == Qt::Checked);
        return true;
    }
    if (role != Qt::EditRole || index.column() != Name || !canRename(index.row()))
        return false;
    const QString name = value.toString().simplified();
    if (name == entryName(known))
        return false;
    known.isNamed = !name.isEmpty();
    if (known.isNamed)
        known.name = name.toStdString();
    emit dataChanged(index, index);
    emit renameRequested(known.id, name);
    return true;
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Overlay:
        return QString();
    case Name:
        return tr("Experiment");
    case Where:
        return tr("Where");
    case WorkloadTitle:
        return tr("Workload");
    case Tiers:
        return tr("Tiers");
    case Samples:
        return tr("Samples");
    case Fastest:
        return tr("Fastest");
    case Status:
        return tr("Status");
    case Created:
        return tr("When");
    default:
        return {};
    }
}

} // namespace tierscope::ui
