// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/ObservationsCsv.h"

#include "core/base/Text.h"
#include "core/base/Version.h"
#include "core/runner/RunRequest.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <span>

namespace tierscope::core {

namespace {

constexpr std::array<std::string_view, 6> kColumns{"memory_mb", "vcpus", "mode", "cap", "tasks", "seconds"};
enum Column : std::uint8_t { MemoryColumn, VcpusColumn, ModeColumn, CapColumn, TasksColumn, SecondsColumn };

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r";
    const auto first = text.find_first_not_of(kBlank);
    return first == std::string_view::npos ? std::string_view{} : text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// Cuts the text before the separator off and returns it.
std::string_view cut(std::string_view& rest, char separator)
{
    const auto end = rest.find(separator);
    const std::string_view head = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return head;
}

std::vector<std::string_view> split(std::string_view line)
{
    std::vector<std::string_view> cells;
    const auto count = std::count(line.begin(), line.end(), ',') + 1;
    for (std::ptrdiff_t cell = 0; cell < count; ++cell)
        cells.push_back(trimmed(cut(line, ',')));
    return cells;
}

/// One data line, its cells found by the header's names.
struct Row {
    int number = 0;
    std::array<std::string_view, kColumns.size()> cells;

    [[nodiscard]] tl::unexpected<Error> reject(Column column, std::string_view wanted) const
    {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("line {} of the table, column {}: {} is not {}", number, kColumns[column], inQuotes(cells[column]), wanted),
                    "Correct the line, or leave it out");
    }

    [[nodiscard]] Result<int> integer(Column column, int least, int most) const
    {
        const std::string_view text = cells[column];
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most)
            return reject(column, fmt::format("a whole number from {} to {}", least, most));
        return value;
    }

    [[nodiscard]] Result<double> seconds() const
    {
        const std::string_view text = cells[SecondsColumn];
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value) || value <= 0)
            return reject(SecondsColumn, "a number of seconds above 0");
        return value;
    }
};

enum class TableKind : std::uint8_t { Observations, Conditions };

/// The columns that a table of this kind must have.
std::span<const std::string_view> neededColumns(TableKind kind)
{
    return std::span(kColumns).first(kind == TableKind::Observations ? kColumns.size() : std::size_t{SecondsColumn});
}

std::string headerAdvice(TableKind kind)
{
    return fmt::format("Begin with the line {}", fmt::join(neededColumns(kind), ","));
}

constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();
/// Where each of our columns is in the header; kNowhere for seconds where they are not needed.
using Positions = std::array<std::size_t, kColumns.size()>;

Result<Positions> readHeader(int number, const std::vector<std::string_view>& cells, TableKind kind)
{
    const auto wrong = [number, kind](std::string message) {
        return fail(ErrorCode::InvalidArgument, fmt::format("line {} of the table: {}", number, message), headerAdvice(kind));
    };
    for (const std::string_view cell : cells) {
        if (std::find(kColumns.begin(), kColumns.end(), cell) == kColumns.end())
            return wrong(fmt::format("{} is not a column of such a table", inQuotes(cell)));
        if (std::count(cells.begin(), cells.end(), cell) > 1)
            return wrong(fmt::format("the column {} is there twice", cell));
    }
    Positions positions{};
    positions.fill(kNowhere);
    for (std::size_t column = 0; column < kColumns.size(); ++column) {
        const auto found = std::find(cells.begin(), cells.end(), kColumns[column]);
        if (found != cells.end())
            positions[column] = static_cast<std::size_t>(found - cells.begin());
        else if (column < neededColumns(kind).size())
            return wrong(fmt::format("the column {} is missing", kColumns[column]));
    }
    return positions;
}

Result<void> readTier(const Row& row, RunCondition& observation)
{
    // An empty tier is one without a limit, whose CPUs nothing else tells.
    if (!row.cells[MemoryColumn].empty()) {
        const auto memory = row.integer(MemoryColumn, kSmallestTier.value, kLargestTier.value);
        if (!memory)
            return fail(memory.error());
        observation.memory = MemoryMb{*memory};
        if (row.cells[VcpusColumn].empty()) {
            observation.vcpus = visibleVcpus(observation.memory);
            return {};
        }
    }
    const auto vcpus = row.integer(VcpusColumn, 1, kMaximumCap);
    if (!vcpus)
        return fail(vcpus.error());
    observation.vcpus = *vcpus;
    return {};
}

Result<RunCondition> readCondition(const Row& row)
{
    RunCondition condition;
    if (const auto tier = readTier(row, condition); !tier)
        return fail(tier.error());
    const auto mode = parseScheduleMode(row.cells[ModeColumn]);
    if (!mode)
        return row.reject(ModeColumn, "sequential, parallel or pool");
    const auto cap = row.integer(CapColumn, 1, kMaximumCap);
    if (!cap)
        return fail(cap.error());
    const auto tasks = row.integer(TasksColumn, 1, kMaximumTasks);
    if (!tasks)
        return fail(tasks.error());
    condition.mode = *mode;
    condition.cap = *cap;
    condition.tasks = *tasks;
    return condition;
}

Result<Observation> readObservation(const Row& row)
{
    const auto condition = readCondition(row);
    if (!condition)
        return fail(condition.error());
    const auto seconds = row.seconds();
    if (!seconds)
        return fail(seconds.error());
    return Observation{condition->memory, condition->vcpus, condition->mode, condition->cap, condition->tasks, *seconds};
}

/// Hands each data line to `take`, which may fail.
Result<void> readTable(std::string_view text, TableKind kind, const std::function<Result<void>(const Row&)>& take)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark)
        text.remove_prefix(kByteOrderMark.size());
    std::optional<Positions> positions;
    std::size_t columns = 0;
    for (int number = 1; !text.empty(); ++number) {
        const std::string_view line = trimmed(cut(text, '\n'));
        if (line.empty() || line.front() == '#')
            continue;
        const auto cells = split(line);
        if (!positions) {
            auto header = readHeader(number, cells, kind);
            if (!header)
                return fail(std::move(header.error()));
            positions = *header;
            columns = cells.size();
            continue;
        }
        if (cells.size() != columns)
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("line {} of the table has {} columns where {} are needed", number, cells.size(), columns),
                        "Correct the line, or leave it out");
        Row row{number, {}};
        for (std::size_t column = 0; column < kColumns.size(); ++column) {
            if ((*positions)[column] != kNowhere)
                row.cells[column] = cells[(*positions)[column]];
        }
        if (auto taken = take(row); !taken)
            return taken;
    }
    if (!positions)
        return fail(ErrorCode::InvalidArgument, "the table is empty", headerAdvice(kind));
    return {};
}

/// "# Limiter cgroup v1; time dilation 2 at 6144 MB, 3 at 10240 MB": what the table's columns have no place for.
std::string limiterComment(const std::vector<Sample>& samples)
{
    std::map<MemoryMb, double> dilations;
    std::vector<std::string> limiters;
    for (const Sample& sample : samples) {
        if (!sample.isCounted())
            continue;
        if (!sample.dilation.isPlain())
            dilations[sample.memory] = sample.dilation.factor;
        if (!sample.limiter.empty() && std::find(limiters.begin(), limiters.end(), sample.limiter) == limiters.end())
            limiters.push_back(sample.limiter);
    }
    if (limiters.empty())
        return {};
    std::string text = fmt::format("# Limiter {}", fmt::join(limiters, ", "));
    const char* separator = "; time dilation ";
    for (const auto& [memory, factor] : dilations) {
        text += fmt::format("{}{:.4g} at {}", separator, factor, tierName(memory));
        separator = ", ";
    }
    return text + '\n';
}

std::string headComments(const ExperimentRecord& record)
{
    std::string text = fmt::format("# {}: {}\n", oneLine(record.entry.name), oneLine(workloadTitle(record.spec.workload)));
    if (!record.source.empty())
        text += fmt::format("# Source: {}\n", oneLine(record.source));
    if (!record.host.cpuModel.empty() || record.host.usableCpus > 0)
        text +=
            fmt::format("# Measured on {} ({}), {} usable CPUs\n", oneLine(record.host.cpuModel), record.host.arch, record.host.usableCpus);
    text += limiterComment(record.samples);
    return text + fmt::format("# Tierscope {}. Seconds in the tier's time, one row a run.\n", kVersion);
}

} // namespace

std::string observationsToCsv(const ExperimentRecord& record)
{
    std::string text = headComments(record);
    text += fmt::format("{}\n", fmt::join(kColumns, ","));
    for (const Sample& sample : record.samples) {
        if (!sample.isCounted())
            continue;
        const std::string memory = sample.memory == kUnlimitedTier ? std::string{} : std::to_string(sample.memory.value);
        fmt::format_to(std::back_inserter(text), "{},{},{},{},{},{:.9g}\n", memory, sample.vcpus, scheduleModeName(sample.mode), sample.cap,
                       sample.taskCount, sample.wallSeconds);
    }
    return text;
}

Result<std::vector<Observation>> parseObservations(std::string_view text)
{
    std::vector<Observation> observations;
    const auto read = readTable(text, TableKind::Observations, [&](const Row& row) {
        return readObservation(row).map([&](const Observation& observation) { observations.push_back(observation); });
    });
    if (!read)
        return fail(read.error());
    return observations;
}

Result<std::vector<RunCondition>> parseConditions(std::string_view text)
{
    std::vector<RunCondition> conditions;
    const auto read = readTable(text, TableKind::Conditions, [&](const Row& row) {
        return readCondition(row).map([&](const RunCondition& condition) { conditions.push_back(condition); });
    });
    if (!read)
        return fail(read.error());
    return conditions;
}

} // namespace tierscope::core
