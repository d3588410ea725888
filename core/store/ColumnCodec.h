// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tierscope::core {

/// Numbers as columns of bytes, as core/store/FORMAT.md describes them.

/// A number in seven bits a byte, the lowest first; the eighth says that more follow (LEB128).
void appendVarint(std::string& out, std::uint64_t value);

/// Small numbers of either sign as small ones without: 0, -1, 1, -2 … become 0, 1, 2, 3 … (Protocol Buffers' zigzag).
[[nodiscard]] constexpr std::uint64_t zigzag(std::uint64_t value)
{
    return (value << 1) ^ (0 - (value >> 63));
}
[[nodiscard]] constexpr std::uint64_t unzigzag(std::uint64_t value)
{
    return (value >> 1) ^ (0 - (value & 1));
}

/// The values, each as a varint or as runs of equal ones, whichever is shorter.
void appendColumn(std::string& out, std::span<const std::uint64_t> values);

/// Reads what the functions above have written. Once something cannot be read, nothing more can; no read goes past the end.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes)
        : m_left(bytes)
    {}
    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] std::size_t bytesLeft() const { return m_left.size(); }
    /// 0 once something cannot be read.
    [[nodiscard]] std::uint8_t byte();
    [[nodiscard]] std::uint64_t varint();
    [[nodiscard]] std::string_view bytes(std::uint64_t count);
    /// Fills all of `values`.
    void column(std::span<std::uint64_t> values);

private:
    void spoil();

    std::string_view m_left;
    bool m_isGood = true;
};

/// So many rows are turned into columns at a time: what belongs together is in the cache when it is put together again.
inline constexpr std::size_t kRowsInChunk = 1024;

template <std::size_t Columns>
using NumberRow = std::array<std::uint64_t, Columns>;

/// Rows of numbers, as the differences from the row before (modulo 2^64), column by column.
template <std::size_t Columns>
class RowWriter {
public:
    explicit RowWriter(std::string& out)
        : m_out(out)
    {}
    void add(const NumberRow<Columns>& row)
    {
        for (std::size_t column = 0; column < Columns; ++column)
            m_columns[column][m_rows] = zigzag(row[column] - m_last[column]);
        m_last = row;
        if (++m_rows == kRowsInChunk)
            flush();
    }
    /// After the last row.
    void flush()
    {
        for (const auto& column : m_columns)
            appendColumn(m_out, std::span(column).first(m_rows));
        m_rows = 0;
    }

private:
    std::string& m_out;
    std::vector<std::array<std::uint64_t, kRowsInChunk>> m_columns{Columns};
    NumberRow<Columns> m_last{};
    std::size_t m_rows = 0;
};

/// The rows that a RowWriter has written, of which there are `count`.
template <std::size_t Columns>
class RowReader {
public:
    RowReader(ByteReader& in, std::size_t count)
        : m_in(in)
        , m_left(count)
    {}
    /// Nothing is said about the row once the reader is not good.
    [[nodiscard]] NumberRow<Columns> next()
    {
        if (m_row == m_rows)
            fill();
        for (std::size_t column = 0; column < Columns; ++column)
            m_last[column] += unzigzag(m_columns[column][m_row]);
        ++m_row;
        return m_last;
    }

private:
    void fill()
    {
        m_row = 0;
        m_rows = std::min(m_left, kRowsInChunk);
        m_left -= m_rows;
        for (auto& column : m_columns)
            m_in.column(std::span(column).first(m_rows));
    }

    ByteReader& m_in;
    std::size_t m_left;
    std::vector<std::array<std::uint64_t, kRowsInChunk>> m_columns{Columns};
    NumberRow<Columns> m_last{};
    std::size_t m_rows = 0;
    std::size_t m_row = 0;
};

} // namespace tierscope::core
