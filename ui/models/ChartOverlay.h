// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/Sample.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace tierscope::ui {

/// Another experiment, to be drawn in grey behind the one that is shown.
struct ChartOverlay {
    std::int64_t id = 0;
    QString name;
    std::vector<core::Sample> samples;
};

} // namespace tierscope::ui
