// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/TextTimeline.h"

#include "core/analysis/Summary.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <string_view>
#include <vector>

namespace tierscope::core {

namespace {

constexpr int kLeastWidth = 40;
constexpr int kLabelWidth = 7; ///< "  17 |"
constexpr std::string_view kFailed = "\x1b[31m";
constexpr std::string_view kPlain = "\x1b[0m";

struct Glyphs {
    std::string_view run, start, open, close, only, crowd, failed, edge, full, micro;
    std::array<std::string_view, 9> levels;
};
constexpr Glyphs kUnicode{"─", "╌", "├", "┤", "▪", "▒", "✗", "│", "█", "µ", {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}};
constexpr Glyphs kAscii{"=", "-", "[", "]", "|", "#", "X", "|", "#", "u", {" ", ".", ":", "-", "=", "+", "*", "%", "#"}};

const Glyphs& glyphsOf(const TextCanvas& canvas)
{
    return canvas.isUtf8 ? kUnicode : kAscii;
}

int plotWidth(const TextCanvas& canvas)
{
    return std::max(canvas.width, kLeastWidth) - kLabelWidth - 1;
}

/// "45.0 us" where there is no micro sign.
std::string seconds(double value, const TextCanvas& canvas)
{
    std::string text = formatSeconds(value);
    if (const auto micro = text.find(kUnicode.micro); !canvas.isUtf8 && micro != std::string::npos)
        text.replace(micro, kUnicode.micro.size(), kAscii.micro);
    return text;
}

/// Columns of one slot.
class Lane {
public:
    Lane(int width, const Glyphs& glyphs)
        : m_glyphs(glyphs)
        , m_cells(static_cast<std::size_t>(width))
    {}

    /// Columns are first <= ready <= last.
    void add(const TaskRecord& task, std::size_t first, std::size_t ready, std::size_t last)
    {
        // Where one task follows another in the same column, that is the earlier one's.
        if (first < last && m_cells[first].tasks == 1 && m_cells[first].isEnd)
            ++first;
        ready = std::max(ready, first);
        for (std::size_t column = first; column <= last; ++column) {
            Cell& cell = m_cells[column];
            ++cell.tasks;
            cell.isFailed = cell.isFailed || (column == last && !task.isDone());
            cell.glyph = column < ready ? m_glyphs.start : m_glyphs.run;
        }
        if (first == last) {
            m_cells[first].glyph = m_glyphs.only;
            return;
        }
        m_cells[first].glyph = m_glyphs.open;
        m_cells[last].glyph = m_glyphs.close;
        m_cells[last].isEnd = true;
        m_labels.push_back({first, last, std::to_string(task.index)});
    }

    [[nodiscard]] std::string text(bool hasColour)
    {
        placeLabels();
        std::string line;
        for (const Cell& cell : m_cells) {
            const std::string_view glyph = cell.isFailed ? m_glyphs.failed : cell.tasks > 1 ? m_glyphs.crowd : cell.glyph;
            if (cell.isFailed && hasColour)
                line.append(kFailed).append(glyph).append(kPlain);
            else if (cell.digit != 0)
                line += cell.digit;
            else
                line += glyph;
        }
        return line;
    }

private:
    struct Cell {
        int tasks = 0;
        bool isFailed = false;
        bool isEnd = false; ///< of a task that is longer
        char digit = 0;
        std::string_view glyph = " ";
    };
    struct Label {
        std::size_t first;
        std::size_t last;
        std::string text;
    };

    /// After its first column, with a column to spare before the last, where the task is alone.
    void placeLabels()
    {
        for (const Label& label : m_labels) {
            const std::size_t begin = label.first + 1;
            if (begin + label.text.size() > label.last)
                continue;
            const auto isShared = [](const Cell& cell) { return cell.tasks > 1; };
            const auto from = m_cells.begin() + static_cast<std::ptrdiff_t>(begin);
            if (std::any_of(from, from + static_cast<std::ptrdiff_t>(label.text.size()), isShared))
                continue;
            for (std::size_t offset = 0; offset < label.text.size(); ++offset)
                m_cells[begin + offset].digit = label.text[offset];
        }
    }

    const Glyphs& m_glyphs;
    std::vector<Cell> m_cells;
    std::vector<Label> m_labels;
};

/// From real time of this computer to columns.
class Scale {
public:
    Scale(const Sample& sample, int width)
        : m_width(width)
        , m_nanoseconds(std::max(1.0, sample.wallSeconds * sample.dilation.factor * 1e9))
    {}
    /// Where the column of a moment begins, and of one that a thing ends at.
    [[nodiscard]] std::size_t column(Nanoseconds time) const { return within(std::floor(position(time))); }
    [[nodiscard]] std::size_t lastColumn(Nanoseconds time) const { return within(std::ceil(position(time)) - 1); }
    [[nodiscard]] double nanoseconds(int column) const { return m_nanoseconds * column / m_width; }

private:
    [[nodiscard]] double position(Nanoseconds time) const { return static_cast<double>(time.count()) / m_nanoseconds * m_width; }
    [[nodiscard]] std::size_t within(double column) const { return static_cast<std::size_t>(std::clamp(column, 0.0, m_width - 1.0)); }
    int m_width;
    double m_nanoseconds;
};

std::string lanesText(const Sample& sample, const Scale& scale, const TextCanvas& canvas)
{
    const Glyphs& glyphs = glyphsOf(canvas);
    int slots = 0;
    for (const TaskRecord& task : sample.tasks)
        slots = std::max(slots, task.slot + 1);
    std::vector<Lane> lanes(static_cast<std::size_t>(slots), Lane(plotWidth(canvas), glyphs));
    for (const TaskRecord& task : sample.tasks) {
        if (!task.wasStarted())
            continue;
        const std::size_t first = scale.column(task.started);
        const std::size_t last = std::max(first, scale.lastColumn(task.ended));
        lanes[static_cast<std::size_t>(task.slot)].add(task, first, std::clamp(scale.column(task.ready), first, last), last);
    }
    std::string text;
    for (std::size_t slot = 0; slot < lanes.size(); ++slot)
        text += fmt::format("{:>{}} {}{}{}\n", slot, kLabelWidth - 2, glyphs.edge, lanes[slot].text(canvas.hasColour), glyphs.edge);
    return text;
}

std::string axisText(const Sample& sample, const TextCanvas& canvas)
{
    const std::string end = seconds(sample.wallSeconds, canvas);
    return fmt::format("{:>{}} 0{:>{}}\n", "", kLabelWidth - 2, end,
                       plotWidth(canvas) - (end.find(kUnicode.micro) == std::string::npos ? 0 : -1));
}

/// CPU time used until then, between the points of the trace.
class UsedCpu {
public:
    explicit UsedCpu(const CpuTrace& trace)
        : m_trace(trace)
    {}
    /// Moments must not go back.
    [[nodiscard]] double until(double nanoseconds)
    {
        while (m_next + 1 < m_trace.size() && static_cast<double>(m_trace[m_next].at.count()) < nanoseconds)
            ++m_next;
        const CpuTracePoint& after = m_trace[m_next];
        const CpuTracePoint& before = m_trace[m_next - 1];
        const double span = static_cast<double>((after.at - before.at).count());
        const double part = span > 0 ? std::clamp((nanoseconds - static_cast<double>(before.at.count())) / span, 0.0, 1.0) : 1;
        return static_cast<double>(before.used.count()) + part * static_cast<double>((after.used - before.used).count());
    }

private:
    const CpuTrace& m_trace;
    std::size_t m_next = 1;
};

std::string cpuText(const Sample& sample, const Scale& scale, const TextCanvas& canvas)
{
    if (sample.cpuTrace.size() < 2)
        return {};
    const Glyphs& glyphs = glyphsOf(canvas);
    UsedCpu used(sample.cpuTrace);
    std::vector<double> rates;
    double before = used.until(0);
    for (int column = 0; column < plotWidth(canvas); ++column) {
        const double after = used.until(scale.nanoseconds(column + 1));
        // A dilated second has `factor` real ones.
        const double realSeconds = scale.nanoseconds(1);
        rates.push_back(std::max(0.0, after - before) / realSeconds * sample.dilation.factor);
        before = after;
    }
    const double peak = *std::max_element(rates.begin(), rates.end());
    const double top = std::max({peak, sample.share.value, 1e-9});
    std::string line;
    for (const double rate : rates)
        line += glyphs.levels[static_cast<std::size_t>(std::lround(rate / top * (static_cast<double>(glyphs.levels.size()) - 1)))];
    const double total =
        static_cast<double>((sample.cpuTrace.back().used - sample.cpuTrace.front().used).count()) / 1e9; // as measured: the tier's too
    const std::string quota = sample.share.value > 0 ? fmt::format(", quota {:.2f}", sample.share.value) : std::string();
    return fmt::format("{:>{}} {}{}{}\nCPU used {:.2f}, peak {:.2f}{}\n", "CPU", kLabelWidth - 2, glyphs.edge, line, glyphs.edge,
                       total / sample.wallSeconds, peak, quota);
}

} // namespace

std::string textTimeline(const Sample& sample, const TextCanvas& canvas)
{
    const bool anyStarted = std::any_of(sample.tasks.begin(), sample.tasks.end(), [](const TaskRecord& task) { return task.wasStarted(); });
    if (!anyStarted || !(sample.wallSeconds > 0))
        return "Nothing is known of this run's tasks\n";
    const Scale scale(sample, plotWidth(canvas));
    return lanesText(sample, scale, canvas) + axisText(sample, canvas) + cpuText(sample, scale, canvas);
}

std::string textWallParts(const std::optional<Decomposition>& parts, const TextCanvas& canvas)
{
    constexpr double kPercent = 100;
    constexpr int kTextWidth = 37;
    if (!parts)
        return {};
    const int room = std::max(canvas.width, kLeastWidth) - kTextWidth;
    std::string text = fmt::format("Where the {} went:\n", seconds(parts->wallSeconds, canvas));
    for (std::size_t part = 0; part < kWallParts; ++part) {
        const double fraction = parts->seconds[part] / parts->wallSeconds;
        std::string line = fmt::format("  {:<14} {:>10} {:>5.1f} %  ", wallPartText(static_cast<WallPart>(part)),
                                       seconds(parts->seconds[part], canvas), fraction * kPercent);
        for (int column = 0; column < static_cast<int>(std::lround(fraction * room)); ++column)
            line += glyphsOf(canvas).full;
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

} // namespace tierscope::core
