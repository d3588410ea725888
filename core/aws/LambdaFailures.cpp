// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/LambdaFailures.h"

#include "core/base/JsonReader.h"
#include "core/base/Text.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tierscope::core {

namespace {

/// Lambda refuses signatures whose time is more than five minutes off.
constexpr std::chrono::minutes kSkew{4};
constexpr const char* kBilled = "It may have run and may be billed; it is not repeated";

constexpr std::array<std::string_view, 5> kThrottled{"TooManyRequestsException", "ThrottlingException", "Throttling",
                                                     "RequestLimitExceeded", "ThrottledException"};
/// Exceptions of Invoke after which the function has not run (API reference, "Invoke", "Errors").
constexpr std::array<std::string_view, 14> kDidNotRun{
    "EC2ThrottledException",         "EC2UnexpectedException",    "ENILimitReachedException",   "SubnetIPAddressLimitReachedException",
    "ResourceNotReadyException",     "ResourceConflictException", "SnapStartNotReadyException", "SnapStartTimeoutException",
    "EFSMountConnectivityException", "EFSMountFailureException",  "EFSMountTimeoutException",   "InvalidRuntimeException",
    "EC2AccessDeniedException",      "KMSNotFoundException"};
/// Of these, those that pass.
constexpr std::array<std::string_view, 5> kPassing{"EC2ThrottledException", "ResourceNotReadyException", "ResourceConflictException",
                                                   "SnapStartNotReadyException", "EFSMountTimeoutException"};
constexpr std::array<std::string_view, 5> kSignature{"InvalidSignatureException", "SignatureDoesNotMatch", "IncompleteSignatureException",
                                                     "RequestTimeTooSkewed", "RequestExpired"};
constexpr std::array<std::string_view, 4> kExpired{"ExpiredTokenException", "ExpiredToken", "InvalidClientTokenId",
                                                   "UnrecognizedClientException"};

template <std::size_t Size>
bool isOneOf(const std::array<std::string_view, Size>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// "ResourceNotFoundException:http://…" and "com.amazonaws#Name" name their exception between the two marks.
std::string exceptionName(std::string_view text)
{
    text = text.substr(0, text.find(':'));
    if (const std::size_t mark = text.rfind('#'); mark != std::string_view::npos)
        text.remove_prefix(mark + 1);
    return std::string(text);
}

/// A sentence of AWS's without its full stop.
std::string statement(std::string_view text)
{
    std::string line = shortLine(text);
    while (!line.empty() && (line.back() == '.' || line.back() == ' '))
        line.pop_back();
    return line;
}

struct Said {
    std::string type;
    std::string message;
};

Said whatItSays(const HttpResponse& response)
{
    Said said{exceptionName(response.header("x-amzn-errortype")), {}};
    const auto json = parseJson(response.body, "the error", ErrorCode::Corrupt);
    if (!json || !json->is_object())
        return said;
    for (const char* key : {"message", "Message", "errorMessage"}) {
        if (const auto found = json->find(key); found != json->end() && found->is_string() && said.message.empty())
            said.message = statement(found->get_ref<const std::string&>());
    }
    for (const char* key : {"__type", "code"}) {
        if (const auto found = json->find(key); found != json->end() && found->is_string() && said.type.empty())
            said.type = exceptionName(found->get_ref<const std::string&>());
    }
    return said;
}

Error signatureError(const HttpResponse& response, UnixTime now)
{
    const auto theirs = parseHttpDate(response.header("date"));
    if (theirs && (now - *theirs > kSkew || *theirs - now > kSkew)) {
        const auto off = std::chrono::duration_cast<std::chrono::minutes>(now > *theirs ? now - *theirs : *theirs - now);
        return {ErrorCode::PermissionDenied,
                fmt::format("this computer's clock is {} min {} of AWS's, so that its requests are refused", off.count(),
                            now > *theirs ? "ahead" : "behind"),
                "Set the clock, for example with timedatectl set-ntp true",
                now > *theirs ? ErrorDetail::ClockAhead : ErrorDetail::ClockBehind,
                {std::to_string(off.count())}};
    }
    return {ErrorCode::PermissionDenied, "AWS refuses the signature of the request", "Check that the secret key belongs to the access key",
            ErrorDetail::SignatureRefused};
}

ErrorCode codeOf(int status)
{
    switch (status) {
    case 401:
    case 403:
        return ErrorCode::PermissionDenied;
    case 404:
        return ErrorCode::NotFound;
    case 409:
    case 412:
    case 429:
        return ErrorCode::Busy;
    default:
        return status >= 400 && status < 500 ? ErrorCode::InvalidArgument : ErrorCode::Io;
    }
}

const char* remedyOf(const LambdaFailure& failure)
{
    if (failure.status == 429)
        return "Try again later, with fewer invocations at once";
    if (failure.status == 401 || failure.status == 403)
        return "Give the user or role that permission";
    if (failure.type == "ResourceNotFoundException")
        return "Check its name, the region and the profile";
    if (failure.type == "PreconditionFailedException")
        return "Somebody else has changed the function meanwhile";
    return "";
}

ErrorDetail detailOf(const LambdaFailure& failure)
{
    if (failure.mayHaveActed)
        return ErrorDetail::LambdaMayHaveRun;
    if (failure.status == 429)
        return ErrorDetail::LambdaThrottles;
    if (failure.status == 401 || failure.status == 403)
        return ErrorDetail::LambdaForbids;
    if (failure.type == "PreconditionFailedException")
        return ErrorDetail::FunctionChanged;
    return failure.type == "ResourceNotFoundException" ? ErrorDetail::LambdaMisses : ErrorDetail::LambdaRefuses;
}

} // namespace

std::optional<UnixTime> parseHttpDate(const std::string& text)
{
    std::tm parts{};
    const char* end = ::strptime(text.c_str(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    if (end == nullptr || *end != '\0')
        return std::nullopt;
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::from_time_t(::timegm(&parts)));
}

LambdaFailure refusalOf(const HttpResponse& response, RequestKind kind, UnixTime now)
{
    const Said said = whatItSays(response);
    LambdaFailure failure;
    failure.status = response.status;
    failure.type = said.type;
    if (response.status >= 300 && response.status < 400) {
        failure.error = {ErrorCode::Io,
                         fmt::format("the endpoint answers with status {}, a redirection, which is not followed", response.status),
                         "Give the endpoint's own address",
                         ErrorDetail::EndpointRedirects,
                         {std::to_string(response.status)}};
        return failure;
    }
    failure.mayHaveActed = kind == RequestKind::Invocation && response.status >= 500 && !isOneOf(kDidNotRun, said.type);
    if (isOneOf(kSignature, said.type)) {
        failure.error = signatureError(response, now);
        return failure;
    }
    if (isExpired(failure)) {
        failure.error = {ErrorCode::PermissionDenied, "AWS does not accept the credentials: they have expired or are not known",
                         "Sign in again, or check the profile", ErrorDetail::CredentialsRefused};
        return failure;
    }
    const std::string what = said.type.empty() ? fmt::format("AWS Lambda answers with status {}", response.status)
                                               : fmt::format("AWS Lambda answers with {}", statement(said.type));
    failure.error = {codeOf(response.status),
                     said.message.empty() ? what : fmt::format("{}: {}", what, said.message),
                     failure.mayHaveActed ? kBilled : remedyOf(failure),
                     detailOf(failure),
                     {said.type.empty() ? std::to_string(response.status) : statement(said.type), said.message}};
    return failure;
}

LambdaFailure lossOf(HttpFailure failure, RequestKind kind)
{
    LambdaFailure loss;
    loss.error = std::move(failure.error);
    loss.mayHaveActed = failure.mayHaveArrived;
    if (kind == RequestKind::Invocation && loss.mayHaveActed && loss.error.code != ErrorCode::Cancelled) {
        loss.error.message = "the invocation was sent and its answer was lost: " + loss.error.message;
        loss.error.remedy = kBilled;
        loss.error.detail = ErrorDetail::AnswerLost;
        loss.error.values.clear();
    }
    return loss;
}

bool isWorthRetrying(const LambdaFailure& failure, RequestKind kind)
{
    if (failure.status == 0) {
        const ErrorCode code = failure.error.code;
        const bool isLost = code == ErrorCode::Io || code == ErrorCode::TimedOut;
        return isLost && !(kind == RequestKind::Invocation && failure.mayHaveActed);
    }
    if (failure.status == 429 || isOneOf(kThrottled, failure.type))
        return true;
    if (kind == RequestKind::Invocation)
        return isOneOf(kPassing, failure.type);
    return failure.status >= 500
           || (failure.type == "ResourceConflictException" && failure.error.message.find("progress") != std::string::npos);
}

bool isExpired(const LambdaFailure& failure)
{
    return isOneOf(kExpired, failure.type);
}

} // namespace tierscope::core
