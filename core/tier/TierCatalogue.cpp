// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tierscope::core {

namespace {

constexpr std::array kArticleTiers{MemoryMb{128},  MemoryMb{512},  MemoryMb{1024}, MemoryMb{2048},
                                   MemoryMb{3072}, MemoryMb{6144}, MemoryMb{7168}, MemoryMb{10240}};
constexpr std::array kStepTiers{MemoryMb{128},  MemoryMb{256},  MemoryMb{512},  MemoryMb{1024}, MemoryMb{1769},
                                MemoryMb{3008}, MemoryMb{5307}, MemoryMb{7076}, MemoryMb{8845}, MemoryMb{10240}};

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

Result<MemoryMb> parseTier(std::string_view word)
{
    const char* const end = word.data() + word.size();
    int value = 0;
    const auto [rest, problem] = std::from_chars(word.data(), end, value);
    if (problem == std::errc::result_out_of_range || (problem == std::errc() && rest == end && !isLambdaTier(MemoryMb{value})))
        return fail(ErrorCode::InvalidArgument, "the memory tier " + std::string(word) + " MB is out of range",
                    "Lambda has tiers from 128 to 10240 MB");
    if (problem != std::errc() || rest != end)
        return fail(ErrorCode::InvalidArgument, "\"" + std::string(word) + "\" is not a memory tier",
                    "Give whole MB such as 128,512,1024, or one of article, steps, none");
    return MemoryMb{value};
}

} // namespace

CpuShare creditShare(MemoryMb memory)
{
    return CpuShare{static_cast<double>(memory.value) / kOneVcpuMemory.value};
}

int visibleVcpus(MemoryMb memory)
{
    constexpr std::array kLastOfStep{3008, 5307, 7076, 8845};
    int vcpus = 2;
    for (const int last : kLastOfStep)
        vcpus += memory.value > last ? 1 : 0;
    return vcpus;
}

std::span<const MemoryMb> articleTiers()
{
    return kArticleTiers;
}

std::span<const MemoryMb> stepTiers()
{
    return kStepTiers;
}

Result<std::vector<MemoryMb>> parseTiers(std::string_view text)
{
    text = trimmed(text);
    if (text == "article")
        return std::vector<MemoryMb>(kArticleTiers.begin(), kArticleTiers.end());
    if (text == "steps")
        return std::vector<MemoryMb>(kStepTiers.begin(), kStepTiers.end());
    if (text == "none")
        return std::vector<MemoryMb>();
    if (text.empty())
        return fail(ErrorCode::InvalidArgument, "no memory tier is given",
                    "Give whole MB such as 128,512,1024, or one of article, steps, none");

    std::vector<MemoryMb> tiers;
    while (true) {
        const std::size_t comma = text.find(',');
        const auto tier = parseTier(trimmed(text.substr(0, comma)));
        if (!tier)
            return fail(tier.error());
        tiers.push_back(*tier);
        if (comma == std::string_view::npos)
            break;
        text.remove_prefix(comma + 1);
    }
    std::ranges::sort(tiers);
    tiers.erase(std::unique(tiers.begin(), tiers.end()), tiers.end());
    return tiers;
}

std::string formatTiers(std::span<const MemoryMb> tiers)
{
    std::string text;
    for (const MemoryMb tier : tiers)
        text += (text.empty() ? "" : ",") + std::to_string(tier.value);
    return text.empty() ? "none" : text;
}

std::string tierName(MemoryMb memory)
{
    return memory == kUnlimitedTier ? "unlimited" : std::to_string(memory.value) + " MB";
}

} // namespace tierscope::core
