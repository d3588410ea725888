// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/WallPartsBar.h"

#include "ui/charts/PlotStyle.h"
#include "ui/timeline/LanePainter.h"
#include "ui/timeline/TimelineWords.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace tierscope::ui {

namespace {

constexpr double kSide = 6;
constexpr double kBar = 16;
constexpr double kLowBar = 11; ///< of two
constexpr double kSwatch = 9;
constexpr double kGap = 16;
constexpr double kSwatchGap = 5;
constexpr double kLeastShare = 0.005;     ///< of the run, to be worth words
constexpr double kLeastShareOfTwo = 0.03; ///< where two are compared: there is less room, and what differs is what counts

struct WordsWish {
    double left = 0;
    double width = 0;
};

/// Words in as few lines as can be, in their order and each as near to where it wants to stand as the others allow: x, and which line.
std::vector<QPointF> placeInLines(const std::vector<WordsWish>& wishes, double low, double high)
{
    std::vector<QPointF> places;
    std::size_t first = 0;
    for (int line = 0; first < wishes.size(); ++line) {
        std::size_t last = first;
        double width = 0;
        while (last < wishes.size() && (last == first || width + kGap + wishes[last].width <= high - low)) {
            width += (last == first ? 0 : kGap) + wishes[last].width;
            ++last;
        }
        double left = low;
        for (std::size_t index = first; index < last; ++index) {
            places.emplace_back(std::max(left, wishes[index].left), line);
            left = places.back().x() + wishes[index].width + kGap;
        }
        // What reaches beyond the edge pushes the others back.
        double right = high;
        for (std::size_t index = last; index-- > first;) {
            places[index].setX(std::max(low, std::min(places[index].x(), right - wishes[index].width)));
            right = places[index].x() - kGap;
        }
        first = last;
    }
    return places;
}

} // namespace

QBrush wallPartBrush(core::WallPart part, const Tokens& tokens)
{
    switch (part) {
    case core::WallPart::Compute:
        return tokens.parallel;
    case core::WallPart::ProcessStart:
        return tokens.pool;
    case core::WallPart::Throttled:
        return {tokens.sequential, Qt::Dense3Pattern};
    case core::WallPart::Contention:
        return {tokens.caution, Qt::BDiagPattern};
    case core::WallPart::IdleSlots:
        return mixed(tokens.panel, tokens.faint, 0.45);
    case core::WallPart::Scheduler:
        return {tokens.text, Qt::DiagCrossPattern};
    }
    return {};
}

WallPartsBar::WallPartsBar(Scheme scheme, QWidget* parent)
    : QWidget(parent)
    , m_scheme(scheme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void WallPartsBar::setRuns(const std::vector<RunTimelinePtr>& runs)
{
    m_runs.clear();
    QStringList sentences;
    for (const RunTimelinePtr& run : runs) {
        if (!run->parts || run->parts->wallSeconds <= 0)
            continue;
        m_runs.push_back(run);
        sentences << runDescription(*run);
    }
    setVisible(!m_runs.empty());
    layOut();
    setAccessibleDescription(sentences.join(QLatin1Char(' ')));
}

void WallPartsBar::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    update();
}

std::vector<QRectF> WallPartsBar::words() const
{
    std::vector<QRectF> places;
    for (const Row& row : m_rows) {
        places.push_back(row.titlePlace);
        for (const Part& part : row.parts) {
            if (!part.text.isEmpty())
                places.push_back(part.words);
        }
    }
    return places;
}

double WallPartsBar::placeRow(Row& row, const RunTimeline& run, double top, double longest) const
{
    const QFontMetricsF metrics(m_font);
    const QFontMetricsF strong(bold(m_font));
    const core::Decomposition& parts = *run.parts;
    row.title = m_runs.size() > 1 ? partsTitle(run.sample, parts.wallSeconds) : partsTitle(parts.wallSeconds);
    row.titlePlace = QRectF(kSide, top, std::min(strong.horizontalAdvance(row.title) + 2, width() - 2 * kSide), strong.height());
    const bool isOne = m_runs.size() == 1;
    const double gap = isOne ? 6 : 4;
    top = row.titlePlace.bottom() + gap;
    const double full = std::max(1.0, width() - 2 * kSide);
    row.bar = QRectF(kSide, top, std::max(1.0, full * parts.wallSeconds / longest), isOne ? kBar : kLowBar);
    top = row.bar.bottom() + gap;
    double x = row.bar.left();
    std::vector<WordsWish> wishes;
    for (std::size_t index = 0; index < core::kWallParts; ++index) {
        Part part;
        part.part = static_cast<core::WallPart>(index);
        const double share = parts.of(part.part) / parts.wallSeconds;
        part.bar = QRectF(x, row.bar.top(), row.bar.width() * share, row.bar.height());
        x = part.bar.right();
        if (share >= (isOne ? kLeastShare : kLeastShareOfTwo)) {
            part.text = QStringLiteral("%1 %2 · %3 %")
                            .arg(wallPartWords(part.part), taskTimeText(parts.of(part.part)))
                            .arg(std::lround(share * 100));
            wishes.push_back({part.bar.left(), std::min(full, kSwatch + kSwatchGap + metrics.horizontalAdvance(part.text) + 1)});
        }
        row.parts.push_back(part);
    }
    const std::vector<QPointF> places = placeInLines(wishes, kSide, kSide + full);
    std::size_t placed = 0;
    double lines = 0;
    for (Part& part : row.parts) {
        if (part.text.isEmpty())
            continue;
        part.words = QRectF(places[placed].x(), top + places[placed].y() * (metrics.height() + 2), wishes[placed].width, metrics.height());
        lines = std::max(lines, places[placed].y() + 1);
        ++placed;
    }
    return top + lines * (metrics.height() + 2);
}

void WallPartsBar::layOut()
{
    m_font = font();
    m_font.setPointSizeF(font().pointSizeF() * 0.95);
    m_rows.clear();
    double longest = 0;
    for (const RunTimelinePtr& run : m_runs)
        longest = std::max(longest, run->parts->wallSeconds);
    double top = 2;
    for (const RunTimelinePtr& run : m_runs) {
        Row row;
        top = placeRow(row, *run, top, longest) + 6;
        m_rows.push_back(std::move(row));
    }
    setFixedHeight(std::max(1, static_cast<int>(std::ceil(top))));
    update();
}

void WallPartsBar::drawPicture(QPainter& painter) const
{
    const Tokens& colors = tokens(m_scheme);
    const QFontMetricsF metrics(m_font);
    painter.fillRect(rect(), colors.panel);
    for (const Row& row : m_rows) {
        painter.setFont(bold(m_font));
        painter.setPen(colors.text);
        painter.drawText(row.titlePlace, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(painter.font()).elidedText(row.title, Qt::ElideRight, row.titlePlace.width()));
        painter.setFont(m_font);
        painter.setRenderHint(QPainter::Antialiasing, false);
        for (const Part& part : row.parts) {
            const double gap = part.bar.width() > 4 ? 1 : 0;
            const QBrush brush = wallPartBrush(part.part, colors);
            const QRectF shown = part.bar.adjusted(0, 0, -gap, 0);
            painter.fillRect(shown, mixed(colors.panel, brush.color(), 0.3));
            painter.fillRect(shown, brush);
            if (part.text.isEmpty())
                continue;
            const QRectF swatch(part.words.left(), std::round(part.words.center().y() - kSwatch / 2), kSwatch, kSwatch);
            painter.fillRect(swatch, mixed(colors.panel, brush.color(), 0.3));
            painter.fillRect(swatch, brush);
            painter.setPen(colors.muted);
            const QRectF words = part.words.adjusted(kSwatch + kSwatchGap, 0, 0, 0);
            painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(part.text, Qt::ElideRight, words.width()));
        }
    }
}

void WallPartsBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    drawPicture(painter);
}

void WallPartsBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        layOut();
}

void WallPartsBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

} // namespace tierscope::ui
