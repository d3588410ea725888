// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/SampleTableModel.h"

#include "core/tier/TierCatalogue.h"
#include "ui/models/Wording.h"

#include <algorithm>
#include <limits>

namespace tierscope::ui {

namespace {

QString optionalSeconds(const std::optional<double>& seconds)
{
    return seconds ? secondsText(*seconds) : QString();
}

QVariant sortKey(const core::Sample& sample, int column)
{
    switch (column) {
    case SampleTableModel::Tier:
        return sample.memory == core::kUnlimitedTier ? std::numeric_limits<int>::max() : sample.memory.value;
    case SampleTableModel::Vcpus:
        return sample.vcpus;
    case SampleTableModel::Mode:
        return static_cast<int>(sample.mode);
    case SampleTableModel::Cap:
        return sample.cap;
    case SampleTableModel::Repeat:
        return sample.warmup ? -1 : sample.repeat;
    case SampleTableModel::Tasks:
        return sample.taskCount;
    case SampleTableModel::Runtime:
        return sample.wallSeconds;
    case SampleTableModel::CpuTime:
        return sample.cpuSeconds.value_or(-1);
    case SampleTableModel::Throttled:
        return sample.throttledSeconds.value_or(-1);
    case SampleTableModel::Dilated:
        return sample.dilation.factor;
    case SampleTableModel::Limiter:
        return QString::fromStdString(sample.limiter);
    default:
        return sample.ok ? QString() : QString::fromStdString(sample.error);
    }
}

} // namespace

SampleTableModel::SampleTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void SampleTableModel::replace(std::vector<core::Sample> samples)
{
    beginResetModel();
    m_samples = std::move(samples);
    endResetModel();
}

void SampleTableModel::add(const core::Sample& sample)
{
    const auto known = std::ranges::find(m_samples, sample.planIndex, &core::Sample::planIndex);
    if (known != m_samples.end()) {
        *known = sample;
        const auto row = static_cast<int>(known - m_samples.begin());
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    const auto row = static_cast<int>(m_samples.size());
    beginInsertRows({}, row, row);
    m_samples.push_back(sample);
    endInsertRows();
}

int SampleTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_samples.size());
}

int SampleTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant SampleTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const core::Sample& sample = m_samples[static_cast<std::size_t>(index.row())];
    if (role == Qt::UserRole)
        return sortKey(sample, index.column());
    if (role == Qt::TextAlignmentRole) {
        const bool isText = index.column() == Mode || index.column() == Limiter || index.column() == Outcome;
        return QVariant::fromValue(Qt::AlignVCenter | (isText ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role == Qt::ToolTipRole && index.column() == Outcome && !sample.ok)
        return QString::fromStdString(sample.error);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Tier:
        return tierText(sample.memory);
    case Vcpus:
        return QString::number(sample.vcpus);
    case Mode:
        return modeTitle(sample.mode);
    case Cap:
        return QString::number(sample.cap);
    case Repeat:
        return sample.warmup ? tr("warm-up") : QString::number(sample.repeat + 1);
    case Tasks:
        return numberText(static_cast<qulonglong>(std::max(sample.taskCount, 0)));
    case Runtime:
        return sample.ok || sample.wallSeconds > 0 ? secondsText(sample.wallSeconds) : QString();
    case CpuTime:
        return optionalSeconds(sample.cpuSeconds);
    case Throttled:
        return optionalSeconds(sample.throttledSeconds);
    case Dilated:
        return tr("×%1").arg(sample.dilation.factor, 0, 'g', 3);
    case Limiter:
        return QString::fromStdString(sample.limiter);
    case Outcome:
        return sample.ok ? tr("ok") : tr("failed: %1").arg(QString::fromStdString(sample.error));
    default:
        return {};
    }
}

QVariant SampleTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole) {
        const bool isText = section == Mode || section == Limiter || section == Outcome;
        return QVariant::fromValue(Qt::AlignVCenter | (isText ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role == Qt::ToolTipRole) {
        if (section == Runtime)
            return tr("In the tier's own time: measured time divided by the dilation");
        if (section == CpuTime || section == Throttled)
            return tr("As measured on this computer, not divided by the dilation");
        return {};
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Tier:
        return tr("Tier");
    case Vcpus:
        return tr("vCPUs");
    case Mode:
        return tr("Mode");
    case Cap:
        return tr("At once");
    case Repeat:
        return tr("Repeat");
    case Tasks:
        return tr("Tasks");
    case Runtime:
        return tr("Runtime");
    case CpuTime:
        return tr("CPU time");
    case Throttled:
        return tr("Throttled");
    case Dilated:
        return tr("Dilated");
    case Limiter:
        return tr("Limited by");
    case Outcome:
        return tr("Result");
    default:
        return {};
    }
}

} // namespace tierscope::ui
