// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/ExperimentMarkdown.h"

#include "core/analysis/Findings.h"
#include "core/base/Text.h"
#include "core/base/Version.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <fmt/format.h>

namespace tierscope::core {

namespace {

/// Characters, not bytes; the symbols used here are one column wide each.
std::size_t width(const std::string& text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

std::string padded(const std::string& text, std::size_t columns, bool atRight)
{
    const std::string space(columns - std::min(columns, width(text)), ' ');
    return atRight ? space + text : text + space;
}

std::vector<std::size_t> columnWidths(const TextTable& table)
{
    std::vector<std::size_t> widths;
    for (const TextTable::Column& column : table.columns)
        widths.push_back(width(column.header));
    for (const auto& row : table.rows) {
        for (std::size_t column = 0; column < widths.size(); ++column)
            widths[column] = std::max(widths[column], width(row[column]));
    }
    return widths;
}

std::vector<std::string> cells(const SummaryRow& row)
{
    constexpr double kPercent = 100;
    return {
        tierName(row.memory),
        fmt::format("{} / {:.2f}", row.vcpus, row.share.value),
        scheduleModeName(row.mode),
        std::to_string(row.cap),
        row.failed > 0 ? fmt::format("{} ({} failed)", row.n, row.failed) : std::to_string(row.n),
        formatSeconds(row.medianSeconds),
        row.n > 1 ? formatSeconds(row.madSeconds) : "-",
        row.speedup ? fmt::format("{:.2f}x", *row.speedup) : "-",
        row.efficiency ? fmt::format("{:.0f} %", *row.efficiency * kPercent) : "-",
        row.dilation.isPlain() ? "-" : fmt::format("{:.3g}x", row.dilation.factor),
        row.limiter.empty() ? "-" : row.limiter,
    };
}

/// Text that Markdown takes as text.
std::string escaped(const std::string& text)
{
    std::string result;
    for (const char character : oneLine(text)) {
        if (std::string_view("\\`*_{}[]<>#|").find(character) != std::string_view::npos)
            result += '\\';
        result += character;
    }
    return result;
}

std::string markdownRow(const std::vector<std::string>& row, const std::vector<std::size_t>& widths, const TextTable& table)
{
    std::string line = "|";
    for (std::size_t column = 0; column < row.size(); ++column)
        line += ' ' + padded(row[column], widths[column], table.columns[column].isNumeric) + " |";
    return line + '\n';
}

std::string markdownTable(const TextTable& table)
{
    constexpr std::size_t kShortestRule = 3;
    std::vector<std::size_t> widths = columnWidths(table);
    std::vector<std::string> headers;
    std::vector<std::string> rules;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        widths[column] = std::max(widths[column], kShortestRule);
        headers.push_back(table.columns[column].header);
        rules.push_back(table.columns[column].isNumeric ? std::string(widths[column] - 1, '-') + ':' : std::string(widths[column], '-'));
    }
    std::string text = markdownRow(headers, widths, table) + markdownRow(rules, widths, table);
    for (const auto& row : table.rows)
        text += markdownRow(row, widths, table);
    return text;
}

std::string conditions(const ExperimentRecord& record)
{
    std::string text = fmt::format("- Workload: {}, {} tasks a run\n", escaped(workloadTitle(record.spec.workload)), record.spec.tasks);
    if (!record.source.empty())
        text += fmt::format("- Source: {}\n", escaped(record.source));
    if (record.spec.backend == BackendKind::Lambda && !record.spec.lambda.function.empty())
        text += fmt::format("- AWS Lambda function: {}\n", escaped(record.spec.lambda.function));
    else if (record.host.usableCpus > 0)
        text += fmt::format("- Computer: {}, {}, {} usable CPUs, {} MB\n",
                            record.host.cpuModel.empty() ? "CPU model unknown" : escaped(record.host.cpuModel), escaped(record.host.arch),
                            record.host.usableCpus, record.host.memoryMb);
    text += "- vCPUs: visible / credit. Spread: median absolute deviation. Times are the tier's own: measured time / dilation.\n";
    text += fmt::format("- Prices: {}\n", escaped(priceNote(defaultCostBasis().tariff)));
    return text + fmt::format("- Made by Tierscope {}\n", kVersion);
}

} // namespace

TextTable summaryTable(const std::vector<SummaryRow>& summary)
{
    TextTable table;
    table.columns = {{"Memory", true}, {"vCPUs", true},    {"Mode", false},      {"Cap", true},      {"n", true},       {"Median", true},
                     {"Spread", true}, {"Speed-up", true}, {"Efficiency", true}, {"Dilation", true}, {"Limiter", false}};
    for (const SummaryRow& row : summary)
        table.rows.push_back(cells(row));
    return table;
}

std::string alignedTable(const TextTable& table)
{
    const std::vector<std::size_t> widths = columnWidths(table);
    std::string text;
    const auto addLine = [&](const auto& cellAt) {
        std::string line;
        for (std::size_t column = 0; column < widths.size(); ++column)
            line += padded(cellAt(column), widths[column], table.columns[column].isNumeric) + "  ";
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    };
    addLine([&](std::size_t column) { return table.columns[column].header; });
    for (const auto& row : table.rows)
        addLine([&](std::size_t column) { return row[column]; });
    return text;
}

std::string experimentToMarkdown(const ExperimentRecord& record)
{
    const std::vector<SummaryRow> summary = summarise(record.samples);
    std::string text = fmt::format("# {}\n\n{}", escaped(record.entry.name), markdownTable(summaryTable(summary)));
    if (const auto found = findings(record.samples); !found.empty()) {
        text += "\n## Findings\n\n";
        for (const Finding& finding : found)
            text += fmt::format("- {}\n", escaped(findingText(finding)));
    }
    return text + "\n## Conditions\n\n" + conditions(record);
}

} // namespace tierscope::core
