// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/Sample.h"

#include "ui/models/FigureDigits.h"
#include "ui/models/SampleOutliers.h"

#include <QAbstractTableModel>

#include <map>
#include <tuple>
#include <vector>

namespace tierscope::ui {

/// Every sample of an experiment, a row each, in the order in which they came; failed ones say why, and outliers that they are marked.
/// Times of one tier, mode and cap share the digits that their spread supports. Qt::UserRole of a cell is what it sorts by.
class SampleTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Tier, Vcpus, Mode, Cap, Repeat, Tasks, Runtime, Outcome, CpuTime, Throttled, Dilated, Limiter, Cpu, ColumnCount };

    explicit SampleTableModel(QObject* parent = nullptr);

    void replace(std::vector<core::Sample> samples);
    /// Adds a sample; one of the same plan index is replaced, as a resumed experiment does with a failed run.
    void add(const core::Sample& sample);
    [[nodiscard]] const std::vector<core::Sample>& samples() const { return m_samples; }
    /// Null for a sample that is none.
    [[nodiscard]] const SampleOutlier* outlier(const core::Sample& sample) const;
    [[nodiscard]] int outlierCount() const;
    /// True for a column that tells the rows apart: one whose cells are neither all the same nor all empty.
    [[nodiscard]] bool tellsApart(Column column) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    using Group = std::tuple<int, core::ScheduleMode, int>; ///< MB, mode, cap
    struct Formats {
        TimeFormat runtime;
        TimeFormat cpuTime;
        TimeFormat throttled;
        std::map<int, SampleOutlier> outliers; ///< by plan index
        bool operator==(const Formats&) const = default;
    };
    [[nodiscard]] static Formats measure(const std::vector<const core::Sample*>& samples);
    [[nodiscard]] static Group groupOf(const core::Sample& sample);
    [[nodiscard]] Formats measureGroup(const Group& group) const;
    [[nodiscard]] QString text(const core::Sample& sample, int column) const;
    /// After a sample of the group has changed.
    void refreshGroup(const Group& group);

    std::map<Group, Formats> m_formats;
    std::vector<core::Sample> m_samples;
};

} // namespace tierscope::ui
