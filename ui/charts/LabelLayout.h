// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace tierscope::ui {

/// Tops of labels of the same height that want to be at `wanted`, moved as little as it takes for none to overlap and all to lie within low
/// .. high (as far as they fit). In the order given.
[[nodiscard]] std::vector<double> spreadLabels(const std::vector<double>& wanted, double height, double low, double high);

/// One label on an axis: its centre and width.
struct LabelSpan {
    double center = 0;
    double width = 0;
};

/// How a tick is labelled.
enum class TickText : std::uint8_t { Full, Brief, None };

/// A tick's place, and the widths of its label with its unit and without (0: it has no such form).
struct TickSpan {
    double center = 0;
    double full = 0;
    double brief = 0;
    bool beginsUnit = false; ///< no tick before it has this unit: it is never brief
};

/// Full labels where there is room for all. Where there is not, all do without the unit but for the first, the last and those that begin a
/// unit: "128 MB  256  512  1 GB  2  3  4  6  10 GB". `spans` are ascending.
[[nodiscard]] std::vector<TickText> chooseTickTexts(const std::vector<TickSpan>& spans, double gap);

/// Which labels to draw so that none come closer than `gap`. First and last have precedence, then from the left. `spans` are ascending.
[[nodiscard]] std::vector<bool> fitLabels(const std::vector<LabelSpan>& spans, double gap);

} // namespace tierscope::ui
