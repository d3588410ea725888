// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/Sample.h"

#include <QString>

#include <string>
#include <string_view>

namespace tierscope::ui {

/// "Sequential", as it stands alone; "sequential", inside a sentence.
[[nodiscard]] QString modeTitle(core::ScheduleMode mode);
[[nodiscard]] QString modeWord(core::ScheduleMode mode);

/// "3072 MB", or "no limit".
[[nodiscard]] QString tierText(core::MemoryMb memory);

/// Runtimes as core words them: "3.42 s", "870 ms".
[[nodiscard]] QString secondsText(double seconds);

/// Prices as core words them: "$0.20".
[[nodiscard]] QString usdText(double usd);

/// A time that is only roughly known: "8 s", "1 min 32 s", "2 h 5 min".
[[nodiscard]] QString durationText(double seconds);

/// 10000000 as "10,000,000".
[[nodiscard]] QString numberText(qulonglong number);

/// "1 run", "48 runs".
[[nodiscard]] QString runsText(int count);
[[nodiscard]] QString samplesText(int count);
[[nodiscard]] QString tasksText(int count);
[[nodiscard]] QString cpusText(int count);

/// Figures kept together with their units ("3.36 s", "2048 MB"), so that a line does not break between them.
[[nodiscard]] QString keepUnits(QString text);

/// The first letter made a capital, for core's sentences where they stand alone.
[[nodiscard]] QString sentenceStart(QString text);

/// "Running", "Finished", "Stopped", "Interrupted", "Read-only".
[[nodiscard]] QString statusTitle(core::ExperimentStatus status);

/// "cgroup v2", "duty cycle", "AWS Lambda"; a limiter that is not known keeps core's name.
[[nodiscard]] QString limiterText(const std::string& limiter);

/// "Quick look", and a sentence on what it measures, by the preset's id; empty for one that is not known.
[[nodiscard]] QString presetTitle(std::string_view presetId);
[[nodiscard]] QString presetSummary(std::string_view presetId);

} // namespace tierscope::ui
