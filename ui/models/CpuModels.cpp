// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/CpuModels.h"

#include "core/analysis/CpuModels.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <map>

namespace tierscope::ui {

namespace {

struct Cpus {
    Q_DECLARE_TR_FUNCTIONS(CpuModels)
};

} // namespace

int CpuModels::numberOf(const core::Sample& sample) const
{
    const auto found = std::ranges::find(names, sample.cpuModel);
    return found == names.end() ? 0 : static_cast<int>(found - names.begin());
}

CpuModels makeCpuModels(const std::vector<core::Sample>& samples)
{
    std::vector<core::Sample> counted;
    std::ranges::copy_if(samples, std::back_inserter(counted), &core::Sample::isCounted);
    const std::map<std::string, int> counts = core::cpuModels(counted);
    CpuModels models;
    for (const auto& [name, count] : counts)
        models.names.push_back(name);
    std::ranges::stable_sort(models.names,
                             [&counts](const std::string& left, const std::string& right) { return counts.at(left) > counts.at(right); });
    return models;
}

QString shortCpuModel(const std::string& model)
{
    static const QRegularExpression kNoise(QStringLiteral("\\((R|TM|tm|r)\\)|\\b(CPU|Processor)\\b|@"));
    return QString::fromStdString(model).remove(kNoise).simplified();
}

QString cpuModelsText(const CpuModels& models)
{
    if (!models.areMixed())
        return {};
    QStringList others;
    for (std::size_t index = 1; index < models.names.size(); ++index)
        others << shortCpuModel(models.names[index]);
    return Cpus::tr("%1 CPU models: ringed dots are %2").arg(models.names.size()).arg(others.join(QStringLiteral(", ")));
}

} // namespace tierscope::ui
