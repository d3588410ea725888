// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/store/ExperimentStore.h"

#include <functional>
#include <string>

namespace CLI { // NOLINT(readability-identifier-naming): the name is the library's
class App;
}

namespace tierscope::cli {

/// Where results go beside the table; empty: nowhere.
struct OutputTargets {
    std::string json; ///< a file or "-"
    std::string csv;
};

/// --json and --csv. `targets` must outlive the command.
void addOutputOptions(CLI::App& command, OutputTargets& targets);

/// Fails with InvalidArgument where they cannot be written, or both want the standard output.
[[nodiscard]] core::Result<void> checkTargets(const OutputTargets& targets);

/// The table and the findings for people.
[[nodiscard]] std::string experimentText(const core::ExperimentRecord& record);

/// Writes the targets, and the text to stdout unless a target takes it.
[[nodiscard]] core::Result<void> showMeasured(const core::ExperimentRecord& record, const OutputTargets& targets);
/// Likewise with another text in place of the table; it is only made where it is shown.
[[nodiscard]] core::Result<void> showMeasured(const core::ExperimentRecord& record, const OutputTargets& targets,
                                              const std::function<std::string()>& makeText);

} // namespace tierscope::cli
