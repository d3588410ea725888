// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/backend/RestoreJournal.h"

#include "core/backend/FunctionRestore.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <unistd.h>

namespace tierscope::core {
namespace {

using testing::HasSubstr;
using Kind = RestoreOutcome::Kind;

constexpr const char* kArn = "arn:aws:lambda:eu-west-1:123456789012:function:work";

RestoreEntry entryOf(std::vector<MemoryMb> written)
{
    RestoreEntry entry;
    entry.functionArn = kArn;
    entry.access = AwsAccess{"work", "eu-west-1", "http://127.0.0.1:5000"};
    entry.original = MemoryMb{1024};
    entry.originalRevision = "r0";
    entry.fingerprint = "same";
    entry.written = std::move(written);
    entry.startedAtMs = 1'700'000'000'000;
    return entry;
}

class RestoreJournalTest : public testing::Test {
protected:
    ~RestoreJournalTest() override { std::filesystem::remove_all(folder.substr(0, folder.rfind("/state"))); }
    [[nodiscard]] Result<RestoreJournal> claim(const std::string& arn = kArn) const { return RestoreJournal::claim(folder, arn, {}); }

    const std::string folder =
        std::filesystem::temp_directory_path() / ("tierscope-journal-" + std::to_string(getpid())) / "state" / "lambda";
};

TEST_F(RestoreJournalTest, WhatIsWrittenIsThereForTheNextProcess)
{
    {
        auto journal = claim();
        ASSERT_TRUE(journal) << journal.error().sentence();
        EXPECT_FALSE(journal->entry());
        ASSERT_TRUE(journal->begin(entryOf({MemoryMb{512}})));
        ASSERT_TRUE(journal->confirm("r1"));
        ASSERT_TRUE(journal->confirm("r1"));
        ASSERT_TRUE(journal->intend(MemoryMb{4096}));
        ASSERT_TRUE(journal->withdraw());
        ASSERT_TRUE(journal->intend(MemoryMb{256}));
        EXPECT_TRUE(RestoreJournal::unfinished(folder)->empty()) << "a living process holds it";
    }
    RestoreEntry expected = entryOf({MemoryMb{512}, MemoryMb{256}});
    expected.revisions = {"r1"};
    EXPECT_THAT(RestoreJournal::unfinished(folder).value(), testing::ElementsAre(expected));
    auto journal = claim();
    EXPECT_EQ(journal->entry(), expected);
    ASSERT_TRUE(journal->close());
    EXPECT_FALSE(claim("arn:aws:lambda:eu-west-1:123456789012:function:other")->entry());
    journal = fail(ErrorCode::Internal, "let go");
    EXPECT_TRUE(RestoreJournal::unfinished(folder)->empty());
}

TEST_F(RestoreJournalTest, OneTierscopeAFunction)
{
    const auto first = claim();
    EXPECT_EQ(claim().error().code, ErrorCode::Busy);
    EXPECT_TRUE(claim("arn:aws:lambda:eu-west-1:123456789012:function:other").has_value());
}

TEST_F(RestoreJournalTest, ADamagedEntryIsKeptAndNamed)
{
    ASSERT_TRUE(claim()->begin(entryOf({MemoryMb{512}})));
    std::string path;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() == ".json")
            path = file.path();
    }
    for (const char* text : {"", "{", R"({"version":2})", R"({"version":1})"}) {
        std::ofstream(path) << text;
        EXPECT_EQ(claim().error().code, ErrorCode::Corrupt) << text;
        EXPECT_THAT(RestoreJournal::unfinished(folder).error().message, HasSubstr(path));
        EXPECT_TRUE(std::filesystem::exists(path));
    }
}

FunctionConfiguration has(int memory, const std::string& revision, const std::string& fingerprint = "same")
{
    FunctionConfiguration function;
    function.memory = MemoryMb{memory};
    function.revision = revision;
    function.fingerprint = fingerprint;
    return function;
}

TEST(RestoreDecisionTest, OursIsRestoredAndOthersIsNot)
{
    RestoreEntry entry = entryOf({MemoryMb{512}, MemoryMb{256}});
    entry.revisions = {"r1"};
    const auto decide = [&](const FunctionConfiguration& current) { return decideRestore(entry, current).kind; };
    EXPECT_EQ(decide(has(1024, "r0")), Kind::WasAsBefore);
    EXPECT_EQ(decide(has(1024, "others")), Kind::WasAsBefore);
    EXPECT_EQ(decide(has(512, "r1")), Kind::Restored) << "a revision of ours";
    EXPECT_EQ(decide(has(256, "unknown")), Kind::Restored) << "asked for, and the answer was not seen";
    EXPECT_EQ(decide(has(512, "unknown")), Kind::Restored) << "noted, and not asked for";
    EXPECT_EQ(decide(has(640, "unknown")), Kind::LeftToOthers);
    EXPECT_FALSE(decideRestore(entry, has(256, "unknown")).othersChangedMore);
    EXPECT_TRUE(decideRestore(entry, has(256, "unknown", "another")).othersChangedMore);
    EXPECT_EQ(decideRestore(entry, has(256, "unknown", "another")).kind, Kind::Restored) << "only the memory is written";
}

} // namespace
} // namespace tierscope::core
