// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>

namespace tierscope::ui {

enum class Scheme { Light, Dark };

/// Every colour of the window (DESIGN section 5), in one place. Sequential, parallel and pool stay apart for colour-blind eyes, and their
/// markers differ too.
struct Tokens {
    QColor window;
    QColor panel;
    QColor field;
    QColor line;
    QColor chip;
    QColor band;
    QColor text;
    QColor muted;
    QColor faint;
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
                              .muted = QColor(0x667085),
                              .faint = QColor(0x98A1B2),
                              .sequential = QColor(0xC2571A),
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
                             .band = QColor(0x1E232B),
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

/// Distances of the layout in device-independent pixels: one grid for every panel.
namespace metrics {
inline constexpr int kGap = 8;
inline constexpr int kMargin = 16;
inline constexpr int kFieldGap = 12; ///< between the fields of a form
inline constexpr int kHeaderHeight = 48;
} // namespace metrics

} // namespace tierscope::ui
