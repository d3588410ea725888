// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT

// How soon the window is there, how soon it has another theme or language, and whether a run makes it stutter. Offscreen, with the real
// backend:
//   window_bench            all three, each in a process of its own; exit status 1 when a bound is missed
#include "core/analysis/Statistics.h"
#include "core/backend/LocalBackend.h"
#include "core/base/Clock.h"
#include "core/exchange/ObservationsCsv.h"
#include "core/store/ExperimentStore.h"
#include "ui/panels/MainWindow.h"
#include "ui/panels/TierChips.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QProcess>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace {

using namespace tierscope;

constexpr double kFirstPaintBoundMs = 500;
constexpr double kGapBoundMs = 50;
constexpr double kSwitchBoundMs = 200;
constexpr int kExperiments = 1000; ///< in the database
constexpr int kRounds = 7;

double toMs(core::Nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

core::Nanoseconds threadCpuNow()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + core::Nanoseconds(now.tv_nsec);
}

std::string databaseIn(const QString& folder)
{
    return (folder + QStringLiteral("/bench.sqlite")).toStdString();
}

ui::MainWindow* makeWindow(const QString& folder)
{
    const ui::Scheme scheme = ui::schemeOf(QApplication::palette());
    ui::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), scheme);
    auto* window = new ui::MainWindow({.databasePath = databaseIn(folder),
                                       .backend = [](core::BackendKind /*kind*/) { return std::make_unique<core::LocalBackend>(); },
                                       .lambda = {},
                                       .scheme = scheme,
                                       .settingsPath = QString()});
    window->show();
    window->begin();
    return window;
}

void waitFor(const std::function<bool()>& condition)
{
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

template <typename Widget>
Widget& find(const ui::MainWindow& window, const char* name)
{
    return *window.findChild<Widget*>(QLatin1String(name));
}

/// Ends the program, with the time on the clock, once the chart has been painted.
class FirstPaint final : public QObject {
public:
    explicit FirstPaint(core::Nanoseconds start)
        : m_start(start)
    {}
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const bool isChart = watched->parent() != nullptr && watched->parent()->objectName() == QLatin1String("runtimeChart");
        if (event->type() == QEvent::Paint && isChart && !m_isSeen) {
            m_isSeen = true;
            // Behind the paint that is about to happen.
            QTimer::singleShot(0, this, [this] {
                std::printf("%.1f\n", toMs(core::monotonicNow() - m_start));
                std::fflush(stdout);
                QCoreApplication::exit();
            });
        }
        return false;
    }

private:
    core::Nanoseconds m_start;
    bool m_isSeen = false;
};

/// A person's thousand experiments: eight tiers in two modes, three times, ten tasks each.
bool fillDatabase(const QString& folder)
{
    auto store = core::ExperimentStore::open(databaseIn(folder));
    if (!store)
        return false;
    core::ExperimentRecord record = core::referenceExperiment();
    record.readOnly = false;
    const std::vector<core::Sample> once = record.samples;
    record.samples.clear();
    constexpr int kRepeats = 3;
    for (int repeat = 0; repeat < kRepeats; ++repeat) {
        for (core::Sample sample : once) {
            sample.planIndex = static_cast<int>(record.samples.size());
            sample.repeat = repeat;
            sample.tasks.resize(static_cast<std::size_t>(sample.taskCount));
            record.samples.push_back(std::move(sample));
        }
    }
    record.entry.plannedRuns = static_cast<int>(record.samples.size());
    for (int number = 0; number < kExperiments; ++number) {
        record.entry.name = "experiment " + std::to_string(number);
        record.entry.createdAtMs += 1;
        if (!store->importRecord(record))
            return false;
    }
    return true;
}

int measureFirstPaint(QApplication& application, core::Nanoseconds start, const QString& folder)
{
    FirstPaint filter(start);
    application.installEventFilter(&filter);
    const std::unique_ptr<ui::MainWindow> window(makeWindow(folder));
    return QApplication::exec();
}

/// How long the window takes for another theme and another language, painted.
int measureSwitches(const QString& folder)
{
    const std::unique_ptr<ui::MainWindow> window(makeWindow(folder));
    waitFor([&window] { return find<QTableView>(*window, "historyTable").model()->rowCount() > kExperiments; });
    waitFor([&window] { return find<QAbstractButton>(*window, "runButton").isEnabled(); });
    const auto longest = [&window](const char* name, const auto& change) {
        double most = 0;
        for (int round = 0; round < kRounds; ++round) {
            const core::Nanoseconds before = core::monotonicNow();
            change(round % 2 == 0);
            QCoreApplication::sendPostedEvents();
            window->grab();
            most = std::max(most, toMs(core::monotonicNow() - before));
        }
        std::printf("%-46s %6.1f ms\n", name, most);
        return most <= kSwitchBoundMs;
    };
    const bool isThemeQuick = longest("another theme, longest",
                                      [&window](bool isOdd) { window->setTheme(isOdd ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light); });
    const bool isLanguageQuick = longest("another language, longest", [&window](bool isOdd) {
        window->setLanguage(isOdd ? ui::LanguageChoice::Japanese : ui::LanguageChoice::English);
    });
    return isThemeQuick && isLanguageQuick ? EXIT_SUCCESS : EXIT_FAILURE;
}

/// The longest time between two ticks of a timer that has nothing else to do, and the most that this thread worked between two. On a
/// computer that is busy with something else too, the first is also how long the thread was not let run.
struct Gap {
    core::Nanoseconds wall{0};
    core::Nanoseconds cpu{0};
};

class GapMeter {
public:
    GapMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
    }
    void start()
    {
        m_longest = {};
        m_wall = core::monotonicNow();
        m_cpu = threadCpuNow();
        m_timer.start();
    }
    Gap stop()
    {
        m_timer.stop();
        return m_longest;
    }

private:
    void tick()
    {
        const core::Nanoseconds wall = core::monotonicNow();
        const core::Nanoseconds cpu = threadCpuNow();
        m_longest = {std::max(m_longest.wall, wall - m_wall), std::max(m_longest.cpu, cpu - m_cpu)};
        m_wall = wall;
        m_cpu = cpu;
    }

    QTimer m_timer;
    core::Nanoseconds m_wall{0};
    core::Nanoseconds m_cpu{0};
    Gap m_longest;
};

Gap measureRun(const ui::MainWindow& window, GapMeter& meter, const char* kernel, const char* tiers, int tasks, int repeats)
{
    auto& workload = find<QComboBox>(window, "workloadCombo");
    workload.setCurrentIndex(workload.findData(QLatin1String(kernel)));
    emit workload.activated(workload.currentIndex());
    find<ui::TierChips>(window, "tiersEdit").replaceBy(QLatin1String(tiers));
    find<QSpinBox>(window, "tasksSpin").setValue(tasks);
    find<QSpinBox>(window, "repeatsSpin").setValue(repeats);
    auto& stop = find<QAbstractButton>(window, "stopButton");
    meter.start();
    find<QAbstractButton>(window, "runButton").click();
    waitFor([&stop] { return !stop.isEnabled(); });
    return meter.stop();
}

int measureGaps()
{
    const QTemporaryDir folder;
    const std::unique_ptr<ui::MainWindow> window(makeWindow(folder.path()));
    waitFor([&window] { return find<QAbstractButton>(*window, "runButton").isEnabled(); });
    find<QCheckBox>(*window, "poolCheck").click();
    GapMeter meter;
    const auto report = [](const char* name, const Gap& gap) {
        std::printf("%-46s %6.1f ms (at work for at most %.1f ms)\n", name, toMs(gap.wall), toMs(gap.cpu));
        return toMs(gap.wall) <= kGapBoundMs;
    };
    const bool areTiersSmooth = report("longest gap, 72 runs at 8 tiers", measureRun(*window, meter, "kernel:noop", "article", 10, 3));
    const bool areTasksSmooth = report("longest gap, 60 runs of 2,000 tasks", measureRun(*window, meter, "kernel:noop", "none", 2000, 20));
    return areTiersSmooth && areTasksSmooth ? EXIT_SUCCESS : EXIT_FAILURE;
}

int measureAll(const QString& self)
{
    const QTemporaryDir folder;
    if (!fillDatabase(folder.path()))
        return EXIT_FAILURE;
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        QProcess child;
        child.start(self, {QStringLiteral("--first-paint"), QString::number(core::monotonicNow().count()), folder.path()});
        child.waitForFinished(-1);
        times.push_back(child.readAllStandardOutput().trimmed().toDouble());
    }
    const double first = times.front();
    const double usual = core::median(times);
    std::printf("%-46s %6.1f ms (first of %d: %.1f ms)\n", "exec to first paint, 1,000 experiments, median", usual, kRounds, first);
    std::fflush(stdout);
    const int gaps = QProcess::execute(self, {QStringLiteral("--gaps")});
    const int switches = QProcess::execute(self, {QStringLiteral("--switches"), folder.path()});
    return usual <= kFirstPaintBoundMs && gaps == EXIT_SUCCESS && switches == EXIT_SUCCESS ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::string mode = argc > 1 ? argv[1] : "";
    if (mode.empty()) {
        const QCoreApplication application(argc, argv);
        return measureAll(QCoreApplication::applicationFilePath());
    }
    QApplication application(argc, argv);
    if (mode == "--first-paint" && argc == 4)
        return measureFirstPaint(application, core::Nanoseconds(std::stoll(argv[2])), QString::fromLocal8Bit(argv[3]));
    if (mode == "--switches" && argc == 3)
        return measureSwitches(QString::fromLocal8Bit(argv[2]));
    if (mode == "--gaps")
        return measureGaps();
    std::fputs("usage: window_bench\n", stderr);
    return 2;
}
