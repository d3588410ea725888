// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/Credentials.h"
#include "core/backend/Deployment.h"
#include "ui/models/ProblemWording.h"

#include <QString>

#include <vector>

namespace tierscope::ui {

/// A function of Tierscope's own, to be made.
struct DeployRequest {
    core::AwsAccess access;
    core::Deployment deployment;
};

/// What stands in the fields of the Deploy dialog.
struct DeployForm {
    QString name = QStringLiteral("tierscope");
    QString role;
    QString architecture = QStringLiteral("x86_64");
    core::FunctionLanguage language = core::FunctionLanguage::Cpp;
    int memory = 1769;
};

namespace field {
inline constexpr const char* kDeployName = "deploy.name";
inline constexpr const char* kDeployRole = "deploy.role";
inline constexpr const char* kDeployMemory = "deploy.memory";
} // namespace field

struct DeployReading {
    DeployRequest request;
    std::vector<FormProblem> problems; ///< at most one a field
    [[nodiscard]] bool isUsable() const { return problems.empty(); }
};
/// Pure.
[[nodiscard]] DeployReading readDeployForm(const DeployForm& form, const core::AwsAccess& access);

/// "arn:aws:iam::123456789012:role/name", with a path and of other partitions too (IAM user guide, "IAM identifiers").
[[nodiscard]] bool isRoleArn(const QString& text);

} // namespace tierscope::ui
