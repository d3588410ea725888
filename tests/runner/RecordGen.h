// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/runner/RunReport.h"
#include "core/runner/RunRequest.h"
#include "tests/workload/WorkloadGen.h"

#include <cstdint>
#include <limits>
#include <rapidcheck.h>
#include <vector>

namespace tierscope::core::testing {

inline rc::Gen<std::int64_t> count64()
{
    return rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, 1000),
                          rc::gen::inRange<std::int64_t>(0, std::numeric_limits<std::int64_t>::max()),
                          rc::gen::just(std::numeric_limits<std::int64_t>::max()));
}

inline rc::Gen<ScheduleMode> scheduleMode()
{
    return rc::gen::element(ScheduleMode::Sequential, ScheduleMode::Parallel, ScheduleMode::Pool);
}

inline rc::Gen<TaskRecord> taskRecord()
{
    return rc::gen::exec([] {
        TaskRecord task;
        task.index = *rc::gen::inRange(0, kMaximumTasks);
        task.slot = *rc::gen::inRange(-1, kMaximumCap);
        task.queued = Nanoseconds(*count64());
        task.started = Nanoseconds(*count64());
        task.ready = Nanoseconds(*count64());
        task.ended = Nanoseconds(*count64());
        task.userUs = *count64();
        task.systemUs = *count64();
        task.maxRssKb = *count64();
        task.voluntarySwitches = *count64();
        task.involuntarySwitches = *count64();
        task.minorFaults = *count64();
        task.majorFaults = *count64();
        task.exitCode = *rc::gen::inRange(-1, 256);
        task.signal = *rc::gen::inRange(0, 65);
        task.outcome = *rc::gen::element(TaskOutcome::Done, TaskOutcome::Failed, TaskOutcome::TimedOut, TaskOutcome::Cancelled);
        task.error = *utf8Text();
        return task;
    });
}

inline rc::Gen<RunReport> runReport()
{
    return rc::gen::exec([] {
        RunReport report;
        report.mode = *scheduleMode();
        report.cap = *rc::gen::inRange(1, kMaximumCap + 1);
        report.outcome = *rc::gen::element(ScheduleOutcome::Completed, ScheduleOutcome::Cancelled, ScheduleOutcome::TimedOut);
        report.started = Nanoseconds(*count64());
        report.wall = Nanoseconds(*count64());
        report.wakeups = *count64();
        report.tasks = *rc::gen::container<std::vector<TaskRecord>>(taskRecord());
        report.host =
            Host{*rc::gen::inRange(0, 1024), *rc::gen::inRange(0, 1024), *utf8Text(), *utf8Text(), *rc::gen::inRange(0, 1'000'000)};
        report.runner = RunnerIdentity{*utf8Text(), *utf8Text(), *utf8Text()};
        return report;
    });
}

inline rc::Gen<RunRequest> runRequest()
{
    return rc::gen::exec([] {
        RunRequest request;
        request.workload = *validWorkload();
        request.tasks = *rc::gen::inRange(1, kMaximumTasks + 1);
        request.mode = *scheduleMode();
        request.cap = *rc::gen::inRange(0, kMaximumCap + 1);
        request.taskTimeout = std::chrono::milliseconds(*rc::gen::inRange<std::int64_t>(0, kMaximumTimeout.count() + 1));
        request.runTimeout = std::chrono::milliseconds(*rc::gen::inRange<std::int64_t>(0, kMaximumTimeout.count() + 1));
        request.events = *rc::gen::arbitrary<bool>();
        return request;
    });
}

} // namespace tierscope::core::testing

namespace rc {

template <>
struct Arbitrary<tierscope::core::TaskRecord> {
    static Gen<tierscope::core::TaskRecord> arbitrary() { return tierscope::core::testing::taskRecord(); }
};

template <>
struct Arbitrary<tierscope::core::RunReport> {
    static Gen<tierscope::core::RunReport> arbitrary() { return tierscope::core::testing::runReport(); }
};

template <>
struct Arbitrary<tierscope::core::RunRequest> {
    static Gen<tierscope::core::RunRequest> arbitrary() { return tierscope::core::testing::runRequest(); }
};

} // namespace rc
