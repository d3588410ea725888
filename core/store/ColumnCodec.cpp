// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/store/ColumnCodec.h"

#include <bit>

namespace tierscope::core {

namespace {

constexpr std::uint8_t kRuns = 0;
constexpr std::uint8_t kEach = 1;

constexpr unsigned kPayloadBits = 7;
constexpr std::uint8_t kMore = 0x80;
constexpr unsigned kLastShift = 63; ///< the tenth byte has the 64th bit alone

std::size_t varintBytes(std::uint64_t value)
{
    return value == 0 ? 1 : (static_cast<std::size_t>(std::bit_width(value)) + kPayloadBits - 1) / kPayloadBits;
}

/// Calls `visit` with each value and how often it follows itself.
template <typename Visit>
void forEachRun(std::span<const std::uint64_t> values, Visit visit)
{
    for (std::size_t start = 0; start < values.size();) {
        std::size_t end = start + 1;
        while (end < values.size() && values[end] == values[start])
            ++end;
        visit(values[start], end - start);
        start = end;
    }
}

} // namespace

void appendVarint(std::string& out, std::uint64_t value)
{
    for (; value >= kMore; value >>= kPayloadBits)
        out += static_cast<char>(static_cast<std::uint8_t>(value) | kMore);
    out += static_cast<char>(value);
}

void appendColumn(std::string& out, std::span<const std::uint64_t> values)
{
    std::size_t each = 0;
    for (const std::uint64_t value : values)
        each += varintBytes(value);
    std::size_t runs = 0;
    forEachRun(values, [&](std::uint64_t value, std::size_t length) { runs += varintBytes(value) + varintBytes(length); });
    if (values.empty())
        return;
    out += static_cast<char>(runs < each ? kRuns : kEach);
    if (runs >= each) {
        for (const std::uint64_t value : values)
            appendVarint(out, value);
        return;
    }
    forEachRun(values, [&](std::uint64_t value, std::size_t length) {
        appendVarint(out, length);
        appendVarint(out, value);
    });
}

void ByteReader::spoil()
{
    m_isGood = false;
    m_left = {};
}

std::uint8_t ByteReader::byte()
{
    const std::string_view one = bytes(1);
    return one.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(one.front());
}

std::uint64_t ByteReader::varint()
{
    std::uint64_t value = 0;
    unsigned shift = 0;
    for (std::size_t i = 0; i < m_left.size(); ++i, shift += kPayloadBits) {
        const auto next = static_cast<std::uint8_t>(m_left[i]);
        if (shift > kLastShift || (shift == kLastShift && next > 1))
            break;
        value |= static_cast<std::uint64_t>(next & (kMore - 1U)) << shift;
        if ((next & kMore) == 0) {
            m_left.remove_prefix(i + 1);
            return value;
        }
    }
    spoil();
    return 0;
}

std::string_view ByteReader::bytes(std::uint64_t count)
{
    if (count > m_left.size()) {
        spoil();
        return {};
    }
    const std::string_view taken = m_left.substr(0, count);
    m_left.remove_prefix(count);
    return taken;
}

void ByteReader::column(std::span<std::uint64_t> values)
{
    if (values.empty())
        return;
    const std::uint8_t kind = byte();
    if (kind > kEach)
        spoil();
    for (std::size_t filled = 0; filled < values.size() && m_isGood;) {
        const std::uint64_t length = kind == kRuns ? varint() : 1;
        const std::uint64_t value = varint();
        if (length == 0 || length > values.size() - filled)
            spoil();
        else
            std::ranges::fill(values.subspan(filled, length), value);
        filled += length;
    }
}

} // namespace tierscope::core
