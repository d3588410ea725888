// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/FormModel.h"

#include "core/analysis/AdaptiveSweep.h"
#include "core/tier/TierCatalogue.h"
#include "core/workload/Kernels.h"
#include "ui/models/Arguments.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <optional>

namespace tierscope::ui {

namespace {

struct FormText {
    Q_DECLARE_TR_FUNCTIONS(FormText)
};

/// A whole number, with or without the separators that we ourselves show.
std::optional<std::uint64_t> parseWhole(const QString& text)
{
    QString digits = text.trimmed();
    digits.remove(QLatin1Char(',')).remove(QLatin1Char(' ')).remove(QLatin1Char('_'));
    bool isWhole = false;
    const qulonglong value = digits.toULongLong(&isWhole);
    if (!isWhole || digits.startsWith(QLatin1Char('+')))
        return std::nullopt;
    return value;
}

std::chrono::milliseconds toMilliseconds(double seconds)
{
    return std::chrono::milliseconds(std::llround(seconds * 1000));
}

core::KernelWorkload readKernel(const Form& form, std::vector<FormProblem>& problems)
{
    core::KernelWorkload workload{form.kernel, {}};
    const core::Kernel* kernel = core::findKernel(form.kernel);
    if (kernel == nullptr)
        return workload;
    for (const core::KernelParameter& parameter : kernel->parameters) {
        const std::string name(parameter.name);
        const auto text = form.parameters.find(name);
        const std::optional<std::uint64_t> value = text == form.parameters.end() ? parameter.defaultValue : parseWhole(text->second);
        if (value && *value >= parameter.minimum && *value <= parameter.maximum) {
            workload.parameters[name] = *value;
            continue;
        }
        const QString typed = text == form.parameters.end() ? QString() : text->second.trimmed();
        problems.push_back({field::kParameterPrefix + name,
                            (value             ? FormText::tr("%1 is out of range").arg(numberText(*value))
                             : typed.isEmpty() ? FormText::tr("A number is missing")
                                               : FormText::tr("“%1” is not a whole number").arg(typed)),
                            FormText::tr("Give a number from %1 to %2").arg(numberText(parameter.minimum), numberText(parameter.maximum))});
    }
    return workload;
}

core::CommandWorkload readCommand(const Form& form, std::vector<FormProblem>& problems)
{
    if (form.command.trimmed().isEmpty()) {
        problems.push_back({field::kCommand, FormText::tr("There is no command yet"),
                            FormText::tr("Type a program and its arguments, such as gzip -k big.log")});
        return {};
    }
    auto arguments = splitArguments(form.command.toStdString());
    if (!arguments) {
        problems.push_back(
            {field::kCommand, QString::fromStdString(arguments.error().message), QString::fromStdString(arguments.error().remedy)});
        return {};
    }
    return {std::move(*arguments)};
}

/// core names the workload as a whole; which of its fields is wrong shows when the others are replaced by good ones.
core::PythonWorkload readPython(const Form& form, std::vector<FormProblem>& problems)
{
    const core::PythonWorkload workload{form.pythonModule.trimmed().toStdString(), form.pythonFunction.trimmed().toStdString(),
                                        form.pythonArguments.trimmed().isEmpty() ? "[]" : form.pythonArguments.trimmed().toStdString(),
                                        form.pythonPath.trimmed().toStdString()};
    const auto check = [&problems](const char* name, const core::PythonWorkload& probe) {
        if (const auto problem = core::findWorkloadProblem(probe)) {
            problems.push_back(wordProblem(*problem));
            problems.back().field = name;
        }
    };
    if (workload.module.empty())
        problems.push_back({field::kPythonModule, FormText::tr("There is no module yet"),
                            FormText::tr("Type its name as in an import, such as images.thumbnails")});
    else
        check(field::kPythonModule, {workload.module, "f", "[]", ""});
    if (workload.function.empty())
        problems.push_back(
            {field::kPythonFunction, FormText::tr("There is no function yet"), FormText::tr("Type the name of a function of the module")});
    else
        check(field::kPythonFunction, {"m", workload.function, "[]", ""});
    check(field::kPythonArguments, {"m", "f", workload.argsJson, ""});
    return workload;
}

core::Workload readWorkload(const Form& form, std::vector<FormProblem>& problems)
{
    switch (form.kind) {
    case WorkloadKind::Command:
        return readCommand(form, problems);
    case WorkloadKind::Python:
        return readPython(form, problems);
    case WorkloadKind::Kernel:
        break;
    }
    return readKernel(form, problems);
}

/// What a function that we know nothing about does, only it knows; a spec has a workload all the same.
core::Workload unknownWorkload()
{
    return core::KernelWorkload{"noop", {}};
}

/// The field of the panel where a problem of the workload as a whole is marked.
const char* workloadField(WorkloadKind kind)
{
    switch (kind) {
    case WorkloadKind::Command:
        return field::kCommand;
    case WorkloadKind::Python:
        return field::kPythonPath;
    case WorkloadKind::Kernel:
        break;
    }
    return field::kWorkload;
}

void readTiers(const Form& form, FormReading& reading)
{
    const TierList entries = parseTierList(form.tiers);
    if (entries.empty())
        reading.problems.push_back({field::kTiers, FormText::tr("There is no memory tier yet"),
                                    FormText::tr("Type sizes in MB such as 128, 512, 1024, or press No limit")});
    for (const TierEntry& entry : entries) {
        if (!entry.isGood()) {
            reading.problems.push_back(wordTierFault(entry));
            return;
        }
        if (!entry.isNoLimit())
            reading.spec.tiers.push_back(entry.memory);
    }
}

/// Zero, which means off to core, is no precision that one can ask for.
void readRepeats(const Form& form, FormReading& reading)
{
    if (!form.isUntilSure)
        return;
    reading.spec.precisionPercent = form.precisionPercent;
    reading.spec.maxRepeats = form.maxRepeats;
    if (form.precisionPercent == 0)
        reading.problems.push_back(
            {field::kPrecision, FormText::tr("A median is never sure to ± 0 %"),
             FormText::tr("Give a number from %1 to %2, or switch it off").arg(1).arg(core::kMaximumPrecisionPercent)});
}

} // namespace

FormReading readForm(const Form& form)
{
    FormReading reading;
    core::ExperimentSpec& spec = reading.spec;
    const bool isAny = form.isAnyFunction();
    if (form.isLambda) {
        spec.backend = core::BackendKind::Lambda;
        spec.lambda = readLambdaForm(form.lambda);
    }
    spec.name = form.name.trimmed().toStdString();
    spec.workload = isAny ? unknownWorkload() : readWorkload(form, reading.problems);
    const bool isWorkloadRead = reading.problems.empty();
    spec.tasks = isAny ? 1 : form.tasks;
    readTiers(form, reading);
    spec.modes.clear();
    if (form.hasSequential)
        spec.modes.push_back(core::ScheduleMode::Sequential);
    if (form.hasParallel)
        spec.modes.push_back(core::ScheduleMode::Parallel);
    if (form.hasPool && !isAny)
        spec.modes.push_back(core::ScheduleMode::Pool);
    // The cap says nothing about sequential runs, and its fields are hidden then.
    if (!isAny && (form.hasParallel || form.hasPool))
        spec.cap = {form.capKind, form.capKind == core::CapPolicy::Kind::Auto ? 0 : form.capCount};
    spec.repeats = form.repeats;
    readRepeats(form, reading);
    // With fewer all are measured anyway.
    constexpr std::size_t kFewestToChoose = 3;
    if (!isAny && spec.tiers.size() >= kFewestToChoose)
        reading.goal = form.goal;
    spec.warmup = form.warmup;
    if (const auto seed = parseWhole(form.seed))
        spec.seed = *seed;
    else
        reading.problems.push_back({field::kSeed, FormText::tr("“%1” is not a whole number").arg(form.seed.trimmed()),
                                    FormText::tr("Any whole number will do: the same one gives the same order")});
    if (!isAny) {
        spec.taskTimeout = toMilliseconds(form.taskTimeout);
        spec.runTimeout = toMilliseconds(form.runTimeout);
    }

    for (const core::FieldProblem& found : core::validateSpec(spec)) {
        FormProblem problem = wordProblem(found);
        if (problem.field == field::kWorkload) {
            if (!isWorkloadRead)
                continue;
            problem.field = workloadField(form.kind);
        }
        const auto isSameField = [&problem](const FormProblem& known) { return known.field == problem.field; };
        if (std::ranges::none_of(reading.problems, isSameField))
            reading.problems.push_back(std::move(problem));
    }
    return reading;
}

Form makeForm(const core::ExperimentSpec& spec)
{
    Form form;
    form.isLambda = spec.backend == core::BackendKind::Lambda;
    if (form.isLambda)
        form.lambda = makeLambdaForm(spec.lambda);
    if (const auto* kernel = std::get_if<core::KernelWorkload>(&spec.workload)) {
        form.kind = WorkloadKind::Kernel;
        form.kernel = kernel->name;
        form.parameters = defaultParameters(kernel->name);
        for (const auto& [name, value] : kernel->parameters)
            form.parameters[name] = numberText(value);
    } else if (const auto* command = std::get_if<core::CommandWorkload>(&spec.workload)) {
        form.kind = WorkloadKind::Command;
        form.command = QString::fromStdString(joinArguments(command->argv));
    } else if (const auto* python = std::get_if<core::PythonWorkload>(&spec.workload)) {
        form.kind = WorkloadKind::Python;
        form.pythonModule = QString::fromStdString(python->module);
        form.pythonFunction = QString::fromStdString(python->function);
        form.pythonArguments = QString::fromStdString(python->argsJson);
        form.pythonPath = QString::fromStdString(python->path);
    }
    form.tasks = spec.tasks;
    form.tiers = QString::fromStdString(core::formatTiers(spec.tiers)).replace(QLatin1Char(','), QLatin1String(", "));
    const auto has = [&spec](core::ScheduleMode mode) { return std::ranges::find(spec.modes, mode) != spec.modes.end(); };
    form.hasSequential = has(core::ScheduleMode::Sequential);
    form.hasParallel = has(core::ScheduleMode::Parallel);
    form.hasPool = has(core::ScheduleMode::Pool);
    form.capKind = spec.cap.kind;
    form.capCount = spec.cap.kind == core::CapPolicy::Kind::Auto ? Form().capCount : spec.cap.count;
    form.repeats = spec.repeats;
    form.isUntilSure = spec.precisionPercent > 0;
    if (form.isUntilSure) {
        form.precisionPercent = spec.precisionPercent;
        form.maxRepeats = spec.maxRepeats;
    }
    form.name = QString::fromStdString(spec.name);
    form.warmup = spec.warmup;
    form.seed = QString::number(spec.seed);
    form.taskTimeout = static_cast<double>(spec.taskTimeout.count()) / 1000;
    form.runTimeout = static_cast<double>(spec.runTimeout.count()) / 1000;
    return form;
}

std::map<std::string, QString> defaultParameters(const std::string& kernel)
{
    std::map<std::string, QString> parameters;
    if (const core::Kernel* found = core::findKernel(kernel); found != nullptr) {
        for (const core::KernelParameter& parameter : found->parameters)
            parameters[std::string(parameter.name)] = numberText(parameter.defaultValue);
    }
    return parameters;
}

} // namespace tierscope::ui
