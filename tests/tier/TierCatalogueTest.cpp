// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/TierCatalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tierscope::core {
namespace {

using testing::HasSubstr;

TEST(TierCatalogue, SeesMoreVcpusAtTheStepsOfTheDeveloperGuide)
{
    const std::vector<std::pair<int, int>> steps{{128, 2},  {1769, 2}, {3008, 2}, {3009, 3}, {5307, 3}, {5308, 4},
                                                 {7076, 4}, {7077, 5}, {8845, 5}, {8846, 6}, {10240, 6}};
    for (const auto& [memory, vcpus] : steps)
        EXPECT_EQ(visibleVcpus(MemoryMb{memory}), vcpus) << memory;
}

TEST(TierCatalogue, GivesOneVcpuOfCreditFor1769Mb)
{
    EXPECT_DOUBLE_EQ(creditShare(MemoryMb{1769}).value, 1.0);
    EXPECT_NEAR(creditShare(MemoryMb{10240}).value, 5.7886, 1e-4);
    EXPECT_NEAR(creditShare(MemoryMb{128}).value, 0.07236, 1e-5);
}

TEST(TierCatalogue, ReadsListsAndPresets)
{
    EXPECT_EQ(formatTiers(*parseTiers("1024, 128,512,128")), "128,512,1024");
    EXPECT_EQ(formatTiers(*parseTiers("article")), "128,512,1024,2048,3072,6144,7168,10240");
    EXPECT_EQ(formatTiers(*parseTiers("steps")), "128,256,512,1024,1769,3008,5307,7076,8845,10240");
    EXPECT_TRUE(parseTiers("none")->empty());
    EXPECT_EQ(formatTiers({}), "none");
}

TEST(TierCatalogue, NamesTheWordThatIsNoTier)
{
    for (const auto& [text, said] : std::vector<std::pair<const char*, const char*>>{
             {"128,big", "\"big\" is not a memory tier"},
             {"127", "127 MB is out of range"},
             {"10241", "10241 MB is out of range"},
             {"-128", "-128 MB is out of range"},
             {"99999999999999999999", "out of range"},
             {"512MB", "\"512MB\" is not"},
             {"128,,512", "\"\" is not"},
             {"", "no memory tier"},
         }) {
        const auto tiers = parseTiers(text);
        ASSERT_FALSE(tiers.has_value()) << text;
        EXPECT_EQ(tiers.error().code, ErrorCode::InvalidArgument);
        EXPECT_THAT(tiers.error().message, HasSubstr(said));
        EXPECT_FALSE(tiers.error().remedy.empty());
    }
}

} // namespace
} // namespace tierscope::core
