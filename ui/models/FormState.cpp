// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/FormState.h"

#include "core/analysis/AdaptiveSweep.h"
#include "core/workload/Kernels.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <limits>

namespace tierscope::ui {

namespace {

constexpr int kVersion = 3;
constexpr int kFixedVersion = 2;              ///< before repeats and tiers could depend on what was measured
constexpr int kLocalVersion = 1;              ///< before there was AWS Lambda
constexpr qsizetype kLongestState = 32 << 20; ///< bytes, with two payloads of 6 MB whose quotes are doubled; longer is none of ours

/// Each field by its name, in one place for writing and for reading.
template <typename SomeForm, typename Visitor>
void visitFields(SomeForm& form, Visitor&& visit)
{
    visit("kernel", form.kernel);
    visit("command", form.command);
    visit("python_module", form.pythonModule);
    visit("python_function", form.pythonFunction);
    visit("python_arguments", form.pythonArguments);
    visit("python_path", form.pythonPath);
    visit("tasks", form.tasks);
    visit("tiers", form.tiers);
    visit("sequential", form.hasSequential);
    visit("parallel", form.hasParallel);
    visit("pool", form.hasPool);
    visit("cap_count", form.capCount);
    visit("repeats", form.repeats);
    visit("name", form.name);
    visit("warmup", form.warmup);
    visit("seed", form.seed);
    visit("task_timeout_s", form.taskTimeout);
    visit("run_timeout_s", form.runTimeout);
}

/// Those of version 2.
template <typename SomeForm, typename Visitor>
void visitLambda(SomeForm& form, Visitor&& visit)
{
    visit("lambda", form.isLambda);
    visit("lambda_profile", form.lambda.profile);
    visit("lambda_region", form.lambda.region);
    visit("lambda_endpoint_url", form.lambda.endpointUrl);
    visit("lambda_function", form.lambda.function);
    visit("lambda_qualifier", form.lambda.qualifier);
    visit("lambda_sequential_payload", form.lambda.sequentialPayload);
    visit("lambda_parallel_payload", form.lambda.parallelPayload);
    visit("lambda_concurrency", form.lambda.concurrency);
    visit("lambda_cold_starts", form.lambda.coldStarts);
}

/// Those of version 3.
template <typename SomeForm, typename Visitor>
void visitEnds(SomeForm& form, Visitor&& visit)
{
    visit("until_sure", form.isUntilSure);
    visit("precision_percent", form.precisionPercent);
    visit("max_repeats", form.maxRepeats);
}

constexpr const char* kEveryTier = "every-tier";

struct Writer {
    QJsonObject& json;
    void operator()(const char* name, const std::string& value) const { json[QLatin1String(name)] = QString::fromStdString(value); }
    template <typename Value>
    void operator()(const char* name, const Value& value) const
    {
        json[QLatin1String(name)] = value;
    }
};

/// Takes each field out of the object; isGood becomes false with the first that is not as it should be.
struct Reader {
    QJsonObject json;
    bool isGood = true;

    QJsonValue take(const char* name, QJsonValue::Type type)
    {
        const QJsonValue value = json.take(QLatin1String(name));
        isGood = isGood && value.type() == type;
        return value;
    }
    void operator()(const char* name, QString& value) { value = take(name, QJsonValue::String).toString(); }
    void operator()(const char* name, std::string& value) { value = take(name, QJsonValue::String).toString().toStdString(); }
    void operator()(const char* name, bool& value) { value = take(name, QJsonValue::Bool).toBool(); }
    void operator()(const char* name, double& value)
    {
        value = take(name, QJsonValue::Double).toDouble();
        isGood = isGood && value >= 0;
    }
    void operator()(const char* name, int& value)
    {
        const double number = take(name, QJsonValue::Double).toDouble();
        isGood = isGood && number == std::floor(number) && number >= 0 && number <= std::numeric_limits<int>::max();
        value = isGood ? static_cast<int>(number) : 0;
    }
    template <typename Enum>
    void operator()(const char* name, Enum& value, Enum last)
    {
        int number = 0;
        (*this)(name, number);
        isGood = isGood && number <= static_cast<int>(last);
        value = isGood ? static_cast<Enum>(number) : Enum{};
    }
};

void readGoal(Reader& read, Form& form)
{
    std::string name;
    read("goal", name);
    if (name == kEveryTier)
        return;
    const auto goal = core::parseSweepGoal(name);
    read.isGood = read.isGood && goal.has_value();
    if (goal)
        form.goal = *goal;
}

} // namespace

QByteArray encodeFormState(const FormState& state)
{
    QJsonObject json;
    visitFields(state.form, Writer{json});
    visitLambda(state.form, Writer{json});
    visitEnds(state.form, Writer{json});
    json[QLatin1String("goal")] = QLatin1String(state.form.goal ? core::sweepGoalName(*state.form.goal) : kEveryTier);
    json[QLatin1String("lambda_contract")] = static_cast<int>(state.form.lambda.contract);
    json[QLatin1String("version")] = kVersion;
    json[QLatin1String("choice")] = QString::fromStdString(state.choice);
    json[QLatin1String("kind")] = static_cast<int>(state.form.kind);
    json[QLatin1String("cap_kind")] = static_cast<int>(state.form.capKind);
    QJsonObject parameters;
    for (const auto& [name, text] : state.form.parameters)
        parameters[QString::fromStdString(name)] = text;
    json[QLatin1String("parameters")] = parameters;
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<FormState> decodeFormState(const QByteArray& bytes)
{
    if (bytes.size() > kLongestState)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return std::nullopt;
    FormState state;
    Form& form = state.form;
    Reader read{document.object()};
    int version = 0;
    read("version", version);
    read("choice", state.choice);
    read("kind", form.kind, WorkloadKind::Python);
    read("cap_kind", form.capKind, core::CapPolicy::Kind::Sweep);
    const auto readField = [&read](const char* name, auto& value) { read(name, value); };
    visitFields(form, readField);
    if (version != kLocalVersion) {
        visitLambda(form, readField);
        read("lambda_contract", form.lambda.contract, core::LambdaContract::Any);
    }
    if (version > kFixedVersion) {
        visitEnds(form, readField);
        readGoal(read, form);
    }
    const QJsonObject parameters = read.take("parameters", QJsonValue::Object).toObject();
    for (auto parameter = parameters.begin(); parameter != parameters.end(); ++parameter) {
        read.isGood = read.isGood && parameter.value().isString();
        form.parameters[parameter.key().toStdString()] = parameter.value().toString();
    }
    const bool isKnown = form.kind != WorkloadKind::Kernel || core::findKernel(form.kernel) != nullptr;
    if (!read.isGood || !read.json.isEmpty() || version < kLocalVersion || version > kVersion || !isKnown)
        return std::nullopt;
    return state;
}

} // namespace tierscope::ui
