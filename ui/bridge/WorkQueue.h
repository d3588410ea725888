// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace tierscope::ui {

/// One thread for short work that would make the window stutter: one thing after the other, results back in the thread that this object
/// lives in. The destructor drops what has not begun and waits for what has.
class WorkQueue final : public QObject {
    Q_OBJECT

public:
    explicit WorkQueue(QObject* parent = nullptr);
    ~WorkQueue() override;
    WorkQueue(const WorkQueue&) = delete;
    WorkQueue& operator=(const WorkQueue&) = delete;

    /// `work` runs in the queue's thread; `done` gets what it returned, in this object's thread, unless this object is gone by then.
    template <typename Work, typename Done>
    void post(Work work, Done done)
    {
        enqueue([this, work = std::move(work), done = std::move(done)]() mutable {
            auto result = std::make_shared<std::invoke_result_t<Work&>>(work());
            QMetaObject::invokeMethod(
                this, [result, done = std::move(done)]() mutable { done(std::move(*result)); }, Qt::QueuedConnection);
        });
    }

private:
    void enqueue(std::function<void()> job);
    void work(const std::stop_token& stop);

    std::mutex m_mutex; ///< guards the jobs
    std::condition_variable_any m_wake;
    std::deque<std::function<void()>> m_jobs;
    std::jthread m_thread;
};

} // namespace tierscope::ui
