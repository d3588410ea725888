// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/RunTimeline.h"

#include <QString>
#include <QStringList>

namespace tierscope::ui {

/// "1.39 s", "12.3 ms", "45 µs": three figures, for times of any length.
[[nodiscard]] QString taskTimeText(double seconds);
/// "12.4 MB".
[[nodiscard]] QString peakMemoryText(std::uint32_t kilobytes);

/// "slot 3", the name of a lane.
[[nodiscard]] QString slotText(std::size_t slot);

/// "6144 MB, parallel × 4, 3 of 5": one line of a list of runs, of which so many repeat it.
[[nodiscard]] QString runEntryText(const core::Sample& sample, int repeats);
/// "Parallel · 6144 MB · 4 at once · 1.39 s".
[[nodiscard]] QString runTitle(const RunTimeline& run);
/// What has to be known besides, such as that its times are the tier's, or how many tasks failed; mostly empty.
[[nodiscard]] QString runNote(const RunTimeline& run);
/// The run in a few sentences, for those who do not see it.
[[nodiscard]] QString runDescription(const RunTimeline& run);

[[nodiscard]] QString taskTitle(const TimelineTask& task);
/// Everything about a task, a line each.
[[nodiscard]] QStringList taskFacts(const RunTimeline& run, std::size_t row);
/// "done", or what went wrong.
[[nodiscard]] QString outcomeText(const TimelineTasks& tasks, std::size_t row);

/// "0.072": vCPUs, with as many digits as tell tiers apart.
[[nodiscard]] QString vcpusText(double vcpus);

/// "computing", "throttled by the quota".
[[nodiscard]] QString wallPartWords(core::WallPart part);
/// "Where 6.14 s went"; "Sequential, 1024 MB: where 6.14 s went" beside another.
[[nodiscard]] QString partsTitle(double seconds);
[[nodiscard]] QString partsTitle(const core::Sample& sample, double seconds);

/// The tasks as CSV, in the order of their index.
[[nodiscard]] QString tasksCsv(const RunTimeline& run);

} // namespace tierscope::ui
