// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/base/UniqueFd.h"

#include <functional>
#include <optional>

namespace tierscope::core {

/// SIGTERM and SIGINT as a descriptor to wait on, for as long as it lives; the handlers that were there before come back. One at a time, in
/// a single-threaded process. SIGPIPE is ignored meanwhile, so that a reader that has gone is an error and not an end.
class StopSignals {
public:
    [[nodiscard]] static Result<StopSignals> install();
    StopSignals(StopSignals&&) noexcept;
    StopSignals& operator=(StopSignals&&) = delete;
    ~StopSignals();
    /// Readable once a signal has come; never read from it, so that it stays so.
    [[nodiscard]] int fd() const { return m_pipe.readEnd.get(); }

private:
    explicit StopSignals(Pipe pipe)
        : m_pipe(std::move(pipe))
    {}
    Pipe m_pipe;
};

/// In a forked child: default dispositions and an empty mask, as a program expects to be started.
void resetSignalsInChild();

enum class Interruption : std::uint8_t { None, Stopped, TimedOut };

/// Runs `body` in this process and leaves it in the middle when a stop signal comes (StopSignals is installed) or after `limit`. The body
/// must hold nothing that needs a destructor or a lock: it may never return. An exception of the body passes through.
[[nodiscard]] Interruption runInterruptibly(const std::function<void()>& body, std::optional<Nanoseconds> limit);

} // namespace tierscope::core
