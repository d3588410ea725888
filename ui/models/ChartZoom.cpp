// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ChartZoom.h"

#include <algorithm>
#include <cmath>

namespace tierscope::ui {

AxisRange keptWithin(AxisRange wanted, AxisRange full)
{
    const double span = std::clamp(wanted.span(), full.span() / kMostZoom, full.span());
    const double middle = (wanted.minimum + wanted.maximum) / 2;
    const double minimum = std::clamp(middle - span / 2, full.minimum, std::max(full.minimum, full.maximum - span));
    return {minimum, std::min(minimum + span, full.maximum)};
}

AxisRange zoomedAbout(AxisRange now, double about, double factor, AxisRange full)
{
    // The span is held first: at the closest zoom a further step must not move the chart sideways.
    const double span = std::clamp(now.span() * factor, full.span() / kMostZoom, full.span());
    const double before = (about - now.minimum) / now.span();
    const double minimum = about - before * span;
    return keptWithin({minimum, minimum + span}, full);
}

AxisRange panned(AxisRange now, double by, AxisRange full)
{
    const double possible = std::clamp(by, full.minimum - now.minimum, full.maximum - now.maximum);
    return {now.minimum + possible, now.maximum + possible};
}

AxisRange settledRange(std::optional<AxisRange> before, AxisRange wanted, double step)
{
    const AxisRange outwards{std::floor(wanted.minimum / step) * step, std::ceil(wanted.maximum / step) * step};
    if (!before)
        return outwards;
    return {wanted.minimum < before->minimum ? std::min(outwards.minimum, before->minimum) : before->minimum,
            wanted.maximum > before->maximum ? std::max(outwards.maximum, before->maximum) : before->maximum};
}

} // namespace tierscope::ui
