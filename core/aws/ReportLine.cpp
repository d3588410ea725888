// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/ReportLine.h"

#include "core/base/JsonReader.h"

#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace tierscope::core {

namespace {

constexpr std::string_view kMark = "REPORT RequestId: ";
constexpr double kMostMs = 1e12;
constexpr double kMostMb = 1e6;
constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// "12.34 ms" where the unit is " ms".
std::optional<double> measured(std::string_view text, std::string_view unit, double most)
{
    if (!text.ends_with(unit))
        return std::nullopt;
    text.remove_suffix(unit.size());
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isGood = error == std::errc{} && end == text.data() + text.size() && value >= 0 && value <= most;
    return isGood ? std::optional(value) : std::nullopt;
}

/// The fields of a REPORT line are "Name: value", each ended by a tab.
class Fields {
public:
    explicit Fields(std::string_view line)
        : m_line(line)
    {}
    [[nodiscard]] std::string_view value(std::string_view name) const
    {
        std::string_view rest = m_line;
        while (!rest.empty()) {
            const std::size_t end = rest.find('\t');
            std::string_view field = rest.substr(0, end);
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
            while (field.starts_with(' '))
                field.remove_prefix(1);
            while (field.ends_with(' ') || field.ends_with('\r'))
                field.remove_suffix(1);
            if (field.size() > name.size() + 1 && field.starts_with(name) && field.substr(name.size()).starts_with(": "))
                return field.substr(name.size() + 2);
        }
        return {};
    }
    [[nodiscard]] std::optional<double> milliseconds(std::string_view name) const { return measured(value(name), " ms", kMostMs); }
    [[nodiscard]] std::optional<double> megabytes(std::string_view name) const { return measured(value(name), " MB", kMostMb); }

private:
    std::string_view m_line;
};

std::optional<InvocationReport> parsePlain(std::string_view line)
{
    const Fields fields(line);
    const auto duration = fields.milliseconds("Duration");
    const auto billed = fields.milliseconds("Billed Duration");
    const auto memory = fields.megabytes("Memory Size");
    if (!duration || !billed || !memory)
        return std::nullopt;
    InvocationReport report;
    report.requestId = fields.value("REPORT RequestId");
    report.durationMs = *duration;
    report.billedMs = *billed + fields.milliseconds("Billed Restore Duration").value_or(0);
    report.memoryMb = static_cast<int>(*memory);
    report.maxMemoryMb = fields.megabytes("Max Memory Used");
    report.initMs = fields.milliseconds("Init Duration");
    report.restoreMs = fields.milliseconds("Restore Duration");
    report.status = fields.value("Status");
    report.errorType = fields.value("Error Type");
    return report;
}

std::optional<double> numberOf(const nlohmann::json& json, const char* key, double most)
{
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number())
        return std::nullopt;
    const double value = found->get<double>();
    return value >= 0 && value <= most ? std::optional(value) : std::nullopt;
}

std::optional<InvocationReport> parseRecord(std::string_view line)
{
    const auto json = parseJson(line, "the log's line", ErrorCode::Corrupt);
    if (!json || !json->is_object() || textOf(*json, "type") != "platform.report")
        return std::nullopt;
    const auto record = json->find("record");
    if (record == json->end() || !record->is_object())
        return std::nullopt;
    const auto metrics = record->find("metrics");
    if (metrics == record->end() || !metrics->is_object())
        return std::nullopt;
    const auto duration = numberOf(*metrics, "durationMs", kMostMs);
    const auto billed = numberOf(*metrics, "billedDurationMs", kMostMs);
    const auto memory = numberOf(*metrics, "memorySizeMB", kMostMb);
    if (!duration || !billed || !memory)
        return std::nullopt;
    InvocationReport report;
    report.requestId = textOf(*record, "requestId");
    report.durationMs = *duration;
    report.billedMs = *billed + numberOf(*metrics, "billedRestoreDurationMs", kMostMs).value_or(0);
    report.memoryMb = static_cast<int>(*memory);
    report.maxMemoryMb = numberOf(*metrics, "maxMemoryUsedMB", kMostMb);
    report.initMs = numberOf(*metrics, "initDurationMs", kMostMs);
    report.restoreMs = numberOf(*metrics, "restoreDurationMs", kMostMs);
    report.status = textOf(*record, "status");
    if (report.status == "success")
        report.status.clear();
    report.errorType = textOf(*record, "errorType");
    return report;
}

} // namespace

std::optional<InvocationReport> findReport(std::string_view logTail)
{
    // From the end: what the function itself prints stands before, whatever it looks like.
    std::string_view rest = logTail;
    while (!rest.empty()) {
        const std::size_t before = rest.rfind('\n');
        const std::string_view line = before == std::string_view::npos ? rest : rest.substr(before + 1);
        rest = rest.substr(0, before == std::string_view::npos ? 0 : before);
        std::optional<InvocationReport> report;
        // What a function prints last without a line end stands in front of the mark.
        if (const std::size_t mark = line.rfind(kMark); mark != std::string_view::npos)
            report = parsePlain(line.substr(mark));
        else if (const std::size_t brace = line.find('{');
                 brace != std::string_view::npos && line.find("platform.report") != std::string_view::npos)
            report = parseRecord(line.substr(brace));
        if (report)
            return report;
    }
    return std::nullopt;
}

std::optional<std::string> decodeBase64(std::string_view text)
{
    std::array<int, 256> values{};
    values.fill(-1);
    for (std::size_t index = 0; index < kAlphabet.size(); ++index)
        values.at(static_cast<unsigned char>(kAlphabet[index])) = static_cast<int>(index);
    while (text.ends_with('='))
        text.remove_suffix(1);
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    unsigned bits = 0;
    int count = 0;
    for (const char character : text) {
        const int value = values.at(static_cast<unsigned char>(character));
        if (value < 0)
            return std::nullopt;
        bits = (bits << 6U) | static_cast<unsigned>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
        }
    }
    return count >= 6 ? std::nullopt : std::optional(std::move(bytes));
}

std::string encodeBase64(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        unsigned bits = 0;
        for (std::size_t offset = 0; offset < 3; ++offset)
            bits = (bits << 8U) | (offset < count ? static_cast<unsigned char>(bytes[at + offset]) : 0U);
        for (std::size_t digit = 0; digit < 4; ++digit)
            text += digit <= count ? kAlphabet[(bits >> (18U - 6U * static_cast<unsigned>(digit))) & 63U] : '=';
    }
    return text;
}

} // namespace tierscope::core
