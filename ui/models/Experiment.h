// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/ExperimentStore.h"

#include <QString>

namespace tierscope::ui {

/// A sample as the views hold it: its task records, of which there may be a million, stay in the store; where the time went is kept.
[[nodiscard]] core::Sample withoutTasks(const core::Sample& sample);

/// Adds a sample to a record; one of the same plan index is replaced.
void addSample(core::ExperimentRecord& record, const core::Sample& sample);

/// One sentence or two above the chart: what was measured and under what, and for the reference what it shows and what to do next.
[[nodiscard]] QString leadText(const core::ExperimentRecord& record);

/// What the published curve means, in one sentence made from its figures; empty where they have no break-even.
[[nodiscard]] QString welcomeText(const core::ExperimentRecord& record);

/// "10,000,000 iterations" and the like are core's; this is the name in the header and in messages.
[[nodiscard]] QString experimentName(const core::ExperimentRecord& record);

} // namespace tierscope::ui
