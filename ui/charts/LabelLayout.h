// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

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

/// Which labels to draw so that none come closer than `gap`. First and last have precedence, then from the left. `spans` are ascending.
[[nodiscard]] std::vector<bool> fitLabels(const std::vector<LabelSpan>& spans, double gap);

} // namespace tierscope::ui
