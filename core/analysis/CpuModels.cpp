// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/CpuModels.h"

#include <fmt/format.h>

namespace tierscope::core {

std::map<std::string, int> cpuModels(const std::vector<Sample>& samples)
{
    std::map<std::string, int> models;
    for (const Sample& sample : samples) {
        if (!sample.cpuModel.empty())
            ++models[sample.cpuModel];
    }
    return models;
}

std::string cpuModelsText(const std::vector<Sample>& samples)
{
    const auto models = cpuModels(samples);
    if (models.empty())
        return {};
    std::string text = "Measured on ";
    std::string separator;
    for (const auto& [model, count] : models) {
        text += separator + fmt::format("{} ({} {})", model, count, count == 1 ? "run" : "runs");
        separator = ", ";
    }
    if (models.size() > 1)
        text +=
            fmt::format(". These are {} CPU models: runs of one tier on one compare, tiers on different ones may mislead", models.size());
    return text + '\n';
}

} // namespace tierscope::core
