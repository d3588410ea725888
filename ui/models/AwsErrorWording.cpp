// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/AwsErrorWording.h"

#include "ui/models/SweepWording.h"

#include <QCoreApplication>

namespace tierscope::ui {

namespace {

using core::ErrorDetail;

struct AwsErrors {
    Q_DECLARE_TR_FUNCTIONS(AwsErrors)
};

QString valueOf(const core::Error& error, std::size_t place)
{
    return place < error.values.size() ? QString::fromStdString(error.values[place]) : QString();
}

/// "ThrottlingException: Rate exceeded", where AWS has said more than the name.
QString saidBy(const core::Error& error)
{
    const QString name = valueOf(error, 0);
    const QString said = valueOf(error, 1);
    return said.isEmpty() ? name : AwsErrors::tr("%1: %2").arg(name, said);
}

QString signInAgain()
{
    return AwsErrors::tr("Sign in again, for example with aws sso login, or choose another profile.");
}

ErrorWords wordCredentials(const core::Error& error)
{
    const QString first = valueOf(error, 0);
    switch (error.detail) {
    case ErrorDetail::CredentialsMissing:
        return {AwsErrors::tr("no AWS credentials were found: not in the environment, not in the profile %1, not from a container's or an "
                              "instance's service.")
                    .arg(first),
                AwsErrors::tr("Run aws configure, or choose another profile.")};
    case ErrorDetail::CredentialsHalfSet:
        return {AwsErrors::tr("only one of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY is set."), AwsErrors::tr("Set both, or neither.")};
    case ErrorDetail::CredentialsExpired:
        return {AwsErrors::tr("the AWS credentials have expired."), signInAgain()};
    case ErrorDetail::CredentialsRefused:
        return {AwsErrors::tr("AWS does not accept the credentials: they have expired or are not known."), signInAgain()};
    case ErrorDetail::CredentialsOfProgram:
        return {AwsErrors::tr("credential_process of the profile %1 gives no credentials.").arg(first),
                AwsErrors::tr("Run it by hand to see what it says.")};
    case ErrorDetail::CredentialsOfCli:
        return {first.isEmpty() ? AwsErrors::tr("the AWS CLI gives no credentials.")
                                : AwsErrors::tr("the AWS CLI gives no credentials (%1).").arg(first),
                signInAgain()};
    case ErrorDetail::AwsCliMissing:
        return {first.isEmpty()
                    ? AwsErrors::tr("the environment's web identity needs the AWS CLI, which is not found.")
                    : AwsErrors::tr("the profile %1 signs in through a role, SSO or a web identity, which needs the AWS CLI.").arg(first),
                AwsErrors::tr("Install the AWS CLI, version 2, or choose a profile with keys.")};
    case ErrorDetail::ProfileMissing:
        return {AwsErrors::tr("there is no profile %1 in the shared AWS files.").arg(first),
                AwsErrors::tr("Choose another one, or make it with aws configure.")};
    case ErrorDetail::SharedConfigDamaged:
        return {AwsErrors::tr("line %1 of %2 is neither a section, a setting nor a comment.").arg(first, valueOf(error, 1)),
                AwsErrors::tr("Correct that line.")};
    case ErrorDetail::SignatureRefused:
        return {AwsErrors::tr("AWS refuses the signature of the request."),
                AwsErrors::tr("See whether the secret key belongs to the access key.")};
    case ErrorDetail::ClockAhead:
        return {AwsErrors::tr("this computer's clock is %1 min ahead of AWS's, so that its requests are refused.").arg(first),
                AwsErrors::tr("Set the clock.")};
    case ErrorDetail::ClockBehind:
        return {AwsErrors::tr("this computer's clock is %1 min behind AWS's, so that its requests are refused.").arg(first),
                AwsErrors::tr("Set the clock.")};
    default:
        return {};
    }
}

ErrorWords wordWay(const core::Error& error)
{
    const QString first = valueOf(error, 0);
    const QString second = valueOf(error, 1);
    const QString network = AwsErrors::tr("See whether the network works, and try again.");
    switch (error.detail) {
    case ErrorDetail::RegionMissing:
        return {AwsErrors::tr("no region is chosen, and the profile %1 has none.").arg(first),
                AwsErrors::tr("Choose one such as us-east-1, or set AWS_REGION.")};
    case ErrorDetail::RegionUnknown:
        return {AwsErrors::tr("“%1” is no region of AWS.").arg(first), AwsErrors::tr("Choose one such as us-east-1.")};
    case ErrorDetail::RegionOfArn:
        return {AwsErrors::tr("the function's ARN is of %1, and the region is %2.").arg(first, second),
                AwsErrors::tr("Leave the region out.")};
    case ErrorDetail::EndpointUnusable:
        return {AwsErrors::tr("“%1” is no URL of an endpoint.").arg(first),
                AwsErrors::tr("Give one such as http://127.0.0.1:3001 or https://lambda.us-east-1.amazonaws.com.")};
    case ErrorDetail::EndpointUnencrypted:
        return {AwsErrors::tr("%1 would send requests unencrypted to another computer.").arg(first),
                AwsErrors::tr("Use https; plain http is only for this computer.")};
    case ErrorDetail::EndpointRedirects:
        return {AwsErrors::tr("the endpoint answers with status %1, a redirection, which is not followed.").arg(first),
                AwsErrors::tr("Give the endpoint's own address.")};
    case ErrorDetail::HostUnknown:
        return {AwsErrors::tr("there is no computer called %1.").arg(first),
                AwsErrors::tr("See whether the region and the endpoint are right and the network works.")};
    case ErrorDetail::HostUnreachable:
        return {AwsErrors::tr("%1 cannot be reached.").arg(first),
                AwsErrors::tr("See whether the region and the endpoint are right and the network works.")};
    case ErrorDetail::HostSilent:
        return {AwsErrors::tr("%1 did not answer within %2 s.").arg(first, second), network};
    case ErrorDetail::HostUnproven:
        return {AwsErrors::tr("%1 cannot prove who it is (%2).").arg(first, second),
                AwsErrors::tr("Where the network has certificates of its own, name them with AWS_CA_BUNDLE.")};
    case ErrorDetail::ConnectionLost:
        return {AwsErrors::tr("the connection to %1 broke off (%2).").arg(first, second), network};
    case ErrorDetail::AnswerLost:
        return {AwsErrors::tr("the invocation was sent and its answer was lost."),
                AwsErrors::tr("It may have run and may be billed; it is not repeated.")};
    case ErrorDetail::PricesMissing:
        return {AwsErrors::tr("the price of a GB-second on %2 in %1 is not known.").arg(first, second),
                AwsErrors::tr("Give your own price, or choose another region or architecture.")};
    default:
        return {};
    }
}

ErrorWords wordLambda(const core::Error& error)
{
    const QString answer = AwsErrors::tr("AWS Lambda answers: %1.").arg(saidBy(error));
    const QString first = valueOf(error, 0);
    switch (error.detail) {
    case ErrorDetail::LambdaRefuses:
        return {answer, {}};
    case ErrorDetail::LambdaForbids:
        return {answer, AwsErrors::tr("Give the user or role that permission.")};
    case ErrorDetail::LambdaThrottles:
        return {answer, AwsErrors::tr("Try again later, with fewer invocations at once.")};
    case ErrorDetail::LambdaMisses:
        return {answer, AwsErrors::tr("See whether the name, the region and the profile are right.")};
    case ErrorDetail::LambdaMayHaveRun:
        return {answer, AwsErrors::tr("It may have run and may be billed; it is not repeated.")};
    case ErrorDetail::FunctionNameUnusable:
        return {AwsErrors::tr("“%1” is no name of a function.").arg(first),
                AwsErrors::tr("Give its name, or its ARN such as arn:aws:lambda:us-east-1:123456789012:function:work.")};
    case ErrorDetail::FunctionFailed:
        return {AwsErrors::tr("the function is in the state Failed (%1).").arg(first), AwsErrors::tr("Update its code or configuration.")};
    case ErrorDetail::FunctionNotUpdated:
        return {AwsErrors::tr("AWS Lambda could not update the function (%1).").arg(first), {}};
    case ErrorDetail::FunctionUpdating:
        return {AwsErrors::tr("the function is still being updated after %1 s.").arg(first), AwsErrors::tr("Try again later.")};
    case ErrorDetail::FunctionChanged:
        return {AwsErrors::tr("somebody else has changed the function meanwhile."),
                AwsErrors::tr("Let the sweep have it alone, then try again.")};
    case ErrorDetail::FunctionResized:
        return {AwsErrors::tr("somebody else has changed the function meanwhile: it has %1 MB.").arg(first),
                AwsErrors::tr("Let the sweep have it alone, then try again.")};
    case ErrorDetail::FunctionMeasured:
        return {AwsErrors::tr("another Tierscope is measuring %1.").arg(first), AwsErrors::tr("Wait until it has finished, or stop it.")};
    case ErrorDetail::FunctionOfOthers:
        return {AwsErrors::tr("the function %1 was not deployed by Tierscope, and is left as it is.").arg(first),
                AwsErrors::tr("Choose another name.")};
    case ErrorDetail::FunctionHasRuntime:
        return {AwsErrors::tr("the function %1 has the runtime %2.").arg(first, valueOf(error, 1)),
                AwsErrors::tr("Remove it first, or choose another name.")};
    case ErrorDetail::RoleMissing:
        return {AwsErrors::tr("a new function needs a role to run as."), AwsErrors::tr("Give the role's ARN.")};
    case ErrorDetail::PackageMissing:
        return {AwsErrors::tr("the package %1 is not there.").arg(first), AwsErrors::tr("Build or install Tierscope whole.")};
    case ErrorDetail::PackageUnusable:
        return {AwsErrors::tr("%1 is no zip file of at most 50 MB that can be read.").arg(first), AwsErrors::tr("Choose another one.")};
    default:
        return {};
    }
}

ErrorWords wordSweep(const core::Error& error)
{
    const QString first = valueOf(error, 0);
    using Kind = core::RestoreOutcome::Kind;
    const auto restoredEarlier = [&error](Kind kind) {
        return ErrorWords{restoreText({kind, error.values.empty() ? std::string() : error.values.front(), {}}), {}};
    };
    switch (error.detail) {
    case ErrorDetail::SweepTimeLimit:
        return {AwsErrors::tr("the function's own time limit is %1 s, which small tiers may not keep.").arg(first),
                AwsErrors::tr("Runs that do not are failed samples; raise the function's timeout where that is too little.")};
    case ErrorDetail::SweepColdFirst:
        return {AwsErrors::tr("the first run of each tier is a cold start and does not count."), AwsErrors::tr("Ask for a warm-up run.")};
    case ErrorDetail::SweepConcurrency:
        return {AwsErrors::tr("the account may run %1 invocations at once.").arg(first), AwsErrors::tr("Ask for fewer at once.")};
    case ErrorDetail::SweepLargeTiers:
        return {AwsErrors::tr("some accounts may not have more than 3008 MB."),
                AwsErrors::tr("Tiers that Lambda refuses are failed samples; the others are measured.")};
    case ErrorDetail::SweepPutBack:
        return restoredEarlier(Kind::Restored);
    case ErrorDetail::SweepAsBefore:
        return restoredEarlier(Kind::WasAsBefore);
    case ErrorDetail::SweepOvertaken:
        return restoredEarlier(Kind::LeftToOthers);
    case ErrorDetail::SweepFunctionGone:
        return restoredEarlier(Kind::Gone);
    case ErrorDetail::SweepLeftToOthers:
        return {AwsErrors::tr("the function's memory was not put back: somebody else has changed the function, or it is gone."), {}};
    default:
        return {};
    }
}

} // namespace

ErrorWords wordAwsError(const core::Error& error)
{
    for (const auto word : {wordCredentials, wordWay, wordLambda, wordSweep}) {
        if (ErrorWords words = word(error); !words.message.isEmpty())
            return words;
    }
    return {};
}

} // namespace tierscope::ui
