// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/Credentials.h"
#include "core/experiment/LambdaSettings.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tierscope::ui {

/// What stands in the fields of the AWS page, as it is typed. Holds no credential: a profile is a name.
struct LambdaForm {
    QString profile; ///< empty: as AWS's tools find it
    QString region;  ///< likewise
    QString endpointUrl;
    QString function; ///< name or ARN
    QString qualifier;
    core::LambdaContract contract = core::LambdaContract::Own;
    QString sequentialPayload; ///< as parsePayloads reads it
    QString parallelPayload;
    int concurrency = 1;
    int coldStarts = 0;
    bool operator==(const LambdaForm&) const = default;
};

[[nodiscard]] core::LambdaSettings readLambdaForm(const LambdaForm& form);
/// The form that reads as these settings.
[[nodiscard]] LambdaForm makeLambdaForm(const core::LambdaSettings& settings);
/// Where its functions are looked for.
[[nodiscard]] core::AwsAccess accessOf(const LambdaForm& form);

/// Payloads as text: JSON, and of several each begins after a line of "---", which may give a weight: "--- 3". Such a line cannot stand
/// inside JSON. Blanks around a payload are not part of it. Text of blanks only is no payload.
[[nodiscard]] std::vector<core::WeightedPayload> parsePayloads(const QString& text);
[[nodiscard]] QString formatPayloads(const std::vector<core::WeightedPayload>& payloads);

/// The regions in which Lambda is offered to everybody (AWS General Reference, "AWS Lambda endpoints", 2025), to choose from; others can be
/// typed.
[[nodiscard]] const QStringList& knownRegions();

} // namespace tierscope::ui
