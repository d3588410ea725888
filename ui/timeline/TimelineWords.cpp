// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/TimelineWords.h"

#include "ui/models/FailureWording.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tierscope::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr double kKilo = 1024;

QString figures(double value)
{
    const double size = std::abs(value);
    return QLocale(QLocale::English).toString(value, 'f', size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

QString count(std::size_t number)
{
    return numberText(static_cast<qulonglong>(number));
}

QString tasksOf(std::size_t number)
{
    return tasksText(static_cast<int>(std::min<std::size_t>(number, std::numeric_limits<int>::max())));
}

} // namespace

QString taskTimeText(double seconds)
{
    constexpr double kRounding = 0.9995;
    if (seconds <= 0)
        return QStringLiteral("0 s");
    if (seconds >= kRounding)
        return figures(seconds) + QStringLiteral(" s");
    if (seconds >= kRounding * 1e-3)
        return figures(seconds * 1e3) + QStringLiteral(" ms");
    return QLocale(QLocale::English).toString(seconds * 1e6, 'f', 0) + QStringLiteral(" µs");
}

QString peakMemoryText(std::uint32_t kilobytes)
{
    return figures(kilobytes / kKilo) + QStringLiteral(" MB");
}

QString slotText(std::size_t slot)
{
    return Words::tr("slot %1").arg(slot);
}

QString runEntryText(const core::Sample& sample, int repeats)
{
    QStringList parts{tierText(sample.memory)};
    parts << (sample.mode == core::ScheduleMode::Sequential ? modeWord(sample.mode)
                                                            : modeWord(sample.mode) + QStringLiteral(" × %1").arg(sample.cap));
    if (sample.cold)
        parts << Words::tr("cold start");
    else if (sample.warmup)
        parts << Words::tr("warm-up");
    else if (repeats > 1)
        parts << Words::tr("%1 of %2").arg(sample.repeat + 1).arg(std::max(repeats, sample.repeat + 1));
    if (!sample.ok)
        parts << Words::tr("failed");
    return parts.join(QStringLiteral(", "));
}

QString runTitle(const RunTimeline& run)
{
    QStringList parts{modeTitle(run.sample.mode), tierText(run.sample.memory)};
    if (run.sample.mode != core::ScheduleMode::Sequential)
        parts << Words::tr("%1 at once").arg(run.sample.cap);
    parts << taskTimeText(run.seconds());
    return parts.join(QStringLiteral(" · "));
}

QString runNote(const RunTimeline& run)
{
    QStringList parts;
    if (run.tasks.failed() > 0)
        parts << Words::tr("%1 of %2 failed").arg(count(run.tasks.failed()), tasksOf(run.tasks.size()));
    if (run.tasks.neverStarted() > 0)
        parts << Words::tr("%1 never started").arg(count(run.tasks.neverStarted()));
    if (!run.sample.dilation.isPlain())
        parts << Words::tr("the tier's time: measured ÷ %1").arg(run.sample.dilation.factor, 0, 'g', 3);
    return parts.join(QStringLiteral(" · "));
}

QString runDescription(const RunTimeline& run)
{
    QStringList sentences{runTitle(run) + QLatin1Char('.')};
    if (const QString note = runNote(run); !note.isEmpty())
        sentences << note + QLatin1Char('.');
    std::size_t used = 0;
    for (const TimelineLane& lane : run.tasks.lanes())
        used += lane.size() > 0 ? 1U : 0U;
    sentences << Words::tr("%1 in %2 slots.").arg(tasksOf(run.tasks.size()), count(used));
    if (const TimelineTask* longest = run.tasks.longest())
        sentences << Words::tr("The longest, task %1, ran %2.").arg(longest->index).arg(taskTimeText(longest->seconds()));
    if (run.parts) {
        for (std::size_t index = 0; index < core::kWallParts; ++index) {
            const auto part = static_cast<core::WallPart>(index);
            if (run.parts->wallSeconds > 0 && run.parts->of(part) >= 0.005 * run.parts->wallSeconds)
                sentences << QStringLiteral("%1: %2.").arg(sentenceStart(wallPartWords(part)), taskTimeText(run.parts->of(part)));
        }
    }
    return sentences.join(QLatin1Char(' '));
}

QString taskTitle(const TimelineTask& task)
{
    return task.wasStarted() ? Words::tr("Task %1 · slot %2").arg(task.index).arg(task.slot)
                             : Words::tr("Task %1 · never started").arg(task.index);
}

QString outcomeText(const TimelineTasks& tasks, std::size_t row)
{
    switch (tasks.at(row).outcome) {
    case core::TaskOutcome::Done:
        return Words::tr("done");
    case core::TaskOutcome::TimedOut:
        return Words::tr("timed out");
    case core::TaskOutcome::Cancelled:
        return Words::tr("cancelled");
    case core::TaskOutcome::Failed:
        break;
    }
    const std::string error = tasks.errorOf(row);
    return error.empty() ? Words::tr("failed") : Words::tr("failed: %1").arg(failureText(error));
}

QStringList taskFacts(const RunTimeline& run, std::size_t row)
{
    const TimelineTask& task = run.tasks.at(row);
    QStringList facts;
    if (task.wasStarted()) {
        facts << Words::tr("ran %1, from %2 to %3").arg(taskTimeText(task.seconds()), taskTimeText(task.started), taskTimeText(task.ended));
        facts << Words::tr("waited %1 for a slot").arg(taskTimeText(task.wait));
        if (task.starting >= 0)
            facts << Words::tr("its process took %1 to start").arg(taskTimeText(task.starting));
        const double share = task.seconds() > 0 ? task.cpu / task.seconds() : 0;
        facts << Words::tr("CPU time %1, %2 % of its time").arg(taskTimeText(task.cpu)).arg(std::lround(share * 100));
        if (task.maxRssKb > 0)
            facts << Words::tr("memory at most %1").arg(peakMemoryText(task.maxRssKb));
        facts
            << Words::tr("CPU given up %1 times, taken away %2 times").arg(count(task.voluntarySwitches), count(task.involuntarySwitches));
        facts << Words::tr("page faults: %1 without reading, %2 with").arg(count(task.minorFaults), count(task.majorFaults));
    }
    facts << sentenceStart(outcomeText(run.tasks, row));
    return facts;
}

QString vcpusText(double vcpus)
{
    return QLocale(QLocale::English).toString(vcpus, 'f', vcpus < 0.1 ? 3 : 2);
}

QString wallPartWords(core::WallPart part)
{
    switch (part) {
    case core::WallPart::Compute:
        return Words::tr("computing");
    case core::WallPart::ProcessStart:
        return Words::tr("starting processes");
    case core::WallPart::Throttled:
        return Words::tr("throttled by the quota");
    case core::WallPart::Contention:
        return Words::tr("contention");
    case core::WallPart::IdleSlots:
        return Words::tr("idle slots");
    case core::WallPart::Scheduler:
        return Words::tr("scheduling");
    }
    return {};
}

QString partsTitle(double seconds)
{
    return Words::tr("Where %1 went").arg(taskTimeText(seconds));
}

QString partsTitle(const core::Sample& sample, double seconds)
{
    return Words::tr("%1, %2: where %3 went").arg(modeTitle(sample.mode), tierText(sample.memory), taskTimeText(seconds));
}

QString tasksCsv(const RunTimeline& run)
{
    std::vector<std::uint32_t> rows(run.tasks.size());
    std::iota(rows.begin(), rows.end(), 0U);
    std::ranges::stable_sort(rows, {}, [&run](std::uint32_t row) { return run.tasks.at(row).index; });
    QString csv = QStringLiteral("index,slot,wait_s,started_s,ended_s,process_start_s,cpu_s,max_rss_kb,voluntary_switches,"
                                 "involuntary_switches,minor_faults,major_faults,outcome\n");
    for (const std::uint32_t row : rows) {
        const TimelineTask& task = run.tasks.at(row);
        const QString starting = task.starting < 0 ? QString() : QString::number(static_cast<double>(task.starting), 'g', 7);
        csv += QStringLiteral("%1,%2,%3,%4,%5,%6,%7,")
                   .arg(task.index)
                   .arg(task.slot)
                   .arg(static_cast<double>(task.wait), 0, 'g', 7)
                   .arg(task.started, 0, 'f', 9)
                   .arg(task.ended, 0, 'f', 9)
                   .arg(starting)
                   .arg(static_cast<double>(task.cpu), 0, 'g', 7)
               + QStringLiteral("%1,%2,%3,%4,%5,%6\n")
                     .arg(task.maxRssKb)
                     .arg(task.voluntarySwitches)
                     .arg(task.involuntarySwitches)
                     .arg(task.minorFaults)
                     .arg(task.majorFaults)
                     .arg(QLatin1String(core::taskOutcomeName(task.outcome)));
    }
    return csv;
}

} // namespace tierscope::ui
