// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/UniqueFd.h"

#include <functional>
#include <stop_token>
#include <thread>

namespace tierscope::cli {

/// Turns SIGINT and SIGTERM into a stop request while it lives. After a second signal the program waits for a few seconds at most and is
/// then left with status 130; whatever still runs is taken down by its guard. One at a time.
class InterruptWatcher {
public:
    /// `onFirst` is called once, in the watcher's thread, before the stop is requested.
    InterruptWatcher(std::stop_source stop, std::function<void()> onFirst);
    ~InterruptWatcher();
    InterruptWatcher(const InterruptWatcher&) = delete;
    InterruptWatcher& operator=(const InterruptWatcher&) = delete;

private:
    void watch();

    std::stop_source m_stop;
    std::function<void()> m_onFirst;
    core::Pipe m_pipe;
    std::thread m_thread;
};

} // namespace tierscope::cli
