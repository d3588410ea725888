// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/ModelFit.h"

namespace tierscope::core {

/// A model of this computer, carried over to another place (Lambda) by what was measured there.
struct Calibration {
    FittedModel model; ///< the local one, its CPU times times `factor`
    /// CPU time there / CPU time here of the same work: 2 is half as fast a CPU.
    double factor = 1;
    double low = 1; ///< 90 % interval of the factor
    double high = 1;
    int observations = 0; ///< that the factor comes from
};

/// All CPU times of the model (task and start) are stretched by the factor that meets a measured point; of several points by the median of
/// their factors. Waiting, contention and the quota's law stay. One point is enough. InvalidArgument where there is none, or where no
/// factor from 1/1000 to 1000 explains one.
[[nodiscard]] Result<Calibration> calibrate(const FittedModel& local, std::span<const Observation> measuredThere);

/// "One task takes 1.8 times the CPU time there (90 % interval 1.7 to 1.9, from 1 measured run)".
[[nodiscard]] std::string calibrationText(const Calibration& calibration);

} // namespace tierscope::core
