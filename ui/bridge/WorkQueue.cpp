// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/WorkQueue.h"

namespace tierscope::ui {

WorkQueue::WorkQueue(QObject* parent)
    : QObject(parent)
    , m_thread([this](const std::stop_token& stop) { work(stop); })
{
    connect(this, &WorkQueue::finished, this, &WorkQueue::deliver, Qt::QueuedConnection);
}

WorkQueue::~WorkQueue() = default;

void WorkQueue::enqueue(std::function<void()> job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void WorkQueue::work(const std::stop_token& stop)
{
    while (true) {
        std::function<void()> job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_jobs.empty(); }) || stop.stop_requested())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

void WorkQueue::finish(std::function<void()> report)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_reports.push_back(std::move(report));
    }
    emit finished(QPrivateSignal());
}

// One signal a report, so that events between two of them are not kept waiting.
void WorkQueue::deliver()
{
    std::function<void()> report;
    {
        const std::scoped_lock lock(m_mutex);
        report = std::move(m_reports.front());
        m_reports.pop_front();
    }
    report();
}

} // namespace tierscope::ui
