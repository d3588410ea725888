// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/Sample.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace tierscope::ui {

/// The CPU models that counted samples were measured on, most samples first, then by name. Of one model only, or of none that is known, it
/// is a list of at most one.
struct CpuModels {
    std::vector<std::string> names;

    /// A sweep that mixes models misleads, so its samples are told apart.
    [[nodiscard]] bool areMixed() const { return names.size() > 1; }
    /// Its place in the list, from 0; 0 too for a sample that does not say.
    [[nodiscard]] int numberOf(const core::Sample& sample) const;
};
[[nodiscard]] CpuModels makeCpuModels(const std::vector<core::Sample>& samples);

/// "Intel Xeon 2.50GHz" of "Intel(R) Xeon(R) Processor @ 2.50GHz": without marks and words that say nothing.
[[nodiscard]] QString shortCpuModel(const std::string& model);

/// "2 CPU models: ringed dots are AMD EPYC"; empty where they are not mixed.
[[nodiscard]] QString cpuModelsText(const CpuModels& models);

} // namespace tierscope::ui
