// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/ExperimentStore.h"
#include "ui/bridge/ExperimentExport.h"
#include "ui/bridge/WorkQueue.h"
#include "ui/timeline/RunTimeline.h"

#include <QObject>

#include <optional>
#include <string>
#include <vector>

namespace tierscope::ui {

/// The database as the window uses it: every call returns at once, the answer comes as a signal. The database is opened when it is first
/// needed.
class ExperimentLibrary final : public QObject {
    Q_OBJECT

public:
    explicit ExperimentLibrary(std::string databasePath, QObject* parent = nullptr);

    void list();
    void load(std::int64_t id);
    /// One sample with its tasks, ready to be drawn; `alone` as makeRunTimeline() takes it.
    void loadRun(std::int64_t id, int planIndex, const std::optional<core::TaskAlone>& alone);
    void remove(std::int64_t id);
    void rename(std::int64_t id, const std::string& name);
    /// Writes one experiment, task records and all, to a file that is there whole or not at all.
    void exportTo(std::int64_t id, ExportFormat format, const QString& path);
    /// The same of a record that is in no database.
    void exportTo(const core::ExperimentRecord& record, ExportFormat format, const QString& path);

signals:
    void listed(const std::vector<tierscope::core::ExperimentEntry>& entries);
    /// Samples come without their task records.
    void loaded(const tierscope::core::ExperimentRecord& record);
    void runLoaded(std::int64_t id, int planIndex, const tierscope::ui::RunTimelinePtr& run);
    void runNotLoaded(std::int64_t id, int planIndex, const tierscope::core::Error& error);
    void removed(std::int64_t id);
    void notRemoved(std::int64_t id, const tierscope::core::Error& error);
    void renamed(std::int64_t id);
    void exported(const QString& path);
    void failed(const tierscope::core::Error& error);

private:
    template <typename Value, typename Work, typename Signal>
    void ask(Work work, Signal answer);

    std::string m_databasePath;
    std::shared_ptr<std::optional<core::ExperimentStore>> m_store; ///< belongs to the queue's thread
    WorkQueue m_queue;
};

} // namespace tierscope::ui
