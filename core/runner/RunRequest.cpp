// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/RunRequest.h"

#include "core/base/JsonReader.h"
#include "core/base/JsonText.h"
#include "core/base/Text.h"

#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

namespace tierscope::core {

namespace {

constexpr std::string_view kWhat = "the run request";
constexpr std::array<std::string_view, 8> kKnown = {"version", "workload",        "tasks",          "mode",
                                                    "cap",     "task_timeout_ms", "run_timeout_ms", "events"};

} // namespace

std::string encodeRunRequest(const RunRequest& request)
{
    const nlohmann::json json = {{"version", kWireVersion},
                                 {"workload", encodeWorkload(request.workload)},
                                 {"tasks", request.tasks},
                                 {"mode", scheduleModeName(request.mode)},
                                 {"cap", request.cap},
                                 {"task_timeout_ms", request.taskTimeout.count()},
                                 {"run_timeout_ms", request.runTimeout.count()},
                                 {"events", request.events}};
    return jsonText(json);
}

Result<RunRequest> decodeRunRequest(std::string_view text)
{
    const Result<nlohmann::json> json = parseJson(text, kWhat, ErrorCode::InvalidArgument);
    if (!json)
        return fail(json.error());

    JsonReader reader(*json, kWhat, ErrorCode::InvalidArgument);
    if (const std::int64_t version = reader.integer("version", 0, std::numeric_limits<std::int32_t>::max(), kWireVersion);
        version != kWireVersion)
        reader.reject(fmt::format("{} has version {}", kWhat, version), fmt::format("This runner reads version {}", kWireVersion));
    reader.allowOnly(kKnown);

    RunRequest request;
    if (const nlohmann::json* member = reader.object("workload"); member && reader.isGood()) {
        Result<Workload> workload = decodeWorkload(*member);
        if (workload)
            request.workload = std::move(*workload);
        else
            reader.reject(workload.error());
    }
    request.tasks = static_cast<int>(reader.integer("tasks", 1, kMaximumTasks));
    const Result<ScheduleMode> mode = parseScheduleMode(reader.text("mode", scheduleModeName(ScheduleMode::Parallel)));
    if (mode)
        request.mode = *mode;
    else
        reader.reject(mode.error());
    request.cap = static_cast<int>(reader.integer("cap", 0, kMaximumCap, 0));
    request.taskTimeout = std::chrono::milliseconds(reader.integer("task_timeout_ms", 0, kMaximumTimeout.count(), 0));
    request.runTimeout = std::chrono::milliseconds(reader.integer("run_timeout_ms", 0, kMaximumTimeout.count(), 0));
    request.events = reader.flag("events", false);

    if (const Result<void> status = reader.status(); !status)
        return fail(status.error());
    return request;
}

Result<ScheduleMode> parseScheduleMode(std::string_view name)
{
    for (const ScheduleMode mode : {ScheduleMode::Sequential, ScheduleMode::Parallel, ScheduleMode::Pool}) {
        if (name == scheduleModeName(mode))
            return mode;
    }
    return fail(ErrorCode::InvalidArgument, fmt::format("there is no mode {}", inQuotes(name)), "Modes are sequential, parallel and pool");
}

} // namespace tierscope::core
