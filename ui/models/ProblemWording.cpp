// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ProblemWording.h"

#include "core/tier/TierCatalogue.h"
#include "ui/models/FormModel.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>

#include <utility>

namespace tierscope::ui {

namespace {

struct Problem {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};
using Words = std::pair<QString, QString>;

constexpr qsizetype kLongestQuote = 60;

/// A text as it was given, fit for a sentence: on one line, and not longer than a person reads.
QString quoted(const std::string& text)
{
    const QString line = QString::fromStdString(text).simplified();
    return line.size() <= kLongestQuote ? line : line.left(kLongestQuote) + QChar(0x2026);
}

QString numberWords(std::int64_t number)
{
    return number < 0 ? QStringLiteral("-") + numberText(static_cast<qulonglong>(-number)) : numberText(static_cast<qulonglong>(number));
}

QString rangeRemedy(std::int64_t least, std::int64_t most)
{
    return Problem::tr("Give a number from %1 to %2").arg(numberWords(least), numberWords(most));
}

/// A whole sentence for each field: in other languages the subject changes more than a word.
QString rangeMessage(const std::string& field, const QString& number)
{
    if (field == field::kTasks)
        return Problem::tr("The number of tasks cannot be %1").arg(number);
    if (field == field::kRepeats)
        return Problem::tr("The number of repeats cannot be %1").arg(number);
    if (field == field::kPrecision)
        return Problem::tr("The median's interval cannot be ± %1 %").arg(number);
    if (field == field::kMaxRepeats)
        return Problem::tr("Repeats cannot end at %1").arg(number);
    if (field == field::kWarmup)
        return Problem::tr("The number of warm-up runs cannot be %1").arg(number);
    if (field == field::kCap)
        return Problem::tr("The number of processes at once cannot be %1").arg(number);
    if (field == field::kConcurrency)
        return Problem::tr("The number of invocations at once cannot be %1").arg(number);
    if (field == field::kColdStarts)
        return Problem::tr("The number of cold starts cannot be %1").arg(number);
    if (field == field::kSequentialPayload || field == field::kParallelPayload)
        return Problem::tr("The weight of a payload cannot be %1").arg(number);
    return Problem::tr("%1 is out of range").arg(number);
}

QString listRemedy()
{
    return Problem::tr("Give a JSON list such as [1, \"two\"]");
}

QString modeOf(const std::string& name)
{
    for (const auto mode : {core::ScheduleMode::Sequential, core::ScheduleMode::Parallel, core::ScheduleMode::Pool}) {
        if (name == core::scheduleModeName(mode))
            return modeTitle(mode);
    }
    return quoted(name);
}

Words words(const core::FieldProblem& problem)
{
    const auto number = [&problem](std::size_t index) { return index < problem.numbers.size() ? problem.numbers[index] : 0; };
    const auto text = [&problem](std::size_t index) { return index < problem.texts.size() ? quoted(problem.texts[index]) : QString(); };
    switch (problem.code) {
    case core::ProblemCode::NoFunction:
        return {Problem::tr("There is no function yet"), Problem::tr("Choose one, type its name or ARN, or press Deploy")};
    case core::ProblemCode::FunctionName:
        return {Problem::tr("“%1” is not the name of a function").arg(text(0)),
                Problem::tr("Give a name such as thumbnails, or the function's ARN")};
    case core::ProblemCode::RegionName:
        return {Problem::tr("“%1” is not a region of AWS").arg(text(0)), Problem::tr("Give one such as eu-west-1")};
    case core::ProblemCode::EndpointUrl:
        return {Problem::tr("“%1” is not an address that can be used").arg(text(0)),
                Problem::tr("Give https:// and a host; plain http:// is for this computer only")};
    case core::ProblemCode::QualifierName:
        return {Problem::tr("“%1” is not a version or an alias").arg(text(0)),
                Problem::tr("Give a version's number, the name of an alias, or nothing")};
    case core::ProblemCode::QualifierFixed:
        return {Problem::tr("The memory of version or alias “%1” cannot be changed").arg(text(0)),
                Problem::tr("Leave the version empty, or press No limit at the tiers to measure it as it is")};
    case core::ProblemCode::ColdStartsFixed:
        return {Problem::tr("Without memory tiers no cold start can be forced"), Problem::tr("Give tiers, or no cold starts")};
    case core::ProblemCode::NoPayload:
        return {Problem::tr("There is no payload yet: %1").arg(problem.texts.empty() ? QString() : modeOf(problem.texts.front())),
                Problem::tr("Type JSON, or take it from a file")};
    case core::ProblemCode::PayloadNotJson:
        return {Problem::tr("A payload is not JSON: %1").arg(problem.texts.empty() ? QString() : modeOf(problem.texts.front())),
                Problem::tr("Give JSON such as {\"parallel\": true}; a line of --- parts several")};
    case core::ProblemCode::PayloadTooLarge:
        return {Problem::tr("A payload has %1 bytes").arg(numberWords(number(0))),
                Problem::tr("Lambda takes at most %1").arg(numberWords(number(1)))};
    case core::ProblemCode::PoolNeedsOwn:
        return {Problem::tr("Only Tierscope's own function has a pool and numbers of processes"),
                Problem::tr("Take sequential and parallel, and Visible vCPUs")};
    case core::ProblemCode::UnknownKernel:
        return {Problem::tr("There is no built-in workload called “%1”").arg(text(0)), Problem::tr("Choose one of the list")};
    case core::ProblemCode::UnknownParameter:
        return {Problem::tr("The workload %1 has no parameter called “%2”").arg(text(0), text(1)),
                Problem::tr("Choose the workload again")};
    case core::ProblemCode::ParameterRange:
        return {Problem::tr("%1 is out of range").arg(numberWords(number(0))), rangeRemedy(number(1), number(2))};
    case core::ProblemCode::NoProgram:
        return {Problem::tr("The command has no program"), Problem::tr("Type a program and its arguments, such as gzip -k big.log")};
    case core::ProblemCode::ArgumentBytes:
        return number(0) == 0
                   ? Words{Problem::tr("The program's name holds bytes that are not text"), Problem::tr("Give text without such bytes")}
                   : Words{Problem::tr("Argument %1 of the command holds bytes that are not text").arg(numberWords(number(0))),
                           Problem::tr("Give text without such bytes")};
    case core::ProblemCode::ProgramNotOnPath:
        return {Problem::tr("The program “%1” was not found on PATH").arg(text(0)),
                Problem::tr("Install it, correct its name, or give its full path")};
    case core::ProblemCode::ProgramMissing:
        return {Problem::tr("The program “%1” does not exist").arg(text(0)), Problem::tr("Correct its path")};
    case core::ProblemCode::ProgramNotExecutable:
        return {Problem::tr("“%1” is not a program that can be started").arg(text(0)),
                Problem::tr("Give an executable file, or make it one with chmod +x")};
    case core::ProblemCode::PythonModule:
        return {Problem::tr("“%1” is not the name of a Python module").arg(text(0)),
                Problem::tr("Give a name such as work or package.work")};
    case core::ProblemCode::PythonFunction:
        return {Problem::tr("“%1” is not the name of a Python function").arg(text(0)), Problem::tr("Give a name such as resize")};
    case core::ProblemCode::PythonPathBytes:
        return {Problem::tr("The path of the folder holds bytes that are not text"), Problem::tr("Give the path of a folder")};
    case core::ProblemCode::PythonFolderMissing:
        return {Problem::tr("The folder “%1” does not exist").arg(text(0)), Problem::tr("Give the folder that holds the module")};
    case core::ProblemCode::ArgumentsNotJson:
        return {Problem::tr("The arguments are not JSON"), listRemedy()};
    case core::ProblemCode::ArgumentsNotList:
        return {Problem::tr("The arguments are not a list"), listRemedy()};
    case core::ProblemCode::ArgumentsTooDeep:
        return {Problem::tr("The arguments are nested too deep"), Problem::tr("Give a flatter list")};
    case core::ProblemCode::NumberRange:
        return {rangeMessage(problem.field, numberWords(number(0))), rangeRemedy(number(1), number(2))};
    case core::ProblemCode::TierRange:
        return {Problem::tr("%1 MB is not a memory tier of Lambda").arg(numberWords(number(0))),
                Problem::tr("Give sizes from %1 to %2 MB").arg(numberWords(number(1)), numberWords(number(2)))};
    case core::ProblemCode::TierTwice:
        return {Problem::tr("%1 MB is in the list more than once").arg(numberWords(number(0))), Problem::tr("Name each tier once")};
    case core::ProblemCode::NoMode:
        return {Problem::tr("No way to run is chosen"), Problem::tr("Tick at least one of sequential, parallel and pool")};
    case core::ProblemCode::ModeTwice:
        return {Problem::tr("%1 is chosen more than once").arg(problem.texts.empty() ? QString() : modeOf(problem.texts.front())),
                Problem::tr("Name each way to run once")};
    case core::ProblemCode::NegativeTimeout:
        return {Problem::tr("A time limit cannot be negative"), Problem::tr("Give seconds, or 0 for none")};
    case core::ProblemCode::TooManyRuns:
        return {Problem::tr("That would be %1 runs").arg(numberWords(number(0))),
                Problem::tr("Take fewer tiers, processes at once or repeats; at most %1 runs").arg(numberWords(number(1)))};
    case core::ProblemCode::TooManyTasks:
        return {Problem::tr("That would be %1 tasks in %2 runs").arg(numberWords(number(0)), numberWords(number(1))),
                Problem::tr("Take fewer tasks, tiers or repeats; at most %1 tasks in all").arg(numberWords(number(2)))};
    }
    return {};
}

} // namespace

FormProblem wordProblem(const core::FieldProblem& problem)
{
    auto [message, remedy] = words(problem);
    return {problem.field, std::move(message), std::move(remedy)};
}

FormProblem wordTierFault(const TierEntry& entry)
{
    const QString range = Problem::tr("Lambda has tiers from %1 to %2 MB; give whole MB, or GB as in 2 GB")
                              .arg(numberText(core::kSmallestTier.value), numberText(core::kLargestTier.value));
    switch (entry.fault) {
    case TierFault::OutOfRange:
        return {field::kTiers, Problem::tr("The memory tier %1 is out of range").arg(entry.text), range};
    case TierFault::NoLimitAlone:
        return {field::kTiers, Problem::tr("No limit cannot stand beside memory tiers"), Problem::tr("Remove it, or remove the tiers")};
    case TierFault::NotANumber:
    case TierFault::None:
        break;
    }
    return {field::kTiers, Problem::tr("“%1” is not a memory tier").arg(entry.text), range};
}

} // namespace tierscope::ui
