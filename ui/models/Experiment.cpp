// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/Experiment.h"

#include "core/analysis/Decomposition.h"
#include "core/analysis/Findings.h"
#include "ui/models/FunctionList.h"
#include "ui/models/Wording.h"
#include "ui/models/WorkloadWording.h"

#include <QCoreApplication>

#include <algorithm>

namespace tierscope::ui {

namespace {

struct Lead {
    Q_DECLARE_TR_FUNCTIONS(Experiment)
};

/// Figures of the reference are few; its sentence is made from them, so that it cannot say what they do not.
QString readOnlyLead(const core::ExperimentRecord& record)
{
    QString text = Lead::tr("Published measurements from AWS Lambda, to start with.");
    const auto summary = core::summarise(record.samples);
    for (const core::Finding& finding : core::findings(summary)) {
        if (finding.kind != core::Finding::Kind::BreakEven)
            continue;
        const auto largest = std::ranges::max_element(summary, {}, [](const core::SummaryRow& row) { return row.speedup.value_or(0); });
        text += QLatin1Char(' ')
                + Lead::tr("Running the tasks in parallel pays off from %1; at %2 it is %3× as fast as one after the other.")
                      .arg(tierText(finding.row.memory), tierText(largest->memory))
                      .arg(largest->speedup.value_or(1), 0, 'f', 1);
    }
    return text + QLatin1Char(' ') + Lead::tr("Press Run to measure this computer.");
}

QString lambdaLead(const core::ExperimentRecord& record)
{
    const core::LambdaSettings& settings = record.spec.lambda;
    const QString function = functionTitle(settings.function, settings.qualifier);
    const std::string ofFunction = regionOfFunction(settings.function);
    const QString region = QString::fromStdString(ofFunction.empty() ? settings.region : ofFunction);
    QStringList parts;
    if (settings.contract == core::LambdaContract::Any)
        parts << Lead::tr("Payloads of your own");
    else
        parts << unnamedTitle(record.spec.workload, record.spec.tasks);
    parts << (region.isEmpty() ? Lead::tr("measured on AWS Lambda, function %1").arg(function)
                               : Lead::tr("measured on AWS Lambda in %1, function %2").arg(region, function));
    return parts.join(QStringLiteral(", ")) + QLatin1Char('.');
}

} // namespace

core::Sample withoutTasks(const core::Sample& sample)
{
    core::Sample bare = sample;
    bare.wallParts = core::decompositionOf(sample);
    bare.tasks = {};
    bare.cpuTrace = {};
    return bare;
}

void addSample(core::ExperimentRecord& record, const core::Sample& sample)
{
    const auto known = std::ranges::find(record.samples, sample.planIndex, &core::Sample::planIndex);
    if (known == record.samples.end())
        record.samples.push_back(sample);
    else
        *known = sample;
}

QString experimentName(const core::ExperimentRecord& record)
{
    if (record.entry.workload)
        return entryName(record.entry);
    return record.spec.name.empty() ? unnamedTitle(record.spec) : QString::fromStdString(record.spec.name);
}

QString welcomeText(const core::ExperimentRecord& record)
{
    const auto summary = core::summarise(record.samples);
    const auto findings = core::findings(summary);
    const auto found = std::ranges::find(findings, core::Finding::Kind::BreakEven, &core::Finding::kind);
    if (found == findings.end())
        return {};
    const auto best = std::ranges::max_element(summary, {}, [](const core::SummaryRow& row) { return row.speedup.value_or(0); });
    return keepUnits(
        Lead::tr("This is what was published from AWS Lambda: up to about %1 a second process gains nothing, and at %2 running "
                 "%3 at once is %4× as fast as one after the other.")
            .arg(tierText(found->row.memory), tierText(best->memory))
            .arg(best->cap)
            .arg(best->speedup.value_or(1), 0, 'f', 1));
}

QString leadText(const core::ExperimentRecord& record)
{
    if (record.readOnly)
        return readOnlyLead(record);
    if (record.spec.backend == core::BackendKind::Lambda)
        return lambdaLead(record);
    QStringList parts;
    parts << unnamedTitle(record.spec.workload, record.spec.tasks);
    if (record.host.usableCpus > 0)
        parts << Lead::tr("measured on this computer with %1").arg(cpusText(record.host.usableCpus));
    if (!record.samples.empty() && !record.samples.front().limiter.empty())
        parts << Lead::tr("limited by %1").arg(limiterText(record.samples.front().limiter));
    const auto mostDilated =
        std::ranges::max_element(record.samples, {}, [](const core::Sample& sample) { return sample.dilation.factor; });
    if (mostDilated != record.samples.end() && !mostDilated->dilation.isPlain())
        parts << Lead::tr("tiers with more vCPUs dilated up to ×%1").arg(mostDilated->dilation.factor, 0, 'g', 3);
    return parts.join(QStringLiteral(", ")) + QLatin1Char('.');
}

} // namespace tierscope::ui
