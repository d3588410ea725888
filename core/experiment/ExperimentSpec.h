// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/base/Units.h"
#include "core/scheduler/CappedScheduler.h"
#include "core/workload/Workload.h"

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace tierscope::core {

enum class BackendKind : std::uint8_t { Local, Lambda };
[[nodiscard]] const char* backendKindName(BackendKind kind);

/// How many processes at once.
struct CapPolicy {
    enum class Kind : std::uint8_t {
        Auto,  ///< the tier's visible vCPUs (usable CPUs when unlimited)
        Fixed, ///< `count`
        Sweep, ///< each of 1 .. `count`
    };
    Kind kind = Kind::Auto;
    int count = 0;
    bool operator==(const CapPolicy&) const = default;
};

/// "auto", "4" or "1..6".
[[nodiscard]] Result<CapPolicy> parseCapPolicy(std::string_view text);
[[nodiscard]] std::string formatCapPolicy(const CapPolicy& policy);

/// What a person asks to be measured. A value; validate() says whether it can be run.
struct ExperimentSpec {
    std::string name; ///< for people; empty: made from the workload
    BackendKind backend = BackendKind::Local;
    Workload workload;
    int tasks = 10;
    std::vector<MemoryMb> tiers; ///< ascending; empty: one unlimited tier
    std::vector<ScheduleMode> modes{ScheduleMode::Sequential, ScheduleMode::Parallel};
    CapPolicy cap;
    int repeats = 3;
    int warmup = 0; ///< runs per tier and mode that are measured but not counted
    std::uint64_t seed = 1;
    std::chrono::milliseconds taskTimeout{0}; ///< in the tier's time; 0: none
    std::chrono::milliseconds runTimeout{0};
    bool operator==(const ExperimentSpec&) const = default;
};

/// One thing wrong with one field.
struct FieldProblem {
    std::string field; ///< as in the spec's JSON: "tasks", "tiers", "workload", "cap", …
    std::string message;
    std::string remedy;
};

/// Everything that is wrong, at most one problem a field; empty when it can be run. Touches the file system only to look up a command's
/// program and a Python workload's folder.
[[nodiscard]] std::vector<FieldProblem> validateSpec(const ExperimentSpec& spec);

/// {"name","backend","workload","tasks","tiers":[…]|"none","modes":[…],"cap":"auto"|N|"1..N","repeats","warmup","seed","task_timeout_s","run_timeout_s"}.
[[nodiscard]] nlohmann::json encodeSpec(const ExperimentSpec& spec);
/// Strict as the wire format is; keys that are missing keep their defaults. Does not validate values that are well-typed.
[[nodiscard]] Result<ExperimentSpec> decodeSpec(const nlohmann::json& json);

/// The name people see: spec.name, or one made from the workload.
[[nodiscard]] std::string experimentTitle(const ExperimentSpec& spec);

} // namespace tierscope::core
