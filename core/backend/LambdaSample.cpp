// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/backend/LambdaSample.h"

#include "core/aws/FunctionError.h"
#include "core/aws/InvocationCost.h"
#include "core/base/JsonReader.h"
#include "core/runner/RunReport.h"
#include "core/runner/RunRequest.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tierscope::core {

namespace {

constexpr const char* kNoReport = "Lambda's log has no REPORT line, so that there is no time; set the function's system log level to INFO";

std::int64_t number(const nlohmann::json& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

/// Of a report that was too large for its tasks.
std::string summaryProblem(const nlohmann::json& summary, int tasks)
{
    const std::int64_t done = number(summary, "done");
    if (done == tasks)
        return {};
    const auto first = summary.find("first_error");
    const std::string error = first != summary.end() && first->is_string() ? first->get<std::string>() : std::string{};
    return fmt::format("{} of {} tasks failed: {}", tasks - done, tasks, error);
}

void takeOwnReport(Sample& sample, const std::string& payload)
{
    const auto json = parseJson(payload, "the function's answer", ErrorCode::Corrupt);
    if (!json) {
        sample.error = "the function's answer is not that of Tierscope's function: it is not JSON";
        return;
    }
    auto report = decodeRunReport(*json);
    if (!report) {
        sample.error = "the function's answer is not that of Tierscope's function: " + report.error().message;
        return;
    }
    sample.wallSeconds = std::chrono::duration<double>(report->wall).count();
    sample.cap = report->cap;
    sample.tasks = std::move(report->tasks);
    sample.cpuModel = report->host.cpuModel;
    if (!report->host.arch.empty())
        sample.arch = report->host.arch;
    double cpu = 0;
    for (const TaskRecord& task : sample.tasks)
        cpu += static_cast<double>(task.userUs + task.systemUs) / 1e6;
    if (!sample.tasks.empty())
        sample.cpuSeconds = cpu;
    const auto summary = json->find("tasks_summary");
    if (sample.tasks.empty() && summary != json->end() && summary->is_object())
        sample.error = summaryProblem(*summary, sample.taskCount);
    else if (sample.tasks.size() != static_cast<std::size_t>(sample.taskCount))
        sample.error = fmt::format("the function ran {} tasks instead of {}", sample.tasks.size(), sample.taskCount);
    else
        sample.error = firstProblem(sample.tasks);
}

void takeReportLine(Sample& sample, const PlannedRun& run, const std::optional<InvocationReport>& report)
{
    if (!report)
        return;
    sample.billedMs = report->billedMs;
    sample.initMs = report->initMs;
    if (!sample.initMs)
        sample.initMs = report->restoreMs;
    sample.maxMemoryMb = report->maxMemoryMb;
    sample.cold = run.cold || sample.initMs.has_value();
    if (!sample.error.empty())
        return;
    if (report->memoryMb != sample.memory.value)
        sample.error = fmt::format("the function had {} MB: somebody else has changed it", report->memoryMb);
    else if (run.cold && !sample.initMs)
        sample.error = "the function did not start anew, so that this is no cold start";
}

} // namespace

std::string payloadFor(const ExperimentSpec& spec, const PlannedRun& run)
{
    if (spec.lambda.contract == LambdaContract::Any) {
        const bool isSequential = run.mode == ScheduleMode::Sequential;
        const auto& payloads = isSequential ? spec.lambda.sequentialPayloads : spec.lambda.parallelPayloads;
        return payloads.empty() ? std::string{} : payloadOf(payloads, run.repeat).json;
    }
    RunRequest request;
    request.workload = spec.workload;
    request.tasks = spec.tasks;
    request.mode = run.mode;
    request.cap = run.cap;
    request.taskTimeout = spec.taskTimeout;
    request.runTimeout = spec.runTimeout;
    return encodeRunRequest(request);
}

Sample emptyLambdaSample(const ExperimentSpec& spec, const PlannedRun& run, const FunctionConfiguration& function)
{
    Sample sample;
    sample.planIndex = run.planIndex;
    sample.memory = run.memory == kUnlimitedTier ? function.memory : run.memory;
    sample.vcpus = visibleVcpus(sample.memory);
    sample.share = creditShare(sample.memory);
    sample.mode = run.mode;
    sample.cap = run.cap > 0 ? run.cap : sample.vcpus;
    sample.taskCount = spec.lambda.contract == LambdaContract::Own ? spec.tasks : 1;
    sample.repeat = run.repeat;
    sample.warmup = run.warmup;
    sample.cold = run.cold;
    sample.limiter = "lambda";
    sample.arch = function.architecture;
    sample.startedAtMs = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    return sample;
}

Sample toLambdaSample(Sample sample, const ExperimentSpec& spec, const PlannedRun& run, const FunctionConfiguration& function,
                      const LambdaResult<Invocation>& invocation)
{
    if (!invocation) {
        sample.error = invocation.error().error.sentence();
        return sample;
    }
    if (!invocation->functionError.empty())
        sample.error = describeFunctionError(invocation->payload, invocation->report);
    else if (spec.lambda.contract == LambdaContract::Own)
        takeOwnReport(sample, invocation->payload);
    else if (!invocation->report)
        sample.error = kNoReport;
    if (invocation->report && (spec.lambda.contract == LambdaContract::Any || !invocation->functionError.empty()))
        sample.wallSeconds = invocation->report->durationMs / 1000;
    takeReportLine(sample, run, invocation->report);
    constexpr double kMbPerGb = 1024;
    if (sample.billedMs)
        sample.costUsd = invocationUsd(function, *sample.billedMs / 1000 * sample.memory.value / kMbPerGb, 1);
    if (sample.error.empty() && run.cold && !invocation->report)
        sample.error = kNoReport;
    sample.ok = sample.error.empty();
    return sample;
}

} // namespace tierscope::core
