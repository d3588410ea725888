// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/FigureDigits.h"

#include <gtest/gtest.h>
#include <vector>

namespace {

using namespace tierscope;

struct Group {
    std::vector<double> seconds;
    const char* first; ///< how the group's first time is written
};

class TimeFormatTest : public testing::TestWithParam<Group> {};

TEST_P(TimeFormatTest, WritesTheDigitsThatTheSpreadSupports)
{
    const auto& seconds = GetParam().seconds;
    EXPECT_EQ(ui::timeText(seconds.front(), ui::timeFormat(seconds)).toStdString(), GetParam().first);
}

INSTANTIATE_TEST_SUITE_P(Groups, TimeFormatTest,
                         testing::Values(Group{{12.692}, "12.7 s"},                            // one alone: three figures
                                         Group{{0.8691, 0.8711}, "869 ms"},                    // two say nothing of the spread
                                         Group{{3.4567, 3.4567, 3.4567}, "3.46 s"},            // no deviation says nothing either
                                         Group{{3.4567, 3.4551, 3.4588}, "3.457 s"},           // milliseconds apart
                                         Group{{3.4567, 3.41, 3.52}, "3.46 s"},                // hundredths apart
                                         Group{{3.4567, 3.1, 3.9}, "3.5 s"},                   // tenths apart: no hundredths
                                         Group{{56.789, 51.2, 62.4}, "57 s"},                  // seconds apart
                                         Group{{0.4567, 0.4, 0.52}, "457 ms"},                 // tens of ms apart, and never "46e1 ms"
                                         Group{{0.0123456, 0.0123466, 0.0123436}, "12.35 ms"}, // four figures at most
                                         Group{{0.95, 1.05, 1.1}, "0.95 s"},                   // one unit for all of the group
                                         Group{{1234.4, 1100, 1400}, "1,234 s"}, Group{{0.0}, "0 ms"}));

TEST(TimeFormatTest, AGroupWithoutTimesHasAFormat)
{
    EXPECT_EQ(ui::timeFormat({}), ui::TimeFormat{});
}

} // namespace
