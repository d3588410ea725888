// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/RunReport.h"
#include "tests/fuzz/Require.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

using namespace tierscope;

namespace {

/// Writes a line in the way that a runner does; empty for the kinds that have no record to write.
struct LineWriter {
    std::string operator()(const core::RunnerTaskStarted& started) const
    {
        core::TaskRecord task;
        task.index = started.index;
        task.slot = started.slot;
        task.started = started.started;
        std::string line;
        core::appendTaskStartedLine(line, task);
        return line;
    }
    std::string operator()(const core::RunnerTaskEnded& ended) const
    {
        std::string line;
        core::appendTaskEndedLine(line, ended.task);
        return line;
    }
    std::string operator()(const core::RunReport& report) const
    {
        std::string line;
        core::writeReportLine(report, [&](std::string_view piece) { line += piece; });
        return line;
    }
    std::string operator()(const core::RunnerFailed& /*failed*/) const { return {}; }
};

} // namespace

/// A line is Corrupt, or read; and what is read is written as the same line whenever it is read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const core::Result<core::RunnerLine> line = core::decodeRunnerLine(std::string(data, data + size));
    if (!line) {
        fuzz::require(line.error().code == core::ErrorCode::Corrupt && !line.error().message.empty());
        return 0;
    }
    const std::string written = std::visit(LineWriter{}, *line);
    if (written.empty())
        return 0;
    const core::Result<core::RunnerLine> again = core::decodeRunnerLine(written);
    fuzz::require(again && again->index() == line->index());
    fuzz::require(std::visit(LineWriter{}, *again) == written);
    return 0;
}
