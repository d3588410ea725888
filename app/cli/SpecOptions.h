// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "LambdaOptions.h"
#include "core/base/Result.h"
#include "core/experiment/ExperimentSpec.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): the name is the library's
class App;
}

namespace tierscope::cli {

/// The options of `run` that say what is measured, as they were given.
struct SpecOptions {
    std::optional<std::string> specFile;
    std::optional<std::string> name;
    std::optional<std::string> backend;
    std::optional<std::string> workload;
    std::optional<std::uint64_t> iterations;
    std::vector<std::string> parameters; ///< name=value
    std::optional<std::string> args;     ///< a JSON array
    std::optional<std::string> pythonPath;
    std::optional<int> tasks;
    std::optional<std::string> tiers;
    std::vector<std::string> modes;
    std::optional<std::string> cap;
    std::optional<int> repeats;
    std::optional<int> warmup;
    std::optional<std::uint64_t> seed;
    std::optional<double> taskTimeoutSeconds;
    std::optional<double> runTimeoutSeconds;
    MeasureOptions lambda;
};

/// `options` must outlive the command.
void addSpecOptions(CLI::App& command, SpecOptions& options);

/// What the options ask for: a preset, a workload or a file's spec, changed by the options that are given; nothing: the quick look.
/// `command` is what followed "--". The result is not validated.
[[nodiscard]] core::Result<core::ExperimentSpec> makeSpec(const SpecOptions& options, const std::vector<std::string>& command);

} // namespace tierscope::cli
