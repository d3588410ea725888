// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/ExperimentSpec.h"
#include "ui/models/LambdaForm.h"
#include "ui/models/ProblemWording.h"

#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tierscope::core {
enum class SweepGoal : std::uint8_t;
}

namespace tierscope::ui {

enum class WorkloadKind : std::uint8_t { Kernel, Command, Python };

/// What stands in the fields of the experiment panel, as it is typed.
struct Form {
    bool isLambda = false; ///< measured on AWS Lambda; `lambda` is kept while it is not
    LambdaForm lambda;

    WorkloadKind kind = WorkloadKind::Kernel;
    std::string kernel = "busy-loop";
    std::map<std::string, QString> parameters; ///< of the kernel, by name
    QString command;
    QString pythonModule;
    QString pythonFunction;
    QString pythonArguments = QStringLiteral("[]");
    QString pythonPath;

    int tasks = 10;
    QString tiers; ///< as parseTierList reads it
    bool hasSequential = true;
    bool hasParallel = true;
    bool hasPool = false;
    core::CapPolicy::Kind capKind = core::CapPolicy::Kind::Auto;
    int capCount = 2;
    int repeats = 3;
    bool isUntilSure = false; ///< repeats go on until the median is sure; the two below are kept while they do not
    int precisionPercent = 5;
    int maxRepeats = core::ExperimentSpec().maxRepeats;
    std::optional<core::SweepGoal> goal; ///< only as many tiers as it takes to know this; none: every tier

    QString name;
    int warmup = 0;
    QString seed = QStringLiteral("1");
    double taskTimeout = 0; ///< seconds; 0: none
    double runTimeout = 0;
    bool operator==(const Form&) const = default;

    /// A function that Tierscope knows nothing about: neither workload nor tasks nor processes are ours to say.
    [[nodiscard]] bool isAnyFunction() const { return isLambda && lambda.contract == core::LambdaContract::Any; }
};

/// What stands in the tiers field when runs are not limited to a tier.
inline constexpr const char* kNoLimit = "none";

/// The fields that problems are marked at. A kernel's parameter is kParameterPrefix and its name; the rest are the spec's JSON keys.
namespace field {
inline constexpr const char* kParameterPrefix = "parameter.";
inline constexpr const char* kCommand = "command";
inline constexpr const char* kPythonModule = "module";
inline constexpr const char* kPythonFunction = "function";
inline constexpr const char* kPythonArguments = "args";
inline constexpr const char* kPythonPath = "path";
inline constexpr const char* kWorkload = "workload";
inline constexpr const char* kTasks = "tasks";
inline constexpr const char* kTiers = "tiers";
inline constexpr const char* kModes = "modes";
inline constexpr const char* kCap = "cap";
inline constexpr const char* kRepeats = "repeats";
inline constexpr const char* kPrecision = "precision_percent";
inline constexpr const char* kMaxRepeats = "max_repeats";
inline constexpr const char* kGoal = "goal";
inline constexpr const char* kName = "name";
inline constexpr const char* kWarmup = "warmup";
inline constexpr const char* kSeed = "seed";
inline constexpr const char* kTaskTimeout = "task_timeout_s";
inline constexpr const char* kRunTimeout = "run_timeout_s";
inline constexpr const char* kProfile = "lambda.profile";
inline constexpr const char* kRegion = "lambda.region";
inline constexpr const char* kEndpoint = "lambda.endpoint_url";
inline constexpr const char* kFunction = "lambda.function";
inline constexpr const char* kQualifier = "lambda.qualifier";
inline constexpr const char* kContract = "lambda.contract";
inline constexpr const char* kSequentialPayload = "lambda.sequential_payloads";
inline constexpr const char* kParallelPayload = "lambda.parallel_payloads";
inline constexpr const char* kConcurrency = "lambda.concurrency";
inline constexpr const char* kColdStarts = "lambda.cold_starts";
} // namespace field

/// A form as a spec, with everything that is wrong with it, at most one problem a field. The spec may be run when there is none.
struct FormReading {
    core::ExperimentSpec spec;
    std::optional<core::SweepGoal> goal; ///< none where there are too few tiers to choose among
    std::vector<FormProblem> problems;
    [[nodiscard]] bool isUsable() const { return problems.empty(); }
};

/// Touches the file system only as core::validateSpec does.
[[nodiscard]] FormReading readForm(const Form& form);
/// The form that reads as this spec.
[[nodiscard]] Form makeForm(const core::ExperimentSpec& spec);

/// A kernel's parameters as text, with its defaults.
[[nodiscard]] std::map<std::string, QString> defaultParameters(const std::string& kernel);

} // namespace tierscope::ui
