// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT

// The timeline of a run of a million tasks: offscreen, from the call to the last pixel.
//   timeline_bench          the figures; exit status 1 when a bound is missed by the median of the frames, or by the first picture
#include "core/analysis/Statistics.h"
#include "core/base/Clock.h"
#include "ui/charts/ChartExport.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TaskSearch.h"
#include "ui/timeline/TaskTableModel.h"
#include "ui/timeline/TimelinePage.h"
#include "ui/timeline/TimelineView.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTableView>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>

namespace {

using namespace tierscope;

constexpr int kTasks = 1'000'000;
constexpr double kFrameBoundMs = 16;
constexpr double kFirstBoundMs = 200;
constexpr int kRounds = 60;

/// Tasks of every length that fill their slots, one in 5,000 of which fails, and a trace of the whole run.
core::Sample makeSample(int cap)
{
    core::Sample sample;
    sample.memory = core::MemoryMb{10240};
    sample.vcpus = 6;
    sample.share = core::CpuShare{5.79};
    sample.mode = core::ScheduleMode::Parallel;
    sample.cap = cap;
    sample.taskCount = kTasks;
    std::vector<std::int64_t> free(static_cast<std::size_t>(cap));
    sample.tasks.reserve(kTasks);
    for (int index = 0; index < kTasks; ++index) {
        const int slot = index % cap;
        std::int64_t& time = free[static_cast<std::size_t>(slot)];
        core::TaskRecord task;
        task.index = index;
        task.slot = slot;
        task.started = core::Nanoseconds(time);
        const std::int64_t length = 200'000 + static_cast<std::int64_t>(index) * 7919 % 2'000'000;
        task.ready = task.started + core::Nanoseconds(length / 20);
        time += length;
        task.ended = core::Nanoseconds(time);
        time += 30'000 + index % 100 * 400;
        task.userUs = length / 1000;
        task.outcome = index % 5000 == 17 ? core::TaskOutcome::Failed : core::TaskOutcome::Done;
        sample.tasks.push_back(task);
    }
    const std::int64_t end = *std::ranges::max_element(free);
    sample.wallSeconds = static_cast<double>(end) * 1e-9;
    for (std::int64_t at = 0; at <= end; at += 20'000'000)
        sample.cpuTrace.push_back({core::Nanoseconds(at), core::Nanoseconds(at * 5), core::Nanoseconds(at / 10)});
    return sample;
}

double since(core::Nanoseconds start)
{
    return std::chrono::duration<double, std::milli>(core::monotonicNow() - start).count();
}

/// What this thread has used: a frame waits for nothing, so that this is how long it takes where other programs do not take the CPU away.
core::Nanoseconds threadCpu()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return std::chrono::seconds(used.tv_sec) + core::Nanoseconds(used.tv_nsec);
}

double timed(const std::function<void()>& act)
{
    const core::Nanoseconds start = core::monotonicNow();
    act();
    return since(start);
}

/// The page as it is painted into the window, whatever of it has changed.
void paint(QWidget& widget, QImage& image)
{
    QPainter painter(&image);
    widget.render(&painter);
}

bool frames(const char* name, ui::TimelineView& view, const std::function<void(int)>& act)
{
    QImage image(view.size(), QImage::Format_RGB32);
    std::vector<double> times;
    std::vector<double> cpu;
    for (int round = 0; round < kRounds; ++round) {
        const core::Nanoseconds before = threadCpu();
        times.push_back(timed([&] {
            act(round);
            paint(view, image);
        }));
        cpu.push_back(std::chrono::duration<double, std::milli>(threadCpu() - before).count());
    }
    const double usual = core::median(cpu);
    std::printf("  %-44s %6.2f ms (worst of %d: %.2f ms; with what else runs here %.2f ms; bound %.0f ms)\n", name, usual, kRounds,
                *std::ranges::max_element(cpu), core::median(times), kFrameBoundMs);
    return usual <= kFrameBoundMs;
}

bool measure(int cap)
{
    std::printf("1,000,000 tasks in %d slots\n", cap);
    const core::Sample sample = makeSample(cap);
    ui::RunTimelinePtr run;
    core::Sample copy = sample;
    const double made = timed([&] { run = std::make_shared<const ui::RunTimeline>(ui::makeRunTimeline(std::move(copy))); });
    std::printf("  %-44s %6.0f ms (beside the window)\n", "tasks, sums and where the time went", made);

    ui::TimelinePage page(ui::Scheme::Dark);
    page.resize(1400, 900);
    core::ExperimentRecord record;
    record.samples.push_back(sample);
    record.samples.front().tasks = {};
    page.show(record, QStringLiteral("bench"));
    page.setVisible(true);
    QCoreApplication::processEvents();
    QImage image(page.size(), QImage::Format_RGB32);
    const core::Nanoseconds before = threadCpu();
    const double inAll = timed([&] {
        page.showRun(0, run);
        QCoreApplication::processEvents();
        paint(page, image);
    });
    const double first = std::chrono::duration<double, std::milli>(threadCpu() - before).count();
    std::printf("  %-44s %6.2f ms (with what else runs here %.2f ms; bound %.0f ms)\n", "first picture, table and all", first, inAll,
                kFirstBoundMs);
    bool isGood = first <= kFirstBoundMs;

    ui::TimelineView& view = page.view();
    const double center = view.body().center().x();
    isGood = frames("all of it", view, [](int) {}) && isGood;
    isGood = frames("zooming from all of it to one task and back", view,
                    [&](int round) { view.zoomAbout(center, round % kRounds < kRounds / 2 ? 0.7 : 1 / 0.7); })
             && isGood;
    view.fit();
    view.zoomAbout(center, 0.1);
    isGood = frames("panning a tenth of it", view, [&](int round) { view.pan(round % 20 < 10 ? 12 : -12); }) && isGood;
    view.fit();
    view.zoomAbout(center, 1e-4);
    isGood = frames("panning a ten-thousandth of it", view, [&](int round) { view.pan(round % 20 < 10 ? 12 : -12); }) && isGood;
    std::vector<std::uint32_t> found;
    const double search = timed([&] { found = findTasks(run->tasks, {ui::TaskQuery::Kind::LongerThan, 1e-3}); });
    view.fit();
    const std::size_t count = found.size();
    view.setMatches(0, found);
    std::printf("  %-44s %6.1f ms (%zu found)\n", "search by duration", search, count);
    isGood = frames("all of it with what was found", view, [](int) {}) && isGood;
    auto* table = page.findChild<QTableView*>(QStringLiteral("timelineTaskTable"));
    const double sort = timed([&] { table->sortByColumn(ui::TaskTableModel::Run, Qt::DescendingOrder); });
    std::printf("  %-44s %6.1f ms\n", "table sorted by run time", sort);
    const double select = timed([&] { view.select(ui::TaskPlace{0, 654321}); });
    std::printf("  %-44s %6.1f ms\n", "a task selected here and in the table", select);
    return isGood;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::Scheme::Dark);
    bool isGood = true;
    for (const int cap : {1, 6, 48, 1000})
        isGood = measure(cap) && isGood;
    return isGood ? EXIT_SUCCESS : EXIT_FAILURE;
}
