// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT

// How long the Runtime chart of 5,000 samples takes to redraw, and its cross-hair to move. Offscreen, from the event to the last pixel:
//   chart_bench             exit status 1 when a bound is missed by the median
#include "core/analysis/Statistics.h"
#include "core/base/Clock.h"
#include "core/exchange/ObservationsCsv.h"
#include "ui/charts/RuntimeChartView.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QMouseEvent>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace {

using namespace tierscope;

constexpr double kRedrawBoundMs = 16;
constexpr double kCrossHairBoundMs = 8;
constexpr int kRounds = 100;
constexpr std::size_t kSamples = 5000;

/// The published figures over and over, a little apart each time.
std::vector<core::Sample> makeSamples(const std::vector<core::Sample>& published)
{
    std::vector<core::Sample> samples;
    for (std::size_t index = 0; index < kSamples; ++index) {
        core::Sample sample = published[index % published.size()];
        sample.planIndex = static_cast<int>(index);
        sample.wallSeconds *= 1 + 0.002 * static_cast<double>(index * 37 % 101);
        samples.push_back(std::move(sample));
    }
    return samples;
}

class PaintCounter final : public QObject {
public:
    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    int m_count = 0;
};

/// Times `act` and the painting that follows from it. False when the median is over the bound, or when nothing was painted.
bool measure(const char* name, double boundMs, QWidget& painted, const std::function<void(int)>& act)
{
    PaintCounter counter;
    painted.installEventFilter(&counter);
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        const int before = counter.count();
        const core::Nanoseconds start = core::monotonicNow();
        act(round);
        while (counter.count() == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        times.push_back(std::chrono::duration<double, std::milli>(core::monotonicNow() - start).count());
    }
    const double usual = core::median(times);
    std::printf("%-46s %6.2f ms (worst of %d: %.2f ms; bound %.0f ms)\n", name, usual, kRounds, *std::ranges::max_element(times), boundMs);
    return usual <= boundMs;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::Scheme::Light);
    const core::ExperimentRecord reference = core::referenceExperiment();
    const std::vector<core::Sample> samples = makeSamples(reference.samples);
    // The model is fitted in another thread; drawing it is part of the redraw.
    const auto model = core::modelOverlay(samples);
    const auto makeChart = [&] { return ui::makeRuntimeChart(samples, reference.spec.tiers, {}, {}, model ? &*model : nullptr); };

    ui::RuntimeChartView view(ui::Scheme::Light);
    view.resize(1000, 640);
    view.setRuntimeChart(makeChart());
    view.show();
    QCoreApplication::processEvents();

    const bool isModelFast =
        measure("5,000 samples: model and redraw", kRedrawBoundMs, *view.viewport(), [&](int) { view.setRuntimeChart(makeChart()); });
    const bool isRedrawFast = measure("5,000 samples: redraw, zoomed by the wheel", kRedrawBoundMs, *view.viewport(), [&](int round) {
        view.zoomAbout(view.contents().scale.area.center(), round % 10 < 5 ? 0.9 : 1 / 0.9);
    });
    view.resetZoom();
    QCoreApplication::processEvents();
    const bool isCrossHairFast = measure("5,000 samples: cross-hair to another tier", kCrossHairBoundMs, *view.viewport(), [&](int round) {
        // Between the first tier and the last, which are always another.
        const QRectF area = view.contents().scale.area;
        const QPointF place(area.left() + area.width() * (round % 2 == 0 ? 0.1 : 0.9), area.center().y());
        QMouseEvent move(QEvent::MouseMove, place, view.viewport()->mapToGlobal(place), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &move);
    });
    return isModelFast && isRedrawFast && isCrossHairFast ? EXIT_SUCCESS : EXIT_FAILURE;
}
