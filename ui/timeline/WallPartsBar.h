// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

// First: moc 6.4 does not read <compare>, which is what the others begin with, before the library's configuration.
#include <QWidget>

#include "ui/theme/Tokens.h"
#include "ui/timeline/RunTimeline.h"

#include <vector>

namespace tierscope::ui {

/// Where a run's time went: a bar of its parts, each with its name, its seconds and its share beside it. Two runs have bars on one scale.
class WallPartsBar final : public QWidget {
    Q_OBJECT

public:
    explicit WallPartsBar(Scheme scheme, QWidget* parent = nullptr);

    /// Those of which it is not known where their time went are left out; without any, this is not visible.
    void setRuns(const std::vector<RunTimelinePtr>& runs);
    void setScheme(Scheme scheme);
    /// In a rectangle of the size of this widget from 0, 0.
    void drawPicture(QPainter& painter) const;
    /// Everything with words in it, for tests that nothing is cut or lies over another.
    [[nodiscard]] std::vector<QRectF> words() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Part {
        core::WallPart part = core::WallPart::Compute;
        QRectF bar;
        QRectF words; ///< with the swatch before them
        QString text;
    };
    struct Row {
        QString title;
        QRectF titlePlace;
        QRectF bar;
        std::vector<Part> parts;
    };
    void layOut();
    [[nodiscard]] double placeRow(Row& row, const RunTimeline& run, double top, double longest) const;

    Scheme m_scheme;
    QFont m_font;
    std::vector<RunTimelinePtr> m_runs;
    std::vector<Row> m_rows;
};

/// A part's colour, and whether it is hatched too: no two beside each other are told by colour alone.
[[nodiscard]] QBrush wallPartBrush(core::WallPart part, const Tokens& tokens);

} // namespace tierscope::ui
