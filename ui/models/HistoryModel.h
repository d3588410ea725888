// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/ExperimentStore.h"

#include <QAbstractTableModel>

#include <optional>
#include <set>
#include <vector>

namespace tierscope::ui {

/// The experiments of the database, newest first, and the reference measurements, which are always there, last.
class HistoryModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Overlay, Name, Where, WorkloadTitle, Tiers, Samples, Fastest, Status, Created, ColumnCount };
    /// Id of the reference measurements; those of the database are above it.
    static constexpr std::int64_t kReferenceId = 0;

    explicit HistoryModel(core::ExperimentEntry reference, QObject* parent = nullptr);

    /// Keeps rows that are still there, so that a selection survives.
    void setEntries(const std::vector<core::ExperimentEntry>& listed);
    /// What a running experiment has reached, without asking the database.
    void setProgress(std::int64_t id, int finishedRuns, int failedRuns);
    void setFastest(std::int64_t id, double seconds);
    /// Leaves an experiment out, as if it were deleted.
    void hide(std::int64_t id);
    /// The next setEntries brings it back, if it is still there.
    void unhide(std::int64_t id);
    /// Ticked to be laid over the chart, in the rows' order.
    [[nodiscard]] std::vector<std::int64_t> ticked() const;
    void setTicked(std::int64_t id, bool isTicked);

    [[nodiscard]] const core::ExperimentEntry& entry(int row) const;
    [[nodiscard]] std::optional<int> rowOf(std::int64_t id) const;
    /// Stopped or interrupted, in the database, and not finished.
    [[nodiscard]] bool canResume(int row) const;
    /// In the database and not running.
    [[nodiscard]] bool canDelete(int row) const;

    /// In the database: the name of others' figures is theirs.
    [[nodiscard]] bool canRename(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// A tick is kept here; another name is asked for with renameRequested and shown at once.
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

signals:
    void tickedChanged();
    void renameRequested(std::int64_t id, const QString& name);

private:
    [[nodiscard]] QVariant text(int row, int column) const;
    void eraseRow(int row);

    std::set<std::int64_t> m_ticked;
    std::set<std::int64_t> m_hidden;
    std::vector<core::ExperimentEntry> m_entries; ///< the reference is the last
};

} // namespace tierscope::ui
