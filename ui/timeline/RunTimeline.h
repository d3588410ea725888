// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Decomposition.h"
#include "core/experiment/RunEvent.h"
#include "ui/timeline/CpuStrip.h"
#include "ui/timeline/TimelineTasks.h"

#include <memory>
#include <optional>
#include <vector>

namespace tierscope::ui {

struct RunUpdate;

/// A task that has not ended yet.
struct RunningTask {
    int index = 0;
    int slot = 0;
    double started = 0; ///< seconds of the tier
};

/// One run as the Timeline tab shows it.
struct RunTimeline {
    core::Sample sample; ///< without its tasks and its trace, which are below
    TimelineTasks tasks;
    CpuStrip cpu;
    std::optional<core::Decomposition> parts; ///< none while it goes on, and where no task was started
    std::vector<RunningTask> running;         ///< while it goes on
    double elapsed = 0;                       ///< likewise

    /// How long it took, or has taken until now.
    [[nodiscard]] double seconds() const;
};
using RunTimelinePtr = std::shared_ptr<const RunTimeline>;

/// `alone` is what a task of the experiment takes alone, as far as that is known. Costs a second for a million tasks: not in the window's
/// thread.
[[nodiscard]] RunTimeline makeRunTimeline(core::Sample sample, const std::optional<core::TaskAlone>& alone = std::nullopt);

/// The run that goes on now, task by task. Adding one costs the same whatever there is already.
class LiveRun {
public:
    /// Of the experiment whose run it is.
    void setExperiment(const core::ExperimentSpec& spec, int usableCpus);
    /// False where nothing changed.
    bool apply(const RunUpdate& update);
    void clear() { m_run.reset(); }
    /// Lets time go on for the tasks that run.
    void tick();
    /// None before the first run; stays when it has ended, until the next begins. Changes with apply() and tick().
    [[nodiscard]] RunTimelinePtr run() const { return m_run; }

private:
    void begin(const core::PlannedRun& planned);

    std::shared_ptr<RunTimeline> m_run;
    core::BackendKind m_backend = core::BackendKind::Local;
    int m_taskCount = 0;
    int m_usableCpus = 1;
    std::optional<core::Nanoseconds> m_epoch; ///< when the run's time began, as near as its events tell
};

} // namespace tierscope::ui
