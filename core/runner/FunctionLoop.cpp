// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/FunctionLoop.h"

#include "core/base/JsonReader.h"
#include "core/runner/Runner.h"
#include "core/scheduler/StopSignals.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <sys/prctl.h>

namespace tierscope::core {

namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

constexpr std::string_view kMultiprocess = "multiprocess";
constexpr int kReferenceTasks = 10;
constexpr std::uint64_t kReferenceIterations = 10'000'000;

/// Ending the tasks and sending the report, at the smallest tier's fourteenth of a CPU.
constexpr milliseconds kReserve{500};
constexpr microseconds kReserveForTask{50};

milliseconds wallClock()
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch());
}

Result<RunRequest> decodeReference(const nlohmann::json& event)
{
    JsonReader reader(event, "the event", ErrorCode::InvalidArgument);
    reader.allowOnly(std::array{kMultiprocess});
    const bool isParallel = reader.flag(kMultiprocess);
    RunRequest request;
    request.workload = KernelWorkload{"busy-loop", {{"iterations", kReferenceIterations}}};
    request.tasks = kReferenceTasks;
    request.mode = isParallel ? ScheduleMode::Parallel : ScheduleMode::Sequential;
    return reader.status().map([&] { return std::move(request); });
}

int reportTrouble(const Error& error)
{
    std::fprintf(stderr, "bootstrap: %s\n", error.sentence().c_str());
    return 1;
}

bool isReadable(int fd)
{
    pollfd entry{fd, POLLIN, 0};
    return ::poll(&entry, 1, 0) > 0;
}

/// The report's text, or why there is none.
Result<std::string> answer(const Invocation& invocation, const RunnerContext& context)
{
    const auto request = decodeEvent(invocation.event).and_then([&](RunRequest&& decoded) {
        return withinDeadline(std::move(decoded), wallClock(), invocation.deadline);
    });
    if (!request)
        return fail(request.error());
    const auto report = executeRun(*request, context, {});
    if (!report)
        return fail(report.error());
    std::string text;
    writeRunReport(
        *report, [&](std::string_view piece) { text += piece; }, kMaximumFunctionAnswer);
    return text;
}

Result<void> handle(RuntimeApi& api, const Invocation& invocation, const RunnerContext& context)
{
    const auto text = answer(invocation, context);
    auto sent = text ? api.sendResponse(invocation.requestId, *text) : api.sendError(invocation.requestId, functionError(text.error()));
    // Lambda did not take the report, and may still take the reason.
    if (!sent && text && sent.error().code == ErrorCode::InvalidArgument)
        sent = api.sendError(invocation.requestId, {"AnswerRefused", sent.error().sentence()});
    // An invocation that Lambda has given up meanwhile takes no answer at all; the next one may well.
    if (!sent && sent.error().code == ErrorCode::InvalidArgument)
        return {};
    return sent;
}

} // namespace

Result<RunRequest> decodeEvent(std::string_view event)
{
    // Without the text's keys this would be parsed twice for every run.
    if (event.find(kMultiprocess) != std::string_view::npos) {
        const auto json = parseJson(event, "the event", ErrorCode::InvalidArgument);
        if (json && json->is_object() && json->contains(kMultiprocess))
            return decodeReference(*json);
    }
    return decodeRunRequest(event);
}

Result<RunRequest> withinDeadline(RunRequest request, milliseconds now, milliseconds deadline)
{
    if (deadline == milliseconds(0))
        return request;
    const milliseconds left = deadline - now;
    const milliseconds reserve = kReserve + std::chrono::ceil<milliseconds>(kReserveForTask * request.tasks);
    const milliseconds available = left - std::min(reserve, left / 2);
    if (available <= milliseconds(0))
        return fail(ErrorCode::TimedOut, "the function's time was over before the run could begin", "Give the function a longer timeout");
    const milliseconds limit = std::min(available, kMaximumTimeout);
    request.runTimeout = request.runTimeout == milliseconds(0) ? limit : std::min(request.runTimeout, limit);
    return request;
}

FunctionError functionError(const Error& error)
{
    if (error.code == ErrorCode::InvalidArgument)
        return {"BadRequest", error.sentence()};
    std::string type;
    bool isStart = true;
    for (const char c : std::string_view(errorCodeName(error.code))) {
        if (c != '_')
            type += isStart && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        isStart = c == '_';
    }
    return {std::move(type), error.sentence()};
}

int functionMain(std::string_view address, int memoryMb)
{
    const auto endpoint = parseHttpEndpoint(address);
    if (!endpoint)
        return reportTrouble(endpoint.error());
    RuntimeApi api(*endpoint);
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    const auto signals = StopSignals::install();
    if (!signals) {
        static_cast<void>(api.sendInitError(functionError(signals.error())));
        return reportTrouble(signals.error());
    }
    RunnerContext context;
    context.stopFd = signals->fd();
    context.memoryMb = memoryMb;
    while (!isReadable(context.stopFd)) {
        const auto invocation = api.next(context.stopFd);
        if (!invocation)
            return invocation.error().code == ErrorCode::Cancelled ? 0 : reportTrouble(invocation.error());
        if (const auto handled = handle(api, *invocation, context); !handled)
            return reportTrouble(handled.error());
    }
    return 0;
}

} // namespace tierscope::core
