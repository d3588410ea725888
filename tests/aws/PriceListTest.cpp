// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/PriceList.h"

#include <gmock/gmock.h>

namespace tierscope::core {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kHeader = "region,from_gb_s,x86_gb_s,arm64_gb_s,requests_per_million,storage_gb_s\n";

TEST(PriceListTest, TheShippedListIsDatedAndWhole)
{
    const PriceList& list = shippedPrices();
    EXPECT_EQ(list.asOf, "2024-08");
    EXPECT_THAT(list.source, HasSubstr("calculator.aws"));
    EXPECT_EQ(list.initBilledSince, "2025-08-01");
    EXPECT_EQ(list.freeRequests, 1'000'000);
    EXPECT_EQ(list.freeGbSeconds, 400'000);
    EXPECT_EQ(list.regions.size(), 26U);
    for (const RegionPrices& prices : list.regions) {
        EXPECT_FALSE(prices.compute[0].empty()) << prices.region;
        EXPECT_TRUE(prices.usdPerMillionRequests) << prices.region;
        EXPECT_FALSE(prices.isCorrected);
    }
}

TEST(PriceListTest, VolumeStepsArePerArchitecture)
{
    const auto x86 = shippedPrices().tariff("us-east-1", Architecture::X86);
    const auto arm = shippedPrices().tariff("us-east-1", Architecture::Arm64);
    EXPECT_THAT(x86->compute, ElementsAre(VolumeStep{0, 0.0000166667}, VolumeStep{6e9, 0.000015}, VolumeStep{15e9, 0.0000133334}));
    EXPECT_THAT(arm->compute, ElementsAre(VolumeStep{0, 0.0000133334}, VolumeStep{7.5e9, 0.0000120001}, VolumeStep{18.75e9, 0.0000106667}));
    EXPECT_EQ(x86->usdPerMillionRequests, 0.2);
    EXPECT_EQ(arm->usdPerStorageGbSecond, 0.0000000309);
}

TEST(PriceListTest, WhatIsNotKnownIsSaidToBe)
{
    const auto region = shippedPrices().tariff("mars-north-1", Architecture::X86);
    ASSERT_FALSE(region);
    EXPECT_EQ(region.error().code, ErrorCode::NotFound);
    EXPECT_EQ(region.error().message, "the prices of the region \"mars-north-1\" are not known");
    const auto arm = shippedPrices().tariff("il-central-1", Architecture::Arm64);
    ASSERT_FALSE(arm);
    EXPECT_EQ(arm.error().message, "the price of a GB-second on arm64 in il-central-1 is not known");
    EXPECT_TRUE(shippedPrices().tariff("il-central-1", Architecture::X86));
    EXPECT_FALSE(shippedPrices().tariff("me-central-1", Architecture::X86)->usdPerStorageGbSecond);
}

TEST(PriceListTest, AFileCorrectsWhatItHas)
{
    const auto list = correctPrices(shippedPrices(), std::string("# As of: 2026-03\n") + kHeader
                                                         + "us-east-1,,0.00002,,,\nil-central-1,0,,0.000014,,\nmars-north-1,0,1,,2,\n");
    ASSERT_TRUE(list);
    EXPECT_EQ(list->asOf, "2026-03");
    const auto east = list->tariff("us-east-1", Architecture::X86);
    EXPECT_THAT(east->compute, ElementsAre(VolumeStep{0, 0.00002}));
    EXPECT_EQ(east->usdPerMillionRequests, 0.2) << "an empty cell leaves what is known";
    EXPECT_TRUE(east->isCorrected);
    EXPECT_EQ(list->tariff("us-east-1", Architecture::Arm64)->compute.size(), 3U);
    EXPECT_TRUE(list->tariff("il-central-1", Architecture::Arm64));
    EXPECT_TRUE(list->tariff("mars-north-1", Architecture::X86));
    EXPECT_FALSE(list->tariff("eu-west-1", Architecture::X86)->isCorrected);
}

TEST(PriceListTest, OnePriceIsCorrected)
{
    const auto correct = [](const char* text) {
        return correctPrice(shippedPrices(), "me-central-1", Architecture::X86, parsePriceCorrection(text).value())
            .tariff("me-central-1", Architecture::X86);
    };
    EXPECT_THAT(correct("gb-second=0.00003")->compute, ElementsAre(VolumeStep{0, 0.00003}));
    EXPECT_EQ(correct("million-requests=0.5")->usdPerMillionRequests, 0.5);
    EXPECT_EQ(correct("storage-gb-second=3.09e-8")->usdPerStorageGbSecond, 3.09e-8);
    EXPECT_TRUE(correct("storage-gb-second=1")->isCorrected);
    for (const char* wrong : {"", "gb-second", "gb-second=", "gb-second=-1", "gb-second=nan", "gb-second=1x", "hour=1"})
        EXPECT_FALSE(parsePriceCorrection(wrong)) << wrong;
}

TEST(PriceListTest, ErrorsNameTheLine)
{
    const auto message = [](const std::string& csv) {
        const auto list = parsePriceList(csv);
        return list ? std::string("no error") : list.error().message;
    };
    EXPECT_EQ(message(""), "line 0 of the prices: the header is missing");
    EXPECT_EQ(message("region,usd\n"), "line 1 of the prices: it has not 6 columns");
    EXPECT_EQ(message(std::string("# x\n") + kHeader + "us-east-1,0,x,,,\n"),
              "line 3 of the prices: column x86_gb_s: \"x\" is not a number that is 0 or more");
    EXPECT_EQ(message(std::string(kHeader) + "US East,0,1,,,\n"), "line 2 of the prices: \"US East\" is not the name of a region");
    EXPECT_EQ(message(std::string(kHeader) + "a,5,1,,,\n"), "line 2 of the prices: the volume steps of a do not ascend from 0");
    EXPECT_EQ(message(std::string(kHeader) + "a,0,1,,2,\na,0,,,2,\n"), "line 3 of the prices: the region has this price twice");
    EXPECT_EQ(message("# Free tier requests: many\n"), "line 1 of the prices: \"many\" is not a number");
}

TEST(PriceListTest, Architectures)
{
    for (const Architecture architecture : kArchitectures)
        EXPECT_EQ(parseArchitecture(architectureName(architecture)), architecture);
    EXPECT_EQ(parseArchitecture("x86"), Architecture::X86);
    EXPECT_FALSE(parseArchitecture("mips"));
}

} // namespace
} // namespace tierscope::core
