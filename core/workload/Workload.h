// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <variant>
#include <vector>

namespace tierscope::core {

/// A built-in computation, named in kernelCatalogue(). Parameters that are not given take the catalogue's default.
struct KernelWorkload {
    std::string name;
    std::map<std::string, std::uint64_t> parameters;
    bool operator==(const KernelWorkload&) const = default;
};

/// A program and its arguments, started without a shell. "{index}" in an argument becomes the task's index.
struct CommandWorkload {
    std::vector<std::string> argv;
    bool operator==(const CommandWorkload&) const = default;
};

/// module.function(*args) in a Python runner. `args` is a JSON array; "{index}" in its strings becomes the task's index.
struct PythonWorkload {
    std::string module;
    std::string function;
    std::string argsJson = "[]"; ///< a JSON array, kept as text so that this header stays light
    std::string path;            ///< folder put first on sys.path; empty: none
    bool operator==(const PythonWorkload&) const = default;
};

/// What one task is.
using Workload = std::variant<KernelWorkload, CommandWorkload, PythonWorkload>;

/// "kernel", "command" or "python".
[[nodiscard]] const char* workloadKindName(const Workload& workload);

/// A short name for people: "busy-loop 10,000,000", "ffmpeg -i …", "work.resize".
[[nodiscard]] std::string workloadTitle(const Workload& workload);

/// Checks that the workload can be meant: a known kernel with parameters in range, a non-empty argv, Python identifiers, args an array.
/// Does not touch the file system.
[[nodiscard]] Result<void> validateWorkload(const Workload& workload);

/// The wire form of DESIGN 4.2, {"kind":"kernel","name":…}. decodeWorkload is strict: an unknown key or a wrong type is an error
/// that names it; what it returns has passed validateWorkload.
[[nodiscard]] nlohmann::json encodeWorkload(const Workload& workload);
[[nodiscard]] Result<Workload> decodeWorkload(const nlohmann::json& json);

} // namespace tierscope::core
