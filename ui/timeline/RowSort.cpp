// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/RowSort.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>

namespace tierscope::ui {

namespace {

constexpr unsigned kDigitBits = 11;
constexpr std::size_t kDigitValues = std::size_t{1} << kDigitBits;
constexpr unsigned kDigits = (64 + kDigitBits - 1) / kDigitBits;

std::size_t digitOf(std::uint64_t key, unsigned digit)
{
    return (key >> (digit * kDigitBits)) % kDigitValues;
}

} // namespace

void sortByKey(std::vector<KeyedRow>& rows)
{
    if (std::ranges::is_sorted(rows, {}, &KeyedRow::key))
        return;
    // Most keys are small: digits that are alike in all of them are passed over.
    std::uint64_t varying = 0;
    for (const KeyedRow& row : rows)
        varying |= row.key ^ rows.front().key;
    std::vector<KeyedRow> sorted(rows.size());
    for (unsigned digit = 0; digit < kDigits; ++digit) {
        if (digitOf(varying, digit) == 0)
            continue;
        std::array<std::uint32_t, kDigitValues> places{};
        for (const KeyedRow& row : rows)
            ++places[digitOf(row.key, digit)];
        std::exclusive_scan(places.begin(), places.end(), places.begin(), 0U);
        for (const KeyedRow& row : rows)
            sorted[places[digitOf(row.key, digit)]++] = row;
        rows.swap(sorted);
    }
}

} // namespace tierscope::ui
