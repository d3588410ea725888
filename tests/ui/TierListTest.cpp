// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/TierList.h"

#include "core/tier/TierCatalogue.h"

#include <gtest/gtest.h>

namespace {

using namespace tierscope;

/// Good entries as they are, wrong ones with what is wrong: "512 lots? 64! none&".
std::string spell(const ui::TierList& entries)
{
    std::string text;
    for (const ui::TierEntry& entry : entries) {
        constexpr const char* kMarks[]{"", "?", "!", "&"};
        text += (text.empty() ? "" : " ") + entry.text.toStdString() + kMarks[static_cast<int>(entry.fault)];
    }
    return text;
}

struct Typed {
    const char* text;
    const char* entries;
};

class ParseTierListTest : public testing::TestWithParam<Typed> {};

TEST_P(ParseTierListTest, ReadsWhatPeopleTypeAndPaste)
{
    EXPECT_EQ(spell(ui::parseTierList(QString::fromUtf8(GetParam().text))), GetParam().entries) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Texts, ParseTierListTest,
    testing::Values(Typed{"", ""}, Typed{" , ;\n", ""}, Typed{"128, 512 1024;2048", "128 512 1024 2048"},
                    Typed{"2048 128 512", "128 512 2048"}, Typed{"512,512 MB, 0.5GB", "512"}, Typed{"1 GB 2GB 10 gb", "1024 2048 10240"},
                    Typed{"1.5 GB", "1536"}, Typed{"1769mb", "1769"}, Typed{"128\n512\t1024", "128 512 1024"},
                    Typed{"１２８、５１２", "128 512"}, Typed{"none", "none"}, Typed{"No limit", "none"}, Typed{"NONE", "none"},
                    Typed{"128, lots", "128 lots?"}, Typed{"lots, 128, 64", "128 lots? 64!"}, Typed{"127 128", "128 127!"},
                    Typed{"10240 10241", "10240 10241!"}, Typed{"11 GB", "11GB!"}, Typed{"128.5", "128.5?"}, Typed{"-128", "-128?"},
                    Typed{"+128", "+128?"}, Typed{"99999999999999999999", "99999999999999999999!"}, Typed{"128 none", "128 none&"},
                    Typed{"article", "128 512 1024 2048 3072 6144 7168 10240"}, Typed{"128-512", "128-512?"}, Typed{"GB", "GB?"}));

TEST(TierListTest, CoresListsAreReadBack)
{
    for (const auto& tiers : {core::articleTiers(), core::stepTiers()}) {
        const ui::TierList entries = ui::parseTierList(QString::fromStdString(core::formatTiers(tiers)));
        ASSERT_EQ(entries.size(), tiers.size());
        for (std::size_t index = 0; index < tiers.size(); ++index)
            EXPECT_EQ(entries[index].memory, tiers[index]);
        EXPECT_EQ(ui::parseTierList(ui::formatTierList(entries)), entries);
    }
    const ui::TierList mixed = ui::parseTierList("512, lots, 64");
    EXPECT_EQ(ui::parseTierList(ui::formatTierList(mixed)), mixed);
}

TEST(TierListTest, OfNoLimitAndTiersTheLastHolds)
{
    EXPECT_EQ(spell(ui::addTiers(ui::parseTierList("none"), ui::parseTierList("512"))), "512");
    EXPECT_EQ(spell(ui::addTiers(ui::parseTierList("128 512"), ui::parseTierList("none"))), "none");
    EXPECT_EQ(spell(ui::addTiers(ui::parseTierList("128 lots"), ui::parseTierList("512"))), "128 512 lots?");
    EXPECT_EQ(spell(ui::addTiers(ui::parseTierList("none"), ui::parseTierList("lots"))), "none lots?");
    ui::TierList list = ui::parseTierList("128 none");
    list.erase(list.begin());
    EXPECT_EQ(spell(ui::sortTierList(list)), "none") << "right again once the tier is gone";
}

TEST(TierListTest, ANumberOnItsWayIsNotWrongYet)
{
    for (const char* text : {"1", "10", "64", "127", "1.", "1.5", "n", "non", "no lim"})
        EXPECT_TRUE(ui::isUnfinishedTier(text)) << text;
    for (const char* text : {"", "128", "512", "none", "l", "lots", "99999", "1 x", "1024", "1g", "1 G"})
        EXPECT_FALSE(ui::isUnfinishedTier(text)) << text;
}

} // namespace
