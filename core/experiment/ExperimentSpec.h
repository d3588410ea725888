// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/base/Units.h"
#include "core/experiment/LambdaSettings.h"
#include "core/scheduler/CappedScheduler.h"
#include "core/workload/Workload.h"

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
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
    std::vector<MemoryMb> tiers; ///< ascending; empty: one unlimited tier, on Lambda the function as it is
    std::vector<ScheduleMode> modes{ScheduleMode::Sequential, ScheduleMode::Parallel};
    CapPolicy cap;
    int repeats = 3;
    /// Repeats a tier, mode and cap beyond `repeats` until the 95 % interval of its median is within so many per cent of it to both sides.
    /// 0: off.
    int precisionPercent = 0;
    int maxRepeats = 30; ///< where that ends at the latest; without precisionPercent it says nothing
    int warmup = 0;      ///< runs per tier and mode that are measured but not counted
    std::uint64_t seed = 1;
    std::chrono::milliseconds taskTimeout{0}; ///< in the tier's time; 0: none
    std::chrono::milliseconds runTimeout{0};
    LambdaSettings lambda; ///< only of the backend Lambda
    bool operator==(const ExperimentSpec&) const = default;
};

inline constexpr int kMaximumRepeats = 1000;
inline constexpr int kMaximumWarmup = 100;
inline constexpr int kMaximumPrecisionPercent = 100;

/// What is wrong, for programs. Behind each, the values that FieldProblem has with it, in that order.
enum class ProblemCode : std::uint8_t {
    NoFunction,           ///< Lambda without a function
    FunctionName,         ///< text: what is no name of a function
    RegionName,           ///< text: what is no region
    EndpointUrl,          ///< text: what is no URL, or plain http to another computer
    QualifierName,        ///< text: what is no version or alias
    QualifierFixed,       ///< text: a version or alias, whose memory cannot be changed
    ColdStartsFixed,      ///< cold starts are forced by changing the memory, and no tier is given
    NoPayload,            ///< text: scheduleModeName
    PayloadNotJson,       ///< text: scheduleModeName
    PayloadTooLarge,      ///< numbers: bytes, most
    PoolNeedsOwn,         ///< a function that Tierscope knows nothing about has no pool of processes
    UnknownKernel,        ///< text: its name
    UnknownParameter,     ///< texts: the kernel's name, the parameter's
    ParameterRange,       ///< text: the parameter's name; numbers: value, least, most
    NoProgram,            ///< a command without a program
    ArgumentBytes,        ///< number: which argument of a command, from 0, holds bytes that are no text
    ProgramNotOnPath,     ///< text: the program
    ProgramMissing,       ///< text: its path
    ProgramNotExecutable, ///< text: its path
    PythonModule,         ///< text: what is no name of a module
    PythonFunction,       ///< text: what is no name of a function
    PythonPathBytes,      ///< the folder's path holds bytes that are no text
    PythonFolderMissing,  ///< text: the folder
    ArgumentsNotJson,     ///< of a Python function
    ArgumentsNotList,
    ArgumentsTooDeep,
    NumberRange, ///< numbers: value, least, most
    TierRange,   ///< numbers: MB, least, most
    TierTwice,   ///< number: MB
    NoMode,
    ModeTwice, ///< text: scheduleModeName
    NegativeTimeout,
    TooManyRuns,  ///< numbers: runs, most
    TooManyTasks, ///< numbers: tasks in all, runs, most tasks in all
};
inline constexpr auto kLastProblemCode = ProblemCode::TooManyTasks;

/// One thing wrong with one field: in English, and as a code with its values for whoever words it otherwise.
struct FieldProblem {
    std::string field; ///< as in the spec's JSON: "tasks", "tiers", "workload", "cap", …
    std::string message;
    std::string remedy;
    ProblemCode code = ProblemCode::NumberRange;
    std::vector<std::int64_t> numbers;
    std::vector<std::string> texts; ///< as given: not quoted, perhaps not UTF-8
};

/// Everything that is wrong, at most one problem a field; empty when it can be run. Touches the file system only to look up a command's
/// program and a Python workload's folder.
[[nodiscard]] std::vector<FieldProblem> validateSpec(const ExperimentSpec& spec);

/// What is wrong with the workload itself, as validateWorkload finds it; the file system is not touched.
[[nodiscard]] std::optional<FieldProblem> findWorkloadProblem(const Workload& workload);

/// What is wrong with the settings of the backend Lambda, at most one problem a field; their fields are those of the JSON, such as
/// "lambda.function". Touches nothing outside.
[[nodiscard]] std::vector<FieldProblem> findLambdaProblems(const ExperimentSpec& spec);

/// {"name","backend","workload","tasks","tiers":[…]|"none","modes":[…],"cap":"auto"|N|"1..N","repeats","warmup","seed","task_timeout_s","run_timeout_s"},
/// with "lambda" (encodeLambdaSettings) for that backend and, where it is asked for, "precision_percent" and "max_repeats".
[[nodiscard]] nlohmann::json encodeSpec(const ExperimentSpec& spec);
[[nodiscard]] std::string specText(const ExperimentSpec& spec); ///< the same as text, in one line
/// Strict as the wire format is; keys that are missing keep their defaults. Does not validate values that are well-typed.
[[nodiscard]] Result<ExperimentSpec> decodeSpec(const nlohmann::json& json);
/// The same from text; `what` and `code` are for text that is not JSON, as parseJson has them.
[[nodiscard]] Result<ExperimentSpec> parseSpec(std::string_view text, std::string_view what, ErrorCode code);

/// The name people see: spec.name, or one made from the workload.
[[nodiscard]] std::string experimentTitle(const ExperimentSpec& spec);

} // namespace tierscope::core
