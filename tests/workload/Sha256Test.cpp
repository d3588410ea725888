// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/workload/Sha256.h"

#include <cstddef>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

namespace tierscope::core {
namespace {

std::string hexDigest(std::string_view message)
{
    const std::vector<std::uint8_t> bytes(message.begin(), message.end());
    return fmt::format("{:02x}", fmt::join(sha256(bytes), ""));
}

// The examples that NIST publishes with FIPS 180-4, and the empty message and a million times 'a' of its test vectors.
TEST(Sha256, MatchesTheStandardsExamples)
{
    EXPECT_EQ(hexDigest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hexDigest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(hexDigest("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"),
              "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    EXPECT_EQ(hexDigest(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(hexDigest(std::string(1'000'000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

// Every length around the two ends of the padding; the digest of all their digests is the one that Python's hashlib gives.
TEST(Sha256, PadsEveryLength)
{
    std::string digests;
    for (std::size_t length = 0; length <= 200; ++length)
        digests += hexDigest(std::string(length, 'x'));
    EXPECT_EQ(hexDigest(digests), "75013a3fd49991ead9d8a57ea80485c088443c3406a0e8fa003ed57144041eb4");
}

} // namespace
} // namespace tierscope::core
