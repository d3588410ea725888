// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

// First: moc 6.4 does not read <compare>, which is what the others begin with, before the library's configuration.
#include <QWidget>

#include "ui/theme/Tokens.h"
#include "ui/timeline/TimelinePainter.h"

#include <optional>
#include <vector>

class QScrollBar;

namespace tierscope::ui {

/// One run, or two above each other on one scale of time: a lane a slot, each task in it, what the quota held back and what failed.
/// The wheel zooms to the cursor (with Shift it scrolls the lanes), dragging pans, Shift and dragging zooms to a stretch, a click selects,
/// a double click zooms to the task. Keys: arrows walk the tasks, + and - zoom, Ctrl and arrows pan, PgUp and PgDown scroll, Enter zooms to
/// the task, 0 and Home show everything, Esc lets go of the task.
class TimelineView final : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(Scheme scheme, QWidget* parent = nullptr);

    /// Other runs: everything of them is shown, and nothing is selected.
    void setRuns(std::vector<RunTimelinePtr> runs);
    /// The same ones have grown: whoever sees everything goes on seeing everything.
    void refresh();
    void setScheme(Scheme scheme);
    /// Tasks that a search found in one of the runs.
    void setMatches(std::size_t run, const std::vector<std::uint32_t>& rows);

    [[nodiscard]] const std::vector<RunTimelinePtr>& runs() const { return m_scene.runs; }
    [[nodiscard]] TimeWindow window() const { return m_scene.scale.window; }
    [[nodiscard]] std::optional<TaskPlace> selected() const { return m_scene.selected; }
    [[nodiscard]] std::optional<TaskPlace> hovered() const { return m_scene.hovered; }
    [[nodiscard]] QRectF barOf(const TaskPlace& place) const { return m_scene.barOf(place); }
    [[nodiscard]] QRectF body() const { return m_scene.body; }
    [[nodiscard]] QColor ground() const;

    /// Brings it into sight too.
    void select(std::optional<TaskPlace> place);
    void fit();
    void zoomAbout(double x, double factor);
    void zoomTo(const TimeWindow& stretch);
    void pan(double pixels);
    [[nodiscard]] bool showsEverything() const { return m_seesAll; }

    /// The picture without card, selection and focus, in a rectangle of the size of this widget from 0, 0.
    void drawPicture(QPainter& painter) const;
    [[nodiscard]] QString description() const;

signals:
    void selectionChanged();
    void windowChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void layOut();
    void setWindow(const TimeWindow& window);
    void scrollTo(double y);
    void choose(std::optional<TaskPlace> place);
    void bringIntoSight(const TaskPlace& place);
    void zoomToSelected();
    void walk(int steps);
    void walkLanes(int steps);
    void describe();
    [[nodiscard]] TimeWindow everything() const;
    [[nodiscard]] std::optional<TaskPlace> taskUnder(QPointF position) const;

    /// What the left button does while it is down.
    struct Press {
        QPointF at;
        QPointF last;
        bool isStretch = false; ///< a stretch to zoom to is being drawn
        bool hasMoved = false;
    };
    TimelineScene m_scene;
    QScrollBar* m_scroll;
    std::optional<Press> m_press;
    bool m_seesAll = true;
    bool m_isFocusShown = false;
};

} // namespace tierscope::ui
