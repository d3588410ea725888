// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>

#include <cstdint>

namespace tierscope::ui {

enum class Scheme : std::uint8_t { Light, Dark };

/// Every colour of the window (DESIGN section 5), in one place. Sequential, parallel and pool stay apart for colour-blind eyes, and their
/// markers and dashes differ too (SeriesStyle). What carries text has at least 4.5:1 on every ground it stands on (ThemeTest), for which
/// `muted` and `sequential` are a shade darker in light than DESIGN has them; and the dark `band` a shade lighter, so that bands are seen.
struct Tokens {
    QColor window;
    QColor panel;
    QColor field;
    QColor line;
    QColor chip;
    QColor band;
    QColor text;
    QColor muted;
    QColor faint; ///< marks, and the text of what is off; never text that is to be read
    QColor sequential;
    QColor parallel;
    QColor pool;
    QColor model;
    QColor good;
    QColor caution;
    QColor accent;    ///< the one filled button, focus, the selected tab
    QColor onAccent;  ///< text on accent; at least 4.5:1
    QColor selection; ///< behind selected rows
};

inline const Tokens& tokens(Scheme scheme)
{
    static const Tokens light{.window = QColor(0xF6F7F9),
                              .panel = QColor(0xFFFFFF),
                              .field = QColor(0xFFFFFF),
                              .line = QColor(0xE2E5EA),
                              .chip = QColor(0xEEF1F5),
                              .band = QColor(0xF4F6F9),
                              .text = QColor(0x1B1F27),
                              .muted = QColor(0x626C80),
                              .faint = QColor(0x8992A4),
                              .sequential = QColor(0xC1561A),
                              .parallel = QColor(0x0B6BB5),
                              .pool = QColor(0x7A4FB5),
                              .model = QColor(0x8A93A3),
                              .good = QColor(0x1C7C4A),
                              .caution = QColor(0xB25E09),
                              .accent = QColor(0x0B6BB5),
                              .onAccent = QColor(0xFFFFFF),
                              .selection = QColor(0xEEF1F5)};
    static const Tokens dark{.window = QColor(0x14171C),
                             .panel = QColor(0x1B1F26),
                             .field = QColor(0x14171C),
                             .line = QColor(0x2C323C),
                             .chip = QColor(0x262C35),
                             .band = QColor(0x21262F),
                             .text = QColor(0xE7EAF0),
                             .muted = QColor(0x9AA4B5),
                             .faint = QColor(0x6B7587),
                             .sequential = QColor(0xF0A066),
                             .parallel = QColor(0x62B0F0),
                             .pool = QColor(0xB99AEA),
                             .model = QColor(0x7C8798),
                             .good = QColor(0x55C08A),
                             .caution = QColor(0xE0A04A),
                             .accent = QColor(0x2478C4),
                             .onAccent = QColor(0xFFFFFF),
                             .selection = QColor(0x262C35)};
    return scheme == Scheme::Dark ? dark : light;
}

/// How a series is drawn besides its colour, so that nothing is told by colour alone.
struct SeriesStyle {
    enum class Marker : std::uint8_t { Square, Circle, Triangle };
    Marker marker = Marker::Circle;
    bool isFilled = true;
    Qt::PenStyle dash = Qt::SolidLine;
};
namespace series {
inline constexpr SeriesStyle kSequential{SeriesStyle::Marker::Square, false, Qt::SolidLine};
inline constexpr SeriesStyle kParallel{SeriesStyle::Marker::Circle, true, Qt::SolidLine};
inline constexpr SeriesStyle kPool{SeriesStyle::Marker::Triangle, true, Qt::DashLine};
} // namespace series

/// The steps that distances are taken from, in device-independent pixels.
namespace space {
inline constexpr int kHair = 1;
inline constexpr int k4 = 4;
inline constexpr int k8 = 8;
inline constexpr int k12 = 12;
inline constexpr int k16 = 16;
inline constexpr int k20 = 20;
inline constexpr int k24 = 24;
} // namespace space

namespace radius {
inline constexpr int kControl = 5; ///< fields, buttons, notes
inline constexpr int kInner = 4;   ///< inside a control
inline constexpr int kMark = 3;    ///< check boxes, handles
} // namespace radius

/// Sizes of text, as factors of the base font's.
namespace type {
inline constexpr double kCaption = 0.88;
inline constexpr double kTitle = 1.15;
inline constexpr double kFigure = 1.3;
} // namespace type

/// Distances of the layout in device-independent pixels: one grid for every panel.
namespace metrics {
inline constexpr int kGap = space::k8;
inline constexpr int kMargin = space::k16;
inline constexpr int kFieldGap = space::k12; ///< between the fields of a form
inline constexpr int kPairGap = space::k16;  ///< between two fields that share a row
inline constexpr int kLabelGap = space::k4;  ///< between a field's name, the field and what stands below it
inline constexpr int kSpinMinimum = 72;
inline constexpr int kHeaderHeight = 48;
inline constexpr int kControlHeight = 30;
inline constexpr int kRowPadding = space::k12; ///< of a table's row, above and below its text together
inline constexpr int kIcon = space::k16;
inline constexpr int kCautionIcon = 14; ///< beside a line of text
inline constexpr int kProgressWidth = 180;
inline constexpr int kProgressHeight = 5;
inline constexpr int kStatusMargin = 6;
inline constexpr int kResultMinimum = 120; ///< of a sample, in the table
inline constexpr int kLeftDockWidth = 296;
inline constexpr int kLeftDockMinimum = 280;
inline constexpr int kRightDockWidth = 272;
inline constexpr int kRightDockMinimum = 220;
inline constexpr int kBottomDockHeight = 176;   ///< where the window is high enough: at most a fifth of it
inline constexpr int kHistoryMinimum = 96;      ///< the head and two rows
inline constexpr int kHistoryNameMinimum = 240; ///< less important columns go before a name gets less
inline constexpr int kNameWidth = 420;          ///< of the experiment's name while it is edited, where there is room
inline constexpr int kWindowWidth = 1440;
inline constexpr int kWindowHeight = 900;
inline constexpr int kWindowMinimumWidth = 900;
inline constexpr int kWindowMinimumHeight = 600;
inline constexpr int kDialogWidth = 420;
} // namespace metrics

} // namespace tierscope::ui
