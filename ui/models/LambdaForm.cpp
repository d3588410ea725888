// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/LambdaForm.h"

#include <QRegularExpression>

#include <algorithm>

namespace tierscope::ui {

core::LambdaSettings readLambdaForm(const LambdaForm& form)
{
    core::LambdaSettings settings;
    settings.function = form.function.trimmed().toStdString();
    settings.qualifier = form.qualifier.trimmed().toStdString();
    settings.region = form.region.trimmed().toStdString();
    settings.profile = form.profile.trimmed().toStdString();
    settings.endpointUrl = form.endpointUrl.trimmed().toStdString();
    settings.contract = form.contract;
    settings.concurrency = form.concurrency;
    settings.coldStarts = form.coldStarts;
    if (form.contract == core::LambdaContract::Any) {
        settings.sequentialPayloads = parsePayloads(form.sequentialPayload);
        settings.parallelPayloads = parsePayloads(form.parallelPayload);
    }
    return settings;
}

LambdaForm makeLambdaForm(const core::LambdaSettings& settings)
{
    LambdaForm form;
    form.function = QString::fromStdString(settings.function);
    form.qualifier = QString::fromStdString(settings.qualifier);
    form.region = QString::fromStdString(settings.region);
    form.profile = QString::fromStdString(settings.profile);
    form.endpointUrl = QString::fromStdString(settings.endpointUrl);
    form.contract = settings.contract;
    form.concurrency = settings.concurrency;
    form.coldStarts = settings.coldStarts;
    form.sequentialPayload = formatPayloads(settings.sequentialPayloads);
    form.parallelPayload = formatPayloads(settings.parallelPayloads);
    return form;
}

core::AwsAccess accessOf(const LambdaForm& form)
{
    return {form.profile.trimmed().toStdString(), form.region.trimmed().toStdString(), form.endpointUrl.trimmed().toStdString()};
}

std::vector<core::WeightedPayload> parsePayloads(const QString& text)
{
    static const QRegularExpression kRule(QStringLiteral("^---+[ \\t]*([0-9]{0,9})[ \\t]*\\r?$"), QRegularExpression::MultilineOption);
    std::vector<core::WeightedPayload> payloads;
    const auto add = [&payloads](const QString& json, int weight) { payloads.push_back({json.trimmed().toStdString(), weight}); };
    qsizetype from = 0;
    int weight = 1;
    bool isFirst = true;
    for (auto rules = kRule.globalMatch(text); rules.hasNext();) {
        const QRegularExpressionMatch rule = rules.next();
        const QString json = text.mid(from, rule.capturedStart() - from);
        // Before the first rule there may be nothing: it only gives the first payload its weight.
        if (!isFirst || !json.trimmed().isEmpty())
            add(json, weight);
        isFirst = false;
        weight = rule.captured(1).isEmpty() ? 1 : rule.captured(1).toInt();
        from = rule.capturedEnd();
    }
    const QString last = text.mid(from);
    if (!isFirst || !last.trimmed().isEmpty())
        add(last, weight);
    return payloads;
}

QString formatPayloads(const std::vector<core::WeightedPayload>& payloads)
{
    QStringList parts;
    for (const core::WeightedPayload& payload : payloads) {
        if (payload.weight != 1)
            parts << QStringLiteral("--- %1").arg(payload.weight);
        else if (!parts.isEmpty())
            parts << QStringLiteral("---");
        parts << QString::fromStdString(payload.json);
    }
    return parts.join(QLatin1Char('\n'));
}

const QStringList& knownRegions()
{
    static const QStringList regions{QStringLiteral("us-east-1"),      QStringLiteral("us-east-2"),      QStringLiteral("us-west-1"),
                                     QStringLiteral("us-west-2"),      QStringLiteral("af-south-1"),     QStringLiteral("ap-east-1"),
                                     QStringLiteral("ap-northeast-1"), QStringLiteral("ap-northeast-2"), QStringLiteral("ap-northeast-3"),
                                     QStringLiteral("ap-south-1"),     QStringLiteral("ap-south-2"),     QStringLiteral("ap-southeast-1"),
                                     QStringLiteral("ap-southeast-2"), QStringLiteral("ap-southeast-3"), QStringLiteral("ap-southeast-4"),
                                     QStringLiteral("ap-southeast-5"), QStringLiteral("ap-southeast-7"), QStringLiteral("ca-central-1"),
                                     QStringLiteral("ca-west-1"),      QStringLiteral("eu-central-1"),   QStringLiteral("eu-central-2"),
                                     QStringLiteral("eu-north-1"),     QStringLiteral("eu-south-1"),     QStringLiteral("eu-south-2"),
                                     QStringLiteral("eu-west-1"),      QStringLiteral("eu-west-2"),      QStringLiteral("eu-west-3"),
                                     QStringLiteral("il-central-1"),   QStringLiteral("me-central-1"),   QStringLiteral("me-south-1"),
                                     QStringLiteral("mx-central-1"),   QStringLiteral("sa-east-1")};
    return regions;
}

} // namespace tierscope::ui
