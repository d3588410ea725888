// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/store/ColumnCodec.h"

#include <gtest/gtest.h>
#include <limits>
#include <rapidcheck/gtest.h>

namespace tierscope::core {
namespace {

constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();

TEST(Varint, HasTheseBytes)
{
    const std::pair<std::uint64_t, std::string> rows[] = {
        {0, std::string(1, '\0')}, {127, "\x7F"}, {128, "\x80\x01"}, {300, "\xAC\x02"}, {kMost, std::string(9, '\xFF') + "\x01"}};
    for (const auto& [value, bytes] : rows) {
        std::string written;
        appendVarint(written, value);
        EXPECT_EQ(written, bytes) << value;
        ByteReader reader(bytes);
        EXPECT_EQ(reader.varint(), value);
        EXPECT_TRUE(reader.isGood());
        EXPECT_EQ(reader.bytesLeft(), 0U);
    }
}

TEST(Varint, ThatIsCutOffOrTooLargeSpoilsTheReader)
{
    for (const std::string& bytes :
         {std::string(), std::string("\x80"), std::string(9, '\xFF') + "\x02", std::string(11, '\x80') + "\x01"}) {
        ByteReader reader(bytes);
        EXPECT_EQ(reader.varint(), 0U);
        EXPECT_FALSE(reader.isGood());
        EXPECT_EQ(reader.byte(), 0U) << "nothing more can be read";
    }
}

TEST(Zigzag, MakesSmallNumbersOfSmallNumbers)
{
    const std::pair<std::int64_t, std::uint64_t> rows[] = {{0, 0},
                                                           {-1, 1},
                                                           {1, 2},
                                                           {-2, 3},
                                                           {std::numeric_limits<std::int64_t>::max(), kMost - 1},
                                                           {std::numeric_limits<std::int64_t>::min(), kMost}};
    for (const auto& [number, expected] : rows) {
        EXPECT_EQ(zigzag(static_cast<std::uint64_t>(number)), expected);
        EXPECT_EQ(static_cast<std::int64_t>(unzigzag(expected)), number);
    }
}

TEST(Column, OfOneValueIsARunAndOfManyIsNot)
{
    std::string runs;
    appendColumn(runs, std::vector<std::uint64_t>(1000, 7));
    EXPECT_EQ(runs, std::string("\0\xE8\x07\x07", 4));
    std::string each;
    appendColumn(each, std::vector<std::uint64_t>{1, 2, 3});
    EXPECT_EQ(each, "\x01\x01\x02\x03");
}

TEST(Column, WhoseRunsDoNotAddUpSpoilsTheReader)
{
    for (const std::string& bytes : {std::string("\0\x03\x07", 3), std::string("\0\x00\x07\x02\x07", 5), std::string("\x02\x01\x01", 3),
                                     std::string("\0\x01\x07", 3), std::string("\x01\x01", 2)}) {
        ByteReader reader(bytes);
        std::array<std::uint64_t, 2> values{};
        reader.column(values);
        EXPECT_FALSE(reader.isGood());
    }
}

RC_GTEST_PROP(Rows, ComeBackAsTheyWere, ())
{
    const auto number = rc::gen::oneOf(rc::gen::inRange<std::uint64_t>(0, 3), rc::gen::arbitrary<std::uint64_t>(), rc::gen::just(kMost));
    const auto drawn = *rc::gen::container<std::vector<std::pair<std::uint64_t, std::uint64_t>>>(rc::gen::pair(number, number));
    // Through the end of a chunk now and then.
    const std::size_t repeats = *rc::gen::element<std::size_t>(1, 1, 40, 400);
    std::string bytes;
    RowWriter<2> writer(bytes);
    for (std::size_t repeat = 0; repeat < repeats; ++repeat)
        for (const auto& [first, second] : drawn)
            writer.add({first, second});
    writer.flush();

    ByteReader in(bytes);
    RowReader<2> reader(in, drawn.size() * repeats);
    for (std::size_t repeat = 0; repeat < repeats; ++repeat)
        for (const auto& [first, second] : drawn)
            RC_ASSERT(reader.next() == (NumberRow<2>{first, second}));
    RC_ASSERT(in.isGood());
    RC_ASSERT(in.bytesLeft() == 0U);
}

} // namespace
} // namespace tierscope::core
