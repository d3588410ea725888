// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Error.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>

namespace tierscope::ui {

class ExperimentLibrary;
class HistoryModel;

/// An experiment that a person has deleted: out of sight at once, out of the database only once it can no longer be taken back, which is
/// when settle() is called, the undo time is over or another one is deleted. A program that is killed before that has deleted nothing.
class PendingRemoval final : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it.
    PendingRemoval(ExperimentLibrary& library, HistoryModel& history, std::chrono::milliseconds undoTime, QObject* parent);

    /// False, and nothing done, for one that cannot be deleted.
    bool remove(std::int64_t id);
    /// The id of what is back in sight; none when there was nothing to take back.
    std::optional<std::int64_t> undo();
    void settle();

    /// What can be taken back.
    [[nodiscard]] std::optional<QString> name() const { return m_pending ? std::optional(m_pending->name) : std::nullopt; }
    /// Nothing can be taken back and the database has lost what it was to lose.
    [[nodiscard]] bool isSettled() const { return !m_pending && m_leaving.empty(); }

signals:
    /// name() is another.
    void changed();
    /// The database has lost one, or has failed to.
    void done();
    void failed(const tierscope::core::Error& error);

private:
    struct Pending {
        std::int64_t id = 0;
        QString name;
    };
    void receive(std::int64_t id);

    ExperimentLibrary& m_library;
    HistoryModel& m_history;
    QTimer m_timer;
    std::optional<Pending> m_pending;
    std::set<std::int64_t> m_leaving; ///< the database is losing them
};

} // namespace tierscope::ui
