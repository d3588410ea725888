// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/SampleTableModel.h"

#include "core/tier/TierCatalogue.h"
#include "ui/models/CpuModels.h"
#include "ui/models/FailureWording.h"
#include "ui/models/Glossary.h"
#include "ui/models/Wording.h"

#include <algorithm>
#include <array>
#include <limits>

namespace tierscope::ui {

namespace {

QString optionalTime(const std::optional<double>& seconds, TimeFormat format)
{
    return seconds ? timeText(*seconds, format) : QString();
}

bool isTextColumn(int column)
{
    return column == SampleTableModel::Mode || column == SampleTableModel::Limiter || column == SampleTableModel::Cpu
           || column == SampleTableModel::Outcome;
}

/// Rich text is what makes a tool tip wrap.
QString toolTip(const QString& text)
{
    return QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
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
        return sample.cold ? -2 : sample.warmup ? -1 : sample.repeat;
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
    case SampleTableModel::Cpu:
        return QString::fromStdString(sample.cpuModel);
    default:
        return sample.ok ? QString() : QString::fromStdString(sample.error);
    }
}

QString headerHelp(int column)
{
    switch (column) {
    case SampleTableModel::Tier:
        return toolTip(glossaryText(Term::CreditVcpu));
    case SampleTableModel::Vcpus:
        return toolTip(glossaryText(Term::VisibleVcpu));
    case SampleTableModel::Cap:
        return toolTip(glossaryText(Term::Cap));
    case SampleTableModel::Runtime:
        return toolTip(SampleTableModel::tr("In the tier's own time: measured time divided by the dilation. Its digits are those that the "
                                            "spread of the repeats supports."));
    case SampleTableModel::CpuTime:
        return toolTip(SampleTableModel::tr("As measured on this computer, not divided by the dilation."));
    case SampleTableModel::Throttled:
        return toolTip(glossaryText(Term::Throttled));
    case SampleTableModel::Dilated:
        return toolTip(glossaryText(Term::Dilation));
    default:
        return {};
    }
}

/// The times that take part in the digits of their column: of good runs only.
void collect(const core::Sample& sample, std::array<std::vector<double>, 3>& columns)
{
    if (!sample.isCounted())
        return;
    columns[0].push_back(sample.wallSeconds);
    if (sample.cpuSeconds)
        columns[1].push_back(*sample.cpuSeconds);
    if (sample.throttledSeconds)
        columns[2].push_back(*sample.throttledSeconds);
}

} // namespace

SampleTableModel::SampleTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void SampleTableModel::replace(std::vector<core::Sample> samples)
{
    beginResetModel();
    m_samples = std::move(samples);
    m_formats.clear();
    std::map<Group, std::vector<const core::Sample*>> groups;
    for (const core::Sample& sample : m_samples)
        groups[groupOf(sample)].push_back(&sample);
    for (const auto& [group, members] : groups)
        m_formats[group] = measure(members);
    endResetModel();
}

SampleTableModel::Formats SampleTableModel::measure(const std::vector<const core::Sample*>& samples)
{
    std::array<std::vector<double>, 3> columns;
    for (const core::Sample* sample : samples)
        collect(*sample, columns);
    return {timeFormat(columns[0]), timeFormat(columns[1]), timeFormat(columns[2]), findOutliers(samples)};
}

const SampleOutlier* SampleTableModel::outlier(const core::Sample& sample) const
{
    const auto group = m_formats.find(groupOf(sample));
    if (group == m_formats.end())
        return nullptr;
    const auto found = group->second.outliers.find(sample.planIndex);
    return found == group->second.outliers.end() ? nullptr : &found->second;
}

int SampleTableModel::outlierCount() const
{
    std::size_t count = 0;
    for (const auto& [group, formats] : m_formats)
        count += formats.outliers.size();
    return static_cast<int>(count);
}

SampleTableModel::Group SampleTableModel::groupOf(const core::Sample& sample)
{
    return {sample.memory.value, sample.mode, sample.cap};
}

SampleTableModel::Formats SampleTableModel::measureGroup(const Group& group) const
{
    std::vector<const core::Sample*> members;
    for (const core::Sample& sample : m_samples) {
        if (groupOf(sample) == group)
            members.push_back(&sample);
    }
    return measure(members);
}

void SampleTableModel::refreshGroup(const Group& group)
{
    const Formats formats = measureGroup(group);
    Formats& known = m_formats[group];
    if (known == formats)
        return;
    known = formats;
    for (std::size_t row = 0; row < m_samples.size(); ++row) {
        if (groupOf(m_samples[row]) == group)
            emit dataChanged(index(static_cast<int>(row), 0), index(static_cast<int>(row), ColumnCount - 1));
    }
}

bool SampleTableModel::tellsApart(Column column) const
{
    if (m_samples.empty())
        return true;
    const QString first = text(m_samples.front(), column);
    return std::ranges::any_of(m_samples, [&](const core::Sample& sample) { return text(sample, column) != first; });
}

void SampleTableModel::add(const core::Sample& sample)
{
    const auto known = std::ranges::find(m_samples, sample.planIndex, &core::Sample::planIndex);
    if (known != m_samples.end()) {
        *known = sample;
        const auto row = static_cast<int>(known - m_samples.begin());
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        refreshGroup(groupOf(sample));
        return;
    }
    const auto row = static_cast<int>(m_samples.size());
    beginInsertRows({}, row, row);
    m_samples.push_back(sample);
    endInsertRows();
    refreshGroup(groupOf(sample));
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
    const SampleOutlier* marked = index.column() == Outcome || index.column() == Runtime ? outlier(sample) : nullptr;
    // Between what is well and what has failed.
    if (role == Qt::UserRole)
        return marked != nullptr && index.column() == Outcome ? QVariant(QStringLiteral(" ")) : sortKey(sample, index.column());
    if (role == Qt::ToolTipRole && marked != nullptr)
        return toolTip(outlierHelp(*marked));
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter | (isTextColumn(index.column()) ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role == Qt::ToolTipRole && index.column() == Outcome && !sample.ok)
        return toolTip(text(sample, Outcome));
    if (role != Qt::DisplayRole)
        return {};
    return text(sample, index.column());
}

QString SampleTableModel::text(const core::Sample& sample, int column) const
{
    const auto found = m_formats.find(groupOf(sample));
    const Formats formats = found == m_formats.end() ? Formats{} : found->second;
    switch (column) {
    case Tier:
        return tierText(sample.memory);
    case Vcpus:
        return QString::number(sample.vcpus);
    case Mode:
        return modeTitle(sample.mode);
    case Cap:
        return QString::number(sample.cap);
    case Repeat:
        if (sample.cold)
            return tr("cold start");
        return sample.warmup ? tr("warm-up") : QString::number(sample.repeat + 1);
    case Tasks:
        return numberText(static_cast<qulonglong>(std::max(sample.taskCount, 0)));
    case Runtime:
        return sample.ok || sample.wallSeconds > 0 ? timeText(sample.wallSeconds, formats.runtime) : QString();
    case CpuTime:
        return optionalTime(sample.cpuSeconds, formats.cpuTime);
    case Throttled:
        return optionalTime(sample.throttledSeconds, formats.throttled);
    case Dilated:
        return tr("×%1").arg(sample.dilation.factor, 0, 'g', 3);
    case Limiter:
        return limiterText(sample.limiter);
    case Cpu:
        return shortCpuModel(sample.cpuModel);
    case Outcome:
        if (const SampleOutlier* marked = outlier(sample))
            return tr("ok, %1").arg(outlierText(*marked));
        return sample.ok ? tr("ok") : tr("failed: %1").arg(failureText(sample.error));
    default:
        return {};
    }
}

QVariant SampleTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter | (isTextColumn(section) ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role == Qt::ToolTipRole)
        return headerHelp(section);
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
    case Cpu:
        return tr("CPU");
    case Outcome:
        return tr("Result");
    default:
        return {};
    }
}

} // namespace tierscope::ui
