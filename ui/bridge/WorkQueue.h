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
            finish([result = std::move(result), done = std::move(done)]() mutable { done(std::move(*result)); });
        });
    }

signals:
    void finished(QPrivateSignal);

private:
    void enqueue(std::function<void()> job);
    void finish(std::function<void()> report);
    void work(const std::stop_token& stop);
    void deliver();

    std::mutex m_mutex; ///< guards the jobs and the reports
    std::condition_variable_any m_wake;
    std::deque<std::function<void()>> m_jobs;
    std::deque<std::function<void()>> m_reports; ///< of jobs that are done, until this object's thread has taken them
    std::jthread m_thread;
};

} // namespace tierscope::ui
