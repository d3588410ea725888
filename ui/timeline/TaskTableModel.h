// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractTableModel>

#include "ui/timeline/RunTimeline.h"

#include <vector>

namespace tierscope::ui {

/// A run's tasks as a table. It holds no task, only the order of their rows, so that a million cost no more than being sorted.
class TaskTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : int { Index, Slot, Wait, Run, Cpu, Memory, Switches, Faults, Outcome, ColumnCount };

    explicit TaskTableModel(QObject* parent = nullptr);

    /// Sorted as the last run was. None: an empty table.
    void setRun(RunTimelinePtr run);
    /// The same run has grown: its new tasks come last, until someone sorts.
    void grow();

    /// The task that stands in a line of the table, and the line of a task; -1 for one that is not here.
    [[nodiscard]] std::uint32_t taskOf(int line) const { return m_order[static_cast<std::size_t>(line)]; }
    [[nodiscard]] int lineOf(std::uint32_t task) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    void arrange();
    [[nodiscard]] QString text(std::uint32_t row, int column) const;
    [[nodiscard]] std::uint64_t key(const TimelineTask& task) const;

    RunTimelinePtr m_run;
    std::vector<std::uint32_t> m_order;         ///< tasks by line
    mutable std::vector<std::uint32_t> m_lines; ///< lines by task; made when it is first asked for
    int m_column = Index;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
};

} // namespace tierscope::ui
