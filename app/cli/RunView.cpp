// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "RunView.h"

#include "core/analysis/Decomposition.h"
#include "core/analysis/Summary.h"
#include "core/exchange/ExperimentMarkdown.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

namespace tierscope::cli {

using core::ExperimentRecord;
using core::Sample;

namespace {

constexpr int kWidthWithoutTerminal = 80;
constexpr int kMostColumns = 10'000;

std::string_view variable(const char* name)
{
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

int outputWidth()
{
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    const std::string_view text = variable("COLUMNS");
    int columns = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
    const bool isNumber = error == std::errc{} && end == text.data() + text.size();
    return isNumber && columns > 0 && columns <= kMostColumns ? columns : kWidthWithoutTerminal;
}

/// POSIX: the first of the three that is set decides.
bool isUtf8Locale()
{
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        std::string locale(variable(name));
        if (locale.empty())
            continue;
        std::transform(locale.begin(), locale.end(), locale.begin(),
                       [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 'a' - 'A') : letter; });
        return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
    }
    return false;
}

std::string lossCell(const std::optional<core::Decomposition>& parts)
{
    constexpr double kPercent = 100;
    if (!parts)
        return "-";
    const core::WallPart loss = parts->largestLoss();
    return fmt::format("{:.0f} % {}", parts->of(loss) / parts->wallSeconds * kPercent, core::wallPartText(loss));
}

std::string tasksText(const Sample& sample)
{
    const auto failed =
        std::count_if(sample.tasks.begin(), sample.tasks.end(), [](const core::TaskRecord& task) { return !task.isDone(); });
    const std::string tasks = fmt::format("{} {}", sample.taskCount, sample.taskCount == 1 ? "task" : "tasks");
    return failed > 0 ? fmt::format("{}, {} of them failed,", tasks, failed) : tasks;
}

} // namespace

core::TextCanvas outputCanvas()
{
    core::TextCanvas canvas;
    canvas.width = outputWidth();
    canvas.isUtf8 = isUtf8Locale();
    const std::string_view terminal = variable("TERM");
    canvas.hasColour = ::isatty(STDOUT_FILENO) != 0 && !terminal.empty() && terminal != "dumb" && variable("NO_COLOR").empty();
    return canvas;
}

std::string runsText(const ExperimentRecord& record)
{
    if (record.samples.empty())
        return "No runs are measured yet\n";
    const auto parts = core::decompositions(record.samples);
    core::TextTable table;
    table.columns = {{"Run", true}, {"Time", true}, {"Tasks", true}, {"Largest loss", true}, {"What", false}};
    for (std::size_t index = 0; index < record.samples.size(); ++index) {
        const Sample& sample = record.samples[index];
        table.rows.push_back({std::to_string(index + 1), core::formatSeconds(sample.wallSeconds), std::to_string(sample.taskCount),
                              lossCell(parts[index]), core::runTitle(sample) + (sample.ok ? "" : ", failed: " + sample.error)});
    }
    return core::alignedTable(table);
}

core::Result<void> checkRunNumber(const ExperimentRecord& record, int number)
{
    const int runs = static_cast<int>(record.samples.size());
    if (number >= 1 && number <= runs)
        return {};
    const std::string there = runs == 0 ? "It has none yet" : fmt::format("Give 1 to {}, as show --runs lists them", runs);
    return core::fail(core::ErrorCode::InvalidArgument, fmt::format("the experiment has no run {}", number), there);
}

std::string runText(const ExperimentRecord& record, int number, bool hasTimeline, const core::TextCanvas& canvas)
{
    const std::size_t index = static_cast<std::size_t>(number) - 1;
    const Sample& sample = record.samples[index];
    std::string text =
        fmt::format("Run {}: {}: {} in {}\n", number, core::runTitle(sample), tasksText(sample), core::formatSeconds(sample.wallSeconds));
    if (!sample.ok)
        text += fmt::format("Failed: {}\n", sample.error);
    if (!sample.dilation.isPlain())
        text += fmt::format("Times are the tier's own: measured / {:.3g}\n", sample.dilation.factor);
    if (hasTimeline)
        text += '\n' + core::textTimeline(sample, canvas);
    const auto parts = core::decompositions(record.samples)[index];
    if (!parts)
        return text + (hasTimeline ? "" : "Nothing is known of this run's tasks\n");
    return text + '\n' + core::textWallParts(parts, canvas);
}

} // namespace tierscope::cli
