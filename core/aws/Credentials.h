// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/HttpClient.h"
#include "core/aws/Secret.h"
#include "core/aws/SharedConfig.h"
#include "core/base/Result.h"

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace tierscope::core {

using UnixTime = std::chrono::sys_seconds;
/// Tells the time; tests give their own.
using WallClock = std::function<UnixTime()>;
[[nodiscard]] UnixTime systemTime();

/// What a request is signed with. Never stored, logged, exported, or put into the arguments of a process.
struct Credentials {
    Secret accessKeyId;
    Secret secretKey;
    Secret sessionToken; ///< empty: long-lived keys
    std::optional<UnixTime> expires;
    std::string source; ///< where they are from, for people: "the environment", "profile work in ~/.aws/credentials"
};

/// What a person chose; empty: as AWS's tools find it.
struct AwsAccess {
    std::string profile;
    std::string region;
    std::string endpointUrl; ///< instead of the region's own; plain http only to this computer
    bool operator==(const AwsAccess&) const = default;
};

/// The region: chosen, AWS_REGION, AWS_DEFAULT_REGION, the profile's. InvalidArgument says how to give one.
[[nodiscard]] Result<std::string> resolveRegion(const AwsAccess& access, const SharedConfig& config, const Environment& environment);
/// The profile: chosen, AWS_PROFILE, AWS_DEFAULT_PROFILE, "default".
[[nodiscard]] std::string resolveProfile(const AwsAccess& access, const Environment& environment);

/// The answer of credential_process and of `aws configure export-credentials` (AWS SDKs and Tools Reference Guide, "Process credential
/// provider"). Corrupt says what is missing, never what was read.
[[nodiscard]] Result<Credentials> parseProcessCredentials(std::string_view json, std::string source);
/// The answer of the container and instance metadata services: AccessKeyId, SecretAccessKey, Token, Expiration.
[[nodiscard]] Result<Credentials> parseMetadataCredentials(std::string_view json, std::string source);
/// "2026-01-31T09:15:02Z", with fractions of a second and an offset where given.
[[nodiscard]] std::optional<UnixTime> parseIsoTime(std::string_view text);

/// Finds credentials and keeps them until shortly before they expire. In this order: the environment (unless a profile was chosen); of the
/// profile: keys in the shared files, credential_process; roles, SSO and web identities through the AWS CLI's `configure
/// export-credentials`, where it is installed; the container's and then the instance's metadata service (IMDSv2). May be used from several
/// threads.
class CredentialSource {
public:
    CredentialSource(AwsAccess access, Environment environment, WallClock clock = systemTime, HttpTransport transport = sendHttp);
    ~CredentialSource();
    CredentialSource(const CredentialSource&) = delete;
    CredentialSource& operator=(const CredentialSource&) = delete;

    /// Errors: NotFound (there are none; says where was looked), PermissionDenied, TimedOut, Corrupt, Cancelled.
    [[nodiscard]] Result<Credentials> credentials(const std::stop_token& stop);
    /// The service has refused them as expired: the next call looks again.
    void forget();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace tierscope::core
