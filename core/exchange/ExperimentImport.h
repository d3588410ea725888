// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/store/ExperimentStore.h"

#include <string>
#include <string_view>
#include <vector>

namespace tierscope::core {

/// A read-only record, for ExperimentStore::importRecord, and what a person should know about it: sentences without a full stop.
struct ImportedExperiment {
    ExperimentRecord record;
    std::vector<std::string> notes;
};

/// The lines of a runner's stdout (DESIGN 4.2) as an experiment with one sample without a limit: what the workload and the tier were, they
/// do not tell. A last line that is cut off is left out, and a file without a report is of a run that failed. Corrupt, with the number of
/// the line, where one cannot be read; InvalidArgument where the runner refused its request or nothing was started. `name` is the file's,
/// for people.
[[nodiscard]] Result<ImportedExperiment> importRunnerLines(std::string_view text, const std::string& name);

/// An experiment as experimentToJson writes it (DESIGN 4.5). What is computed from the samples is passed over and made again. Corrupt where
/// it is none, and says which run.
[[nodiscard]] Result<ImportedExperiment> importExperimentJson(std::string_view text, const std::string& name);

/// Either, by how the text begins.
[[nodiscard]] Result<ImportedExperiment> importExperiment(std::string_view text, const std::string& name);

} // namespace tierscope::core
