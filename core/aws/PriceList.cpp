// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/PriceList.h"

#include "PriceCsv.h"
#include "core/base/Text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace tierscope::core {

namespace {

constexpr std::array<std::string_view, 6> kColumns{"region", "from_gb_s", "x86_gb_s", "arm64_gb_s", "requests_per_million", "storage_gb_s"};
enum Column : std::uint8_t { RegionColumn, FromColumn, X86Column, Arm64Column, RequestsColumn, StorageColumn };

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

std::optional<double> parseNumber(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value) || value < 0)
        return std::nullopt;
    return value;
}

std::size_t indexOf(Architecture architecture)
{
    return static_cast<std::size_t>(architecture);
}

RegionPrices& regionOf(PriceList& list, std::string_view name)
{
    const auto place = std::lower_bound(list.regions.begin(), list.regions.end(), name,
                                        [](const RegionPrices& prices, std::string_view wanted) { return prices.region < wanted; });
    if (place != list.regions.end() && place->region == name)
        return *place;
    RegionPrices prices;
    prices.region = name;
    return *list.regions.insert(place, std::move(prices));
}

/// Reads a list line by line and keeps the first error.
class PriceReader {
public:
    [[nodiscard]] Result<PriceList> read(std::string_view csv)
    {
        while (!csv.empty() && m_status) {
            ++m_line;
            const std::string_view line = trimmed(cut(csv, '\n'));
            if (!line.empty() && line.front() == '#')
                readComment(trimmed(line.substr(1)));
            else if (!line.empty())
                readCells(line);
        }
        if (m_status && !m_hasHeader)
            reject("the header is missing");
        for (const RegionPrices& prices : m_list.regions)
            checkSteps(prices);
        if (!m_status)
            return fail(m_status.error());
        return std::move(m_list);
    }

private:
    void reject(const std::string& problem)
    {
        if (m_status)
            m_status = fail(ErrorCode::InvalidArgument, fmt::format("line {} of the prices: {}", m_line, problem),
                            fmt::format("Give lines of {}", fmt::join(kColumns, ",")));
    }

    void readComment(std::string_view text)
    {
        std::string_view value = text;
        const std::string_view key = cut(value, ':');
        value = trimmed(value);
        const auto readCount = [&](double& field) {
            if (const auto number = parseNumber(value))
                field = *number;
            else
                reject(fmt::format("{} is not a number", inQuotes(value)));
        };
        if (key == "As of")
            m_list.asOf = value;
        else if (key == "Source")
            m_list.source = value;
        else if (key == "Init billed since")
            m_list.initBilledSince = value;
        else if (key == "Free tier requests")
            readCount(m_list.freeRequests);
        else if (key == "Free tier GB-seconds")
            readCount(m_list.freeGbSeconds);
    }

    void readCells(std::string_view line)
    {
        std::array<std::string_view, kColumns.size()> cells;
        if (std::count(line.begin(), line.end(), ',') + 1 != static_cast<std::ptrdiff_t>(kColumns.size()))
            return reject(fmt::format("it has not {} columns", kColumns.size()));
        for (std::string_view& cell : cells)
            cell = trimmed(cut(line, ','));
        if (m_hasHeader)
            return readPrices(cells);
        m_hasHeader = cells == kColumns;
        if (!m_hasHeader)
            reject("the header is missing");
    }

    std::optional<double> price(const std::array<std::string_view, kColumns.size()>& cells, Column column)
    {
        if (cells[column].empty())
            return std::nullopt;
        const auto value = parseNumber(cells[column]);
        if (!value)
            reject(fmt::format("column {}: {} is not a number that is 0 or more", kColumns[column], inQuotes(cells[column])));
        return value;
    }

    void readPrices(const std::array<std::string_view, kColumns.size()>& cells)
    {
        const std::string_view region = cells[RegionColumn];
        if (region.empty() || region.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string_view::npos)
            return reject(fmt::format("{} is not the name of a region", inQuotes(region)));
        RegionPrices& prices = regionOf(m_list, region);
        const double from = price(cells, FromColumn).value_or(0);
        for (const auto& [architecture, column] : {std::pair{Architecture::X86, X86Column}, std::pair{Architecture::Arm64, Arm64Column}}) {
            if (const auto usd = price(cells, column))
                prices.compute[indexOf(architecture)].push_back(VolumeStep{from, *usd});
        }
        readOnce(prices.usdPerMillionRequests, price(cells, RequestsColumn));
        readOnce(prices.usdPerStorageGbSecond, price(cells, StorageColumn));
    }

    void readOnce(std::optional<double>& field, std::optional<double> value)
    {
        if (value && field)
            reject("the region has this price twice");
        else if (value)
            field = value;
    }

    void checkSteps(const RegionPrices& prices)
    {
        for (const auto& steps : prices.compute) {
            const bool startsAtZero = steps.empty() || steps.front().fromGbSeconds == 0;
            const bool ascends = std::adjacent_find(steps.begin(), steps.end(),
                                                    [](const VolumeStep& left, const VolumeStep& right) {
                                                        return left.fromGbSeconds >= right.fromGbSeconds;
                                                    })
                                 == steps.end();
            if (!startsAtZero || !ascends)
                reject(fmt::format("the volume steps of {} do not ascend from 0", prices.region));
        }
    }

    PriceList m_list;
    Result<void> m_status;
    int m_line = 0;
    bool m_hasHeader = false;
};

template <typename T>
void replace(std::optional<T>& known, const std::optional<T>& given)
{
    if (given)
        known = given;
}

} // namespace

const char* architectureName(Architecture architecture)
{
    return architecture == Architecture::X86 ? "x86_64" : "arm64";
}

Result<Architecture> parseArchitecture(std::string_view text)
{
    if (text == "x86_64" || text == "x86")
        return Architecture::X86;
    if (text == "arm64" || text == "aarch64")
        return Architecture::Arm64;
    return fail(ErrorCode::InvalidArgument, fmt::format("{} is not an architecture of Lambda", inQuotes(text)), "Give x86_64 or arm64");
}

const RegionPrices* PriceList::find(std::string_view region) const
{
    const auto found = std::find_if(regions.begin(), regions.end(), [&](const RegionPrices& prices) { return prices.region == region; });
    return found == regions.end() ? nullptr : &*found;
}

Result<Tariff> PriceList::tariff(std::string_view region, Architecture architecture) const
{
    const RegionPrices* prices = find(region);
    if (prices == nullptr || prices->compute[indexOf(architecture)].empty())
        return fail(Error{ErrorCode::NotFound,
                          prices == nullptr
                              ? fmt::format("the prices of the region {} are not known", inQuotes(region))
                              : fmt::format("the price of a GB-second on {} in {} is not known", architectureName(architecture), region),
                          "Give it as gb-second=USD, or choose another region or architecture",
                          ErrorDetail::PricesMissing,
                          {std::string(region), architectureName(architecture)}});
    Tariff tariff;
    tariff.region = region;
    tariff.architecture = architecture;
    tariff.compute = prices->compute[indexOf(architecture)];
    tariff.usdPerMillionRequests = prices->usdPerMillionRequests;
    tariff.usdPerStorageGbSecond = prices->usdPerStorageGbSecond;
    tariff.freeRequests = freeRequests;
    tariff.freeGbSeconds = freeGbSeconds;
    tariff.asOf = asOf;
    tariff.isCorrected = prices->isCorrected;
    return tariff;
}

Result<PriceList> parsePriceList(std::string_view csv)
{
    return PriceReader().read(csv);
}

const PriceList& shippedPrices()
{
    // The file is part of the build and held to this by a test.
    static const PriceList kList = parsePriceList(kPriceCsv).value();
    return kList;
}

Result<PriceList> correctPrices(PriceList list, std::string_view csv)
{
    const auto given = parsePriceList(csv);
    if (!given)
        return fail(given.error());
    for (const RegionPrices& prices : given->regions) {
        RegionPrices& known = regionOf(list, prices.region);
        known.isCorrected = true;
        for (const Architecture architecture : kArchitectures) {
            if (const auto& steps = prices.compute[indexOf(architecture)]; !steps.empty())
                known.compute[indexOf(architecture)] = steps;
        }
        replace(known.usdPerMillionRequests, prices.usdPerMillionRequests);
        replace(known.usdPerStorageGbSecond, prices.usdPerStorageGbSecond);
    }
    if (!given->asOf.empty())
        list.asOf = given->asOf;
    if (!given->source.empty())
        list.source = given->source;
    return list;
}

Result<PriceCorrection> parsePriceCorrection(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, PriceCorrection::Kind>, 3> kNames{
        {{"gb-second", PriceCorrection::Kind::GbSecond},
         {"million-requests", PriceCorrection::Kind::MillionRequests},
         {"storage-gb-second", PriceCorrection::Kind::StorageGbSecond}}};
    std::string_view number = text;
    const std::string_view name = cut(number, '=');
    const auto usd = parseNumber(number);
    for (const auto& [known, kind] : kNames) {
        if (known == name && usd)
            return PriceCorrection{kind, *usd};
    }
    return fail(ErrorCode::InvalidArgument, fmt::format("{} is not a price", inQuotes(text)),
                "Give gb-second=USD, million-requests=USD or storage-gb-second=USD");
}

PriceList correctPrice(PriceList list, std::string_view region, Architecture architecture, const PriceCorrection& correction)
{
    RegionPrices& prices = regionOf(list, region);
    prices.isCorrected = true;
    switch (correction.kind) {
    case PriceCorrection::Kind::GbSecond:
        prices.compute[indexOf(architecture)] = {VolumeStep{0, correction.usd}};
        break;
    case PriceCorrection::Kind::MillionRequests:
        prices.usdPerMillionRequests = correction.usd;
        break;
    case PriceCorrection::Kind::StorageGbSecond:
        prices.usdPerStorageGbSecond = correction.usd;
        break;
    }
    return list;
}

} // namespace tierscope::core
