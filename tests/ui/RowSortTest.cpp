// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/RowSort.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace {

using namespace tierscope::ui;

std::vector<std::pair<std::uint64_t, std::uint32_t>> pairs(const std::vector<KeyedRow>& rows)
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> all;
    for (const KeyedRow& row : rows)
        all.emplace_back(row.key, row.row);
    return all;
}

RC_GTEST_PROP(RowSort, OrdersAsAComparisonDoesAndLeavesEqualsAsTheyAre, ())
{
    // Of few values, so that there are equals; shifted, so that every digit has its turn; inverted, as for a descending order.
    const auto values = *rc::gen::container<std::vector<std::uint64_t>>(rc::gen::inRange<std::uint64_t>(0, 5000));
    const auto shift = *rc::gen::inRange(0, 52);
    const bool isInverted = *rc::gen::arbitrary<bool>();
    std::vector<KeyedRow> rows;
    for (const std::uint64_t value : values)
        rows.push_back({isInverted ? ~(value << shift) : value << shift, static_cast<std::uint32_t>(rows.size())});
    auto expected = rows;
    std::ranges::stable_sort(expected, {}, &KeyedRow::key);
    sortByKey(rows);
    RC_ASSERT(pairs(rows) == pairs(expected));
}

TEST(RowSort, KeysOfTimesAreNanosecondsAndNeverWrapRound)
{
    EXPECT_EQ(keyOfSeconds(0), 0U);
    EXPECT_EQ(keyOfSeconds(1.5), 1'500'000'000U);
    EXPECT_EQ(keyOfSeconds(-1), 0U);
    EXPECT_LT(keyOfSeconds(0.100000001), keyOfSeconds(0.100000002));
    EXPECT_EQ(keyOfSeconds(std::numeric_limits<double>::infinity()), keyOfSeconds(1e9));
}

} // namespace
