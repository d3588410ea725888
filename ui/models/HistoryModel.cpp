// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/HistoryModel.h"

#include "ui/models/Wording.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace tierscope::ui {

namespace {

bool isRightAligned(int column)
{
    return column == HistoryModel::Samples;
}

QVariant alignment(int column)
{
    return QVariant::fromValue(Qt::AlignVCenter | (isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft));
}

} // namespace

HistoryModel::HistoryModel(core::ExperimentEntry reference, QObject* parent)
    : QAbstractTableModel(parent)
    , m_entries{std::move(reference)}
{}

void HistoryModel::setEntries(const std::vector<core::ExperimentEntry>& entries)
{
    const auto isListed = [&entries](std::int64_t id) {
        return std::ranges::find(entries, id, &core::ExperimentEntry::id) != entries.end();
    };
    for (int row = static_cast<int>(m_entries.size()) - 2; row >= 0; --row) {
        if (isListed(entry(row).id))
            continue;
        beginRemoveRows({}, row, row);
        m_entries.erase(m_entries.begin() + row);
        endRemoveRows();
    }
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const auto row = static_cast<int>(at);
        if (entry(row).id == entries[at].id) {
            m_entries[at] = entries[at];
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
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
    const core::ExperimentEntry& known = entry(index.row());
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (role != Qt::DisplayRole)
        return {};
    const bool isReference = known.id == kReferenceId;
    switch (index.column()) {
    case Name:
        return QString::fromStdString(known.name);
    case Where:
        if (known.backend == core::BackendKind::Lambda)
            return isReference ? tr("AWS Lambda, published") : tr("AWS Lambda");
        return tr("This computer");
    case WorkloadTitle:
        return QString::fromStdString(known.workloadTitle);
    case Samples:
        return known.finishedRuns == known.plannedRuns ? QString::number(known.finishedRuns)
                                                       : tr("%1 of %2").arg(known.finishedRuns).arg(known.plannedRuns);
    case Status:
        if (known.failedRuns > 0)
            return tr("%1, %2 failed").arg(statusTitle(known.status)).arg(known.failedRuns);
        return statusTitle(known.status);
    case Created:
        if (known.createdAtMs == 0)
            return QString();
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(known.createdAtMs),
                                  isReference ? tr("d MMM yyyy") : tr("d MMM yyyy, HH:mm"));
    default:
        return {};
    }
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
    case Name:
        return tr("Experiment");
    case Where:
        return tr("Where");
    case WorkloadTitle:
        return tr("Workload");
    case Samples:
        return tr("Samples");
    case Status:
        return tr("Status");
    case Created:
        return tr("When");
    default:
        return {};
    }
}

} // namespace tierscope::ui
