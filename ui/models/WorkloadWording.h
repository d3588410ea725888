// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/ExperimentStore.h"

#include <QString>

#include <string_view>

namespace tierscope::ui {

/// "Busy loop", and a sentence on what it computes; a kernel that is not known keeps core's words.
[[nodiscard]] QString kernelTitle(std::string_view kernel);
[[nodiscard]] QString kernelSummary(std::string_view kernel);

/// "Busy loop 10,000,000", "gzip -k big.log", "images.resize".
[[nodiscard]] QString workloadText(const core::Workload& workload);

/// What an experiment without a name is called: "Busy loop 10,000,000, 10 tasks".
[[nodiscard]] QString unnamedTitle(const core::Workload& workload, int tasks);
/// Likewise; of a function that Tierscope knows nothing about "Function thumbs".
[[nodiscard]] QString unnamedTitle(const core::ExperimentSpec& spec);

/// What people see of an experiment in a list: its name, or what it measures.
[[nodiscard]] QString entryName(const core::ExperimentEntry& entry);
[[nodiscard]] QString entryWorkload(const core::ExperimentEntry& entry);

} // namespace tierscope::ui
