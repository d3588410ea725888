// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/store/RecordBlobs.h"

#include "core/runner/RunRequest.h"
#include "core/store/ColumnCodec.h"

#include <limits>
#include <unordered_map>

namespace tierscope::core {

namespace {

constexpr std::uint8_t kBlobVersion = 1;
/// Of all tasks together; a text that goes over it is left out. A blob could ask for the same long text a million times.
constexpr std::size_t kMostTextBytes = std::size_t{256} * 1024 * 1024;
/// More points than a sandbox ever takes down (CpuTraceRecorder).
constexpr std::uint64_t kMostTracePoints = 1'000'000;

constexpr std::size_t kTaskColumns = 17;
using TaskRow = NumberRow<kTaskColumns>;
constexpr std::size_t kTraceColumns = 3;
using TraceRow = NumberRow<kTraceColumns>;

std::uint64_t bits(std::int64_t value)
{
    return static_cast<std::uint64_t>(value);
}

tl::unexpected<Error> damagedBlob(const char* what, const char* how)
{
    return fail(ErrorCode::Corrupt, std::string("the stored ") + what + how);
}

/// Each text that tasks have, once: a million tasks that were cancelled say the same.
class TextTable {
public:
    /// 0 for no text, and 1 … for the others.
    [[nodiscard]] std::uint64_t numberOf(const std::string& text)
    {
        if (text.empty() || text.size() > kMostTextBytes - m_usedBytes)
            return 0;
        m_usedBytes += text.size();
        const auto [known, isNew] = m_numbers.try_emplace(text, m_numbers.size() + 1);
        if (isNew)
            m_texts.push_back(&known->first);
        return known->second;
    }
    void appendTo(std::string& out) const
    {
        appendVarint(out, m_texts.size());
        for (const std::string* text : m_texts) {
            appendVarint(out, text->size());
            out += *text;
        }
    }

private:
    std::unordered_map<std::string, std::uint64_t> m_numbers;
    std::vector<const std::string*> m_texts;
    std::size_t m_usedBytes = 0;
};

/// Views into the blob, by number; the first is no text.
std::vector<std::string_view> readTexts(ByteReader& in)
{
    std::vector<std::string_view> texts{{}};
    // Each takes a byte at least, so a count that lies ends soon.
    for (std::uint64_t left = in.varint(); left > 0 && in.isGood(); --left)
        texts.push_back(in.bytes(in.varint()));
    return texts;
}

/// What differs little from one task to the next: durations instead of times.
TaskRow rowOf(const TaskRecord& task, std::uint64_t text)
{
    return {bits(task.index),
            bits(task.slot),
            bits(task.queued.count()),
            bits(task.started.count()),
            bits(task.ready.count()) - bits(task.started.count()),
            bits(task.ended.count()) - bits(task.started.count()),
            bits(task.userUs),
            bits(task.systemUs),
            bits(task.maxRssKb),
            bits(task.voluntarySwitches),
            bits(task.involuntarySwitches),
            bits(task.minorFaults),
            bits(task.majorFaults),
            bits(task.exitCode),
            bits(task.signal),
            bits(static_cast<std::int64_t>(task.outcome)),
            text};
}

/// Takes numbers of a row in their order and sees that each is within what its field can be, as the wire format has it.
class TaskRowReader {
public:
    explicit TaskRowReader(const TaskRow& row)
        : m_row(row)
    {}
    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] std::int64_t number(std::int64_t least = 0, std::int64_t most = std::numeric_limits<std::int64_t>::max())
    {
        return checked(static_cast<std::int64_t>(m_row[m_column++]), least, most);
    }
    [[nodiscard]] int small(int least, int most) { return static_cast<int>(number(least, most)); }
    [[nodiscard]] Nanoseconds time() { return Nanoseconds(number()); }
    [[nodiscard]] Nanoseconds timeAfter(Nanoseconds start)
    {
        const auto time = static_cast<std::int64_t>(bits(start.count()) + m_row[m_column++]);
        return Nanoseconds(checked(time, 0, std::numeric_limits<std::int64_t>::max()));
    }

private:
    std::int64_t checked(std::int64_t value, std::int64_t least, std::int64_t most)
    {
        if (value >= least && value <= most)
            return value;
        m_isGood = false;
        return least;
    }

    const TaskRow& m_row;
    std::size_t m_column = 0;
    bool m_isGood = true;
};

/// False when a number of the row cannot be.
bool readTask(const TaskRow& numbers, const std::vector<std::string_view>& texts, TaskRecord& task)
{
    constexpr int kLeast = std::numeric_limits<int>::min();
    constexpr int kMost = std::numeric_limits<int>::max();
    TaskRowReader row(numbers);
    task.index = row.small(0, kMaximumTasks - 1);
    task.slot = row.small(-1, kMaximumCap - 1);
    task.queued = row.time();
    task.started = row.time();
    task.ready = row.timeAfter(task.started);
    task.ended = row.timeAfter(task.started);
    task.userUs = row.number();
    task.systemUs = row.number();
    task.maxRssKb = row.number();
    task.voluntarySwitches = row.number();
    task.involuntarySwitches = row.number();
    task.minorFaults = row.number();
    task.majorFaults = row.number();
    task.exitCode = row.small(kLeast, kMost);
    task.signal = row.small(0, kMost);
    task.outcome = static_cast<TaskOutcome>(row.small(0, static_cast<int>(TaskOutcome::Cancelled)));
    task.error = texts[static_cast<std::size_t>(row.number(0, static_cast<std::int64_t>(texts.size()) - 1))];
    return row.isGood();
}

/// What the head of a blob says: how many records follow. Corrupt when that cannot be.
Result<std::size_t> readCount(ByteReader& in, const char* what, std::uint64_t most)
{
    if (in.byte() != kBlobVersion)
        return damagedBlob(what, " are of another version");
    const std::uint64_t count = in.varint();
    if (!in.isGood() || count > most)
        return damagedBlob(what, " are damaged");
    return static_cast<std::size_t>(count);
}

/// So many records at most can follow: each column of a chunk takes two bytes or more.
template <std::size_t Columns>
std::size_t warranted(std::size_t count, const ByteReader& in)
{
    constexpr std::size_t kLeastColumnBytes = 2;
    return std::min(count, (in.bytesLeft() / (Columns * kLeastColumnBytes) + 1) * kRowsInChunk);
}

} // namespace

std::string encodeTaskBlob(const std::vector<TaskRecord>& tasks)
{
    std::string blob(1, static_cast<char>(kBlobVersion));
    appendVarint(blob, tasks.size());
    TextTable texts;
    std::string rows;
    RowWriter<kTaskColumns> writer(rows);
    for (const TaskRecord& task : tasks)
        writer.add(rowOf(task, texts.numberOf(task.error)));
    writer.flush();
    texts.appendTo(blob);
    return blob += rows;
}

Result<std::vector<TaskRecord>> decodeTaskBlob(std::string_view blob)
{
    constexpr const char* kWhat = "tasks";
    ByteReader in(blob);
    const auto count = readCount(in, kWhat, kMaximumTasks);
    if (!count)
        return fail(count.error());
    const std::vector<std::string_view> texts = readTexts(in);
    std::vector<TaskRecord> tasks;
    tasks.reserve(warranted<kTaskColumns>(*count, in));
    RowReader<kTaskColumns> rows(in, *count);
    std::size_t textBytes = 0;
    for (std::size_t i = 0; i < *count; ++i) {
        const TaskRow row = rows.next();
        if (!in.isGood() || !readTask(row, texts, tasks.emplace_back()))
            return damagedBlob(kWhat, " are damaged");
        textBytes += tasks.back().error.size();
        if (textBytes > kMostTextBytes)
            return damagedBlob(kWhat, " are damaged");
    }
    if (!in.isGood() || in.bytesLeft() > 0)
        return damagedBlob(kWhat, " are damaged");
    return tasks;
}

std::string encodeTraceBlob(const CpuTrace& trace)
{
    std::string blob(1, static_cast<char>(kBlobVersion));
    appendVarint(blob, trace.size());
    RowWriter<kTraceColumns> writer(blob);
    for (const CpuTracePoint& point : trace)
        writer.add({bits(point.at.count()), bits(point.used.count()), bits(point.throttled.count())});
    writer.flush();
    return blob;
}

Result<CpuTrace> decodeTraceBlob(std::string_view blob)
{
    constexpr const char* kWhat = "points of the CPU trace";
    ByteReader in(blob);
    const auto count = readCount(in, kWhat, kMostTracePoints);
    if (!count)
        return fail(count.error());
    CpuTrace trace;
    trace.reserve(warranted<kTraceColumns>(*count, in));
    RowReader<kTraceColumns> rows(in, *count);
    CpuTracePoint last;
    for (std::size_t i = 0; i < *count; ++i) {
        const TraceRow row = rows.next();
        const auto time = [&](std::size_t column) { return Nanoseconds(static_cast<std::int64_t>(row[column])); };
        const CpuTracePoint point{time(0), time(1), time(2)};
        if (!in.isGood() || point.at < last.at || point.used < last.used || point.throttled < last.throttled)
            return damagedBlob(kWhat, " are damaged");
        trace.push_back(last = point);
    }
    if (!in.isGood() || in.bytesLeft() > 0)
        return damagedBlob(kWhat, " are damaged");
    return trace;
}

} // namespace tierscope::core
