// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/ChromeTrace.h"

#include "core/base/JsonText.h"
#include "core/base/Version.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <iterator>
#include <string_view>

namespace tierscope::core {

namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} * 1024;
constexpr double kMicrosecondsPerSecond = 1e6;

/// Hands events on in pieces.
class EventWriter {
public:
    explicit EventWriter(const TextSink& sink)
        : m_sink(sink)
    {}

    template <typename... Values>
    void add(fmt::format_string<Values...> format, Values&&... values)
    {
        m_text += m_separator;
        m_separator = ",\n";
        fmt::format_to(std::back_inserter(m_text), format, std::forward<Values>(values)...);
        if (m_text.size() >= kChunkBytes)
            flush();
    }

    void flush()
    {
        m_sink(m_text);
        m_text.clear();
    }

private:
    const TextSink& m_sink;
    std::string m_text;
    std::string_view m_separator;
};

class RunWriter {
public:
    RunWriter(EventWriter& events, const TracedRun& run, int process)
        : m_events(events)
        , m_sample(*run.sample)
        , m_process(process)
    {
        addNames(run.name);
        for (const TaskRecord& task : m_sample.tasks)
            addTask(task);
        addCounters();
    }

private:
    [[nodiscard]] double microseconds(Nanoseconds time) const
    {
        return std::chrono::duration<double, std::micro>(time).count() / m_sample.dilation.factor;
    }

    /// Readers take thread 0 for none, or for the idle one.
    [[nodiscard]] static int threadOf(int slot) { return slot + 1; }

    void addNames(const std::string& name)
    {
        m_events.add(R"({{"name":"process_name","cat":"__metadata","ph":"M","pid":{},"tid":0,"ts":0,"args":{{"name":{}}}}})", m_process,
                     jsonQuoted(name));
        m_events.add(R"({{"name":"process_sort_index","cat":"__metadata","ph":"M","pid":{},"tid":0,"ts":0,"args":{{"sort_index":{}}}}})",
                     m_process, m_process);
        int slots = 0;
        for (const TaskRecord& task : m_sample.tasks)
            slots = std::max(slots, task.slot + 1);
        for (int slot = 0; slot < slots; ++slot) {
            m_events.add(R"({{"name":"thread_name","cat":"__metadata","ph":"M","pid":{},"tid":{},"ts":0,"args":{{"name":"slot {}"}}}})",
                         m_process, threadOf(slot), slot);
            m_events.add(
                R"({{"name":"thread_sort_index","cat":"__metadata","ph":"M","pid":{},"tid":{},"ts":0,"args":{{"sort_index":{}}}}})",
                m_process, threadOf(slot), slot);
        }
    }

    void addTask(const TaskRecord& task)
    {
        if (!task.wasStarted()) {
            m_events.add(R"({{"name":"task {} never started","cat":"failure","ph":"i","s":"p","pid":{},"tid":0,"ts":{:.3f},)"
                         R"("args":{{"index":{},"outcome":"{}","error":{}}}}})",
                         task.index, m_process, m_sample.wallSeconds * kMicrosecondsPerSecond, task.index, taskOutcomeName(task.outcome),
                         jsonQuoted(task.error));
            return;
        }
        const double started = microseconds(task.started);
        const double ended = std::max(started, microseconds(task.ended));
        m_events.add(
            R"({{"name":"task {}","cat":"task","ph":"X","pid":{},"tid":{},"ts":{:.3f},"dur":{:.3f},"args":{{"index":{},"outcome":"{}",)"
            R"("queued_us":{:.3f},"user_us":{},"system_us":{},"max_rss_kb":{},"voluntary_switches":{},"involuntary_switches":{},)"
            R"("minor_faults":{},"major_faults":{},"exit_code":{},"signal":{}}}}})",
            task.index, m_process, threadOf(task.slot), started, ended - started, task.index, taskOutcomeName(task.outcome),
            microseconds(task.queued), task.userUs, task.systemUs, task.maxRssKb, task.voluntarySwitches, task.involuntarySwitches,
            task.minorFaults, task.majorFaults, task.exitCode, task.signal);
        if (const double ready = std::min(microseconds(task.ready), ended); ready > started)
            m_events.add(R"({{"name":"process start","cat":"start","ph":"X","pid":{},"tid":{},"ts":{:.3f},"dur":{:.3f}}})", m_process,
                         threadOf(task.slot), started, ready - started);
        if (!task.isDone())
            m_events.add(R"({{"name":"task {} {}","cat":"failure","ph":"i","s":"t","pid":{},"tid":{},"ts":{:.3f},"args":{{"error":{}}}}})",
                         task.index, taskOutcomeName(task.outcome), m_process, threadOf(task.slot), ended, jsonQuoted(task.error));
    }

    /// A counter holds from its moment on, so each has what follows; at the end all is over.
    void addCounters()
    {
        const CpuTrace& trace = m_sample.cpuTrace;
        for (std::size_t point = 0; point < trace.size(); ++point) {
            double used = 0;
            double throttled = 0;
            if (point + 1 < trace.size() && trace[point + 1].at > trace[point].at) {
                const double seconds = microseconds(trace[point + 1].at - trace[point].at);
                // CPU time is the tier's as it is: a dilated process gets less of it in the same time.
                used = std::chrono::duration<double, std::micro>(trace[point + 1].used - trace[point].used).count() / seconds;
                throttled = microseconds(trace[point + 1].throttled - trace[point].throttled) / seconds;
            }
            const double at = microseconds(trace[point].at);
            m_events.add(R"({{"name":"CPU","cat":"cpu","ph":"C","pid":{},"tid":0,"ts":{:.3f},"args":{{"used":{:.4f}}}}})", m_process, at,
                         used);
            m_events.add(R"({{"name":"quota","cat":"cpu","ph":"C","pid":{},"tid":0,"ts":{:.3f},"args":{{"vCPUs":{:.4f}}}}})", m_process, at,
                         m_sample.share.value);
            m_events.add(R"({{"name":"throttled","cat":"cpu","ph":"C","pid":{},"tid":0,"ts":{:.3f},"args":{{"CPUs":{:.4f}}}}})", m_process,
                         at, throttled);
        }
    }

    EventWriter& m_events;
    const Sample& m_sample;
    int m_process;
};

} // namespace

void writeChromeTrace(const std::vector<TracedRun>& runs, const TextSink& sink)
{
    // Readers that stream want the events first.
    sink("{\"traceEvents\":[\n");
    EventWriter events(sink);
    for (std::size_t index = 0; index < runs.size(); ++index)
        RunWriter(events, runs[index], static_cast<int>(index) + 1);
    events.flush();
    sink(fmt::format("\n],\"displayTimeUnit\":\"ms\",\"otherData\":{{\"program\":\"Tierscope {}\",\"time\":\"the tier's: as measured / "
                     "dilation\"}}}}\n",
                     kVersion));
}

} // namespace tierscope::core
