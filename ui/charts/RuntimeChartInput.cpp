// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT

// What the mouse and the keys do with the chart.
#include "ui/charts/CrossHair.h"
#include "ui/charts/RuntimeChartView.h"
#include "ui/models/ChartZoom.h"

#include <QApplication>
#include <QGraphicsRectItem>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <functional>

namespace tierscope::ui {

namespace {

constexpr double kKeyZoom = 0.8;    ///< what + does
constexpr double kWheelZoom = 0.85; ///< what a notch does
constexpr double kNotch = 120;      ///< QWheelEvent::angleDelta
constexpr double kWheelPan = 60;    ///< pixels a notch
constexpr double kLeastBand = 8;    ///< pixels; less is a slip of the hand

} // namespace

const std::optional<ChartReadout>& RuntimeChartView::readout() const
{
    return m_crossHair->readout();
}

QRectF RuntimeChartView::readoutCard() const
{
    return m_crossHair->card();
}

void RuntimeChartView::resetZoom()
{
    setPart(whole());
}

void RuntimeChartView::setPart(const Part& part)
{
    const bool wasZoomed = isZoomed();
    if (part == m_part.value_or(whole()))
        return;
    m_part = part == whole() ? std::nullopt : std::optional(part);
    showChart();
    if (wasZoomed != isZoomed())
        emit zoomChanged(isZoomed());
}

void RuntimeChartView::zoomAbout(QPointF pixel, double factor)
{
    const PlotScale& scale = m_contents.scale;
    setPart({zoomedAbout(scale.rangeX, scale.positionX(pixel.x()), factor, m_chart.x.range()),
             zoomedAbout(scale.rangeY, scale.positionY(pixel.y()), factor, m_chart.y.range())});
}

void RuntimeChartView::panBy(QPointF pixels)
{
    if (!isZoomed())
        return;
    const PlotScale& scale = m_contents.scale;
    setPart({panned(scale.rangeX, -pixels.x() / scale.area.width() * scale.rangeX.span(), m_chart.x.range()),
             panned(scale.rangeY, pixels.y() / scale.area.height() * scale.rangeY.span(), m_chart.y.range())});
}

void RuntimeChartView::readAt(QPointF pixel)
{
    const PlotScale& scale = m_contents.scale;
    if (!scale.area.contains(pixel)) {
        hideReadout();
        return;
    }
    const auto stop = nearestStop(*m_contents.chart, scale.positionX(pixel.x()), scale.positionY(pixel.y()));
    // A tier outside the part that is looked at has nothing to point at.
    if (!stop || !scale.rangeX.contains(stop->x)) {
        hideReadout();
        return;
    }
    if (stop == m_stop)
        return;
    m_chosen.reset();
    read(*stop);
}

void RuntimeChartView::read(const ReadoutStop& stop)
{
    auto readout = makeReadout(m_chart, stop, m_chosen);
    if (!readout) {
        hideReadout();
        return;
    }
    m_stop = stop;
    // QWidget tells assistive technology.
    setAccessibleDescription(readout->spoken);
    m_crossHair->show(std::move(*readout), m_chosen);
}

void RuntimeChartView::readAgain()
{
    if (m_stop)
        read(*m_stop);
    else
        hideReadout();
}

void RuntimeChartView::hideReadout()
{
    m_stop.reset();
    m_chosen.reset();
    m_crossHair->hide();
    if (accessibleDescription() != m_chart.description)
        setAccessibleDescription(m_chart.description);
}

void RuntimeChartView::walk(int steps)
{
    const std::vector<ReadoutStop> stops = readoutStops(m_chart);
    if (stops.empty())
        return;
    const auto at = m_stop ? std::ranges::find(stops, *m_stop) : stops.end();
    // The first step is onto the chart: from the left at its beginning, from the right at its end.
    if (at == stops.end()) {
        walkTo(steps > 0 ? stops.front() : stops.back());
        return;
    }
    const auto last = static_cast<std::ptrdiff_t>(stops.size()) - 1;
    walkTo(stops[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at - stops.begin() + steps, 0, last))]);
}

void RuntimeChartView::walkTo(const ReadoutStop& stop)
{
    // What was chosen may not have been measured there.
    const auto there = makeReadout(m_chart, stop);
    if (!there)
        return;
    if (!m_chosen || std::ranges::find(there->rows, *m_chosen, &ReadoutRow::series) == there->rows.end())
        m_chosen = there->rows.front().series;
    const PlotScale& scale = m_contents.scale;
    if (isZoomed() && !scale.rangeX.contains(stop.x)) {
        const AxisRange all = m_chart.x.range();
        const double by = stop.x - (scale.rangeX.minimum + scale.rangeX.maximum) / 2;
        setPart({panned(scale.rangeX, by, all), scale.rangeY});
    }
    read(stop);
}

void RuntimeChartView::choose(int steps)
{
    if (!readout()) {
        walk(1);
        return;
    }
    // From top to bottom as the points stand.
    std::vector<ReadoutRow> rows = readout()->rows;
    std::ranges::stable_sort(rows, std::ranges::greater{}, &ReadoutRow::y);
    const auto at = m_chosen ? std::ranges::find(rows, *m_chosen, &ReadoutRow::series) : rows.end();
    const auto last = static_cast<std::ptrdiff_t>(rows.size()) - 1;
    const std::ptrdiff_t next = at == rows.end() ? (steps > 0 ? 0 : last) : std::clamp<std::ptrdiff_t>(at - rows.begin() + steps, 0, last);
    m_chosen = rows[static_cast<std::size_t>(next)].series;
    read(readout()->stop);
}

bool RuntimeChartView::viewportEvent(QEvent* event)
{
    // A tooltip that the keys walk to stays; that of the mouse goes with it.
    if (event->type() == QEvent::Leave && !m_chosen)
        hideReadout();
    return QChartView::viewportEvent(event);
}

void RuntimeChartView::mousePressEvent(QMouseEvent* event)
{
    setFocusShown(false);
    m_dragFrom = event->position();
    if (event->button() == Qt::LeftButton && m_contents.scale.area.contains(m_dragFrom))
        m_drag = Drag::Pressed;
    else if (event->button() == Qt::MiddleButton && isZoomed())
        m_drag = Drag::Pan;
    event->accept();
}

void RuntimeChartView::mouseMoveEvent(QMouseEvent* event)
{
    event->accept();
    const QPointF at = event->position();
    if (m_drag == Drag::Pan) {
        panBy(at - m_dragFrom);
        m_dragFrom = at;
        return;
    }
    if (m_drag == Drag::Pressed && (at - m_dragFrom).manhattanLength() >= QApplication::startDragDistance()) {
        m_drag = Drag::Band;
        hideReadout();
        QColor fill = tokens(m_scheme).accent;
        m_band->setPen(QPen(fill, 1));
        fill.setAlphaF(0.12F);
        m_band->setBrush(fill);
        m_band->setVisible(true);
    }
    if (m_drag == Drag::Band)
        m_band->setRect(QRectF(m_dragFrom, at).normalized().intersected(m_contents.scale.area));
    else
        readAt(at);
}

void RuntimeChartView::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
    const Drag ended = m_drag;
    m_drag = Drag::None;
    m_band->setVisible(false);
    const QRectF chosen = QRectF(m_dragFrom, event->position()).normalized().intersected(m_contents.scale.area);
    if (ended != Drag::Band || chosen.width() < kLeastBand || chosen.height() < kLeastBand)
        return;
    const PlotScale& scale = m_contents.scale;
    setPart({keptWithin({scale.positionX(chosen.left()), scale.positionX(chosen.right())}, m_chart.x.range()),
             keptWithin({scale.positionY(chosen.bottom()), scale.positionY(chosen.top())}, m_chart.y.range())});
}

void RuntimeChartView::mouseDoubleClickEvent(QMouseEvent* event)
{
    event->accept();
    if (event->button() == Qt::LeftButton)
        resetZoom();
}

void RuntimeChartView::wheelEvent(QWheelEvent* event)
{
    event->accept();
    const QPointF notches = QPointF(event->angleDelta()) / kNotch;
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        panBy(QPointF(notches.x() + notches.y(), 0) * kWheelPan);
    } else if (notches.y() != 0) {
        const QRectF& area = m_contents.scale.area;
        const QPointF at(std::clamp(event->position().x(), area.left(), area.right()),
                         std::clamp(event->position().y(), area.top(), area.bottom()));
        zoomAbout(at, std::pow(kWheelZoom, notches.y()));
    } else {
        panBy(QPointF(notches.x(), 0) * kWheelPan);
    }
    // Another tier may be under the mouse now.
    if (!m_chosen)
        readAt(event->position());
}

void RuntimeChartView::keyPressEvent(QKeyEvent* event)
{
    const QPointF middle = m_contents.scale.area.center();
    const QPointF about = m_stop ? QPointF(m_contents.scale.x(m_stop->x), middle.y()) : middle;
    switch (event->key()) {
    case Qt::Key_Left:
        walk(-1);
        break;
    case Qt::Key_Right:
        walk(1);
        break;
    case Qt::Key_Home:
        hideReadout();
        walk(1);
        break;
    case Qt::Key_End:
        hideReadout();
        walk(-1);
        break;
    case Qt::Key_Up:
        choose(-1);
        break;
    case Qt::Key_Down:
        choose(1);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomAbout(about, kKeyZoom);
        break;
    case Qt::Key_Minus:
        zoomAbout(about, 1 / kKeyZoom);
        break;
    case Qt::Key_0:
        resetZoom();
        break;
    case Qt::Key_Escape:
        // With nothing to hide the key is somebody else's.
        if (!readout()) {
            event->ignore();
            return;
        }
        hideReadout();
        break;
    default:
        QChartView::keyPressEvent(event);
        return;
    }
    setFocusShown(true);
    event->accept();
}

void RuntimeChartView::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    setFocusShown(event->reason() != Qt::MouseFocusReason);
}

void RuntimeChartView::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    setFocusShown(false);
    hideReadout();
}

void RuntimeChartView::setFocusShown(bool isShown)
{
    if (m_isFocusShown == isShown)
        return;
    m_isFocusShown = isShown;
    viewport()->update();
}

void RuntimeChartView::paintEvent(QPaintEvent* event)
{
    QChartView::paintEvent(event);
    if (!m_isFocusShown)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens(m_scheme).accent, 1.5));
    painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), 4, 4);
}

} // namespace tierscope::ui
