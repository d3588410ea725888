// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/DeployForm.h"

#include "core/tier/TierCatalogue.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tierscope::ui {

namespace {

struct Deploy {
    Q_DECLARE_TR_FUNCTIONS(Deploy)
};

/// CreateFunction takes a plain name of at most 64 letters, digits, hyphens and underscores (Lambda API reference).
bool isNewName(const QString& text)
{
    static const QRegularExpression kName(QStringLiteral("^[A-Za-z0-9_-]{1,64}$"));
    return kName.match(text).hasMatch();
}

} // namespace

bool isRoleArn(const QString& text)
{
    static const QRegularExpression kRole(QStringLiteral("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$"));
    return kRole.match(text).hasMatch();
}

DeployReading readDeployForm(const DeployForm& form, const core::AwsAccess& access)
{
    DeployReading reading;
    const QString name = form.name.trimmed();
    const QString role = form.role.trimmed();
    reading.request.access = access;
    core::Deployment& deployment = reading.request.deployment;
    deployment.function = name.toStdString();
    deployment.role = role.toStdString();
    deployment.architecture = form.architecture.toStdString();
    deployment.language = form.language;
    deployment.memory = core::MemoryMb{form.memory};
    if (!isNewName(name))
        reading.problems.push_back({field::kDeployName,
                                    name.isEmpty() ? Deploy::tr("The function has no name yet")
                                                   : Deploy::tr("“%1” cannot be the name of a function").arg(name.left(64)),
                                    Deploy::tr("Give up to 64 letters, digits, hyphens and underscores")});
    if (!isRoleArn(role))
        reading.problems.push_back(
            {field::kDeployRole,
             role.isEmpty() ? Deploy::tr("There is no role yet") : Deploy::tr("“%1” is not the ARN of a role").arg(role.left(64)),
             Deploy::tr("Give one such as arn:aws:iam::123456789012:role/tierscope")});
    if (form.memory < core::kSmallestTier.value || form.memory > core::kLargestTier.value)
        reading.problems.push_back(
            {field::kDeployMemory, Deploy::tr("%1 MB is not a memory tier of Lambda").arg(form.memory),
             Deploy::tr("Give a size from %1 to %2 MB").arg(numberText(core::kSmallestTier.value), numberText(core::kLargestTier.value))});
    return reading;
}

} // namespace tierscope::ui
