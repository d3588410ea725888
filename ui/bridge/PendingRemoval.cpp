// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/PendingRemoval.h"

#include "ui/bridge/ExperimentLibrary.h"
#include "ui/models/HistoryModel.h"
#include "ui/models/WorkloadWording.h"

#include <utility>

namespace tierscope::ui {

PendingRemoval::PendingRemoval(ExperimentLibrary& library, HistoryModel& history, std::chrono::milliseconds undoTime, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_history(history)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(undoTime);
    connect(&m_timer, &QTimer::timeout, this, &PendingRemoval::settle);
    connect(&library, &ExperimentLibrary::removed, this, &PendingRemoval::receive);
    connect(&library, &ExperimentLibrary::notRemoved, this, [this](std::int64_t id, const core::Error& error) {
        receive(id);
        emit failed(error);
    });
}

bool PendingRemoval::remove(std::int64_t id)
{
    const auto row = m_history.rowOf(id);
    if (!row || !m_history.canDelete(*row))
        return false;
    settle();
    // The row may be another one by now.
    m_pending = Pending{id, entryName(m_history.entry(m_history.rowOf(id).value()))};
    m_history.hide(id);
    m_timer.start();
    emit changed();
    return true;
}

std::optional<std::int64_t> PendingRemoval::undo()
{
    if (!m_pending)
        return std::nullopt;
    m_timer.stop();
    const std::int64_t id = std::exchange(m_pending, std::nullopt)->id;
    m_history.unhide(id);
    m_library.list();
    emit changed();
    return id;
}

void PendingRemoval::settle()
{
    if (!m_pending)
        return;
    m_timer.stop();
    const std::int64_t id = std::exchange(m_pending, std::nullopt)->id;
    m_leaving.insert(id);
    m_library.remove(id);
    emit changed();
}

void PendingRemoval::receive(std::int64_t id)
{
    m_leaving.erase(id);
    m_history.unhide(id);
    m_library.list();
    emit done();
}

} // namespace tierscope::ui
