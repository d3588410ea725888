// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/EventBridge.h"

#include "ui/models/Experiment.h"

#include <utility>

namespace tierscope::ui {

EventBridge::EventBridge(QObject* parent)
    : QObject(parent)
    , m_timer(this)
{
    m_clock.start();
    connect(this, &EventBridge::pushed, this, &EventBridge::wake, Qt::QueuedConnection);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &EventBridge::deliver);
}

void EventBridge::push(const core::RunEvent& event)
{
    // A sample's million tasks are gone through before the window has to wait for this.
    std::optional<core::RunEvent> bare;
    if (const auto* finished = std::get_if<core::SampleFinished>(&event))
        bare = core::SampleFinished{withoutTasks(finished->sample)};
    const std::scoped_lock lock(m_mutex);
    merge(m_pending, bare ? *bare : event);
    // One wake-up for everything until it is delivered: a run of a million tasks does not fill the window's event queue.
    if (!std::exchange(m_isWakePosted, true))
        emit pushed(QPrivateSignal());
}

void EventBridge::wake()
{
    const auto delay = m_throttle.delay(UpdateThrottle::Milliseconds(m_clock.elapsed()));
    if (delay.count() == 0)
        deliver();
    else
        m_timer.start(delay);
}

void EventBridge::deliver()
{
    RunUpdate update;
    {
        const std::scoped_lock lock(m_mutex);
        update = std::exchange(m_pending, {});
        m_isWakePosted = false;
    }
    m_throttle.shown(UpdateThrottle::Milliseconds(m_clock.elapsed()));
    if (!update.isEmpty())
        emit delivered(update);
}

} // namespace tierscope::ui
