// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/ExperimentStore.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace tierscope::ui {

/// The experiments of the database, newest first, and the reference measurements, which are always there, last.
class HistoryModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Where, WorkloadTitle, Samples, Status, Created, ColumnCount };
    /// Id of the reference measurements; those of the database are above it.
    static constexpr std::int64_t kReferenceId = 0;

    explicit HistoryModel(core::ExperimentEntry reference, QObject* parent = nullptr);

    /// Keeps rows that are still there, so that a selection survives.
    void setEntries(const std::vector<core::ExperimentEntry>& entries);
    /// What a running experiment has reached, without asking the database.
    void setProgress(std::int64_t id, int finishedRuns, int failedRuns);

    [[nodiscard]] const core::ExperimentEntry& entry(int row) const;
    [[nodiscard]] std::optional<int> rowOf(std::int64_t id) const;
    /// Stopped or interrupted, in the database, and not finished.
    [[nodiscard]] bool canResume(int row) const;
    /// In the database and not running.
    [[nodiscard]] bool canDelete(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<core::ExperimentEntry> m_entries; ///< the reference is the last
};

} // namespace tierscope::ui
