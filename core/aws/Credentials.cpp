// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/Credentials.h"

#include "core/aws/FunctionName.h"
#include "core/aws/MetadataCredentials.h"
#include "core/base/JsonReader.h"
#include "core/base/ProcessOutput.h"
#include "core/base/Text.h"

#include <fmt/format.h>
#include <mutex>
#include <nlohmann/json.hpp>

namespace tierscope::core {

namespace {

/// Credentials that end sooner than this are looked for again: a request takes its time.
constexpr std::chrono::minutes kSpare{5};
constexpr ProcessLimits kProcessLimits{std::chrono::milliseconds(60'000), std::size_t{64} * 1024};

Error notThere(const std::string& profile)
{
    return {ErrorCode::NotFound,
            fmt::format("no AWS credentials were found: not in the environment, not in the profile {} of the shared files, not from a "
                        "container's or an instance's service",
                        inQuotes(profile)),
            "Run aws configure, or choose another profile",
            ErrorDetail::CredentialsMissing,
            {profile}};
}

/// What is common to both forms; the names of two members differ.
Result<Credentials> readCredentials(std::string_view text, const char* tokenKey, std::string source)
{
    const std::string what = "the answer of " + source;
    // Not parseJson's own error: it could quote what it has read.
    const auto json = parseJson(text, what, ErrorCode::Corrupt);
    if (!json || !json->is_object())
        return fail(ErrorCode::Corrupt, what + " is not a JSON object");
    const auto member = [&](const char* key) { return textOf(*json, key); };
    Credentials credentials{Secret(member("AccessKeyId")), Secret(member("SecretAccessKey")), Secret(member(tokenKey)), {}, {}};
    if (credentials.accessKeyId.isEmpty() || credentials.secretKey.isEmpty())
        return fail(ErrorCode::Corrupt, what + " has no AccessKeyId or no SecretAccessKey");
    if (const std::string expires = member("Expiration"); !expires.empty()) {
        credentials.expires = parseIsoTime(expires);
        if (!credentials.expires)
            return fail(ErrorCode::Corrupt, what + " has an Expiration that is not a time");
    }
    credentials.source = std::move(source);
    return credentials;
}

/// Reads digits; -1 where there are other characters.
int digitsAt(std::string_view text, std::size_t at, std::size_t count)
{
    if (text.size() < at + count)
        return -1;
    int value = 0;
    for (const char character : text.substr(at, count)) {
        if (character < '0' || character > '9')
            return -1;
        value = value * 10 + (character - '0');
    }
    return value;
}

/// "Z", "+09:00", "-0500", or nothing (UTC).
std::optional<std::chrono::minutes> parseOffset(std::string_view text)
{
    if (text.empty() || text == "Z" || text == "z")
        return std::chrono::minutes{0};
    const std::size_t colon = text.size() == 6 && text[3] == ':' ? 1 : 0;
    const int hours = digitsAt(text, 1, 2);
    const int minutes = digitsAt(text, 3 + colon, 2);
    if ((text[0] != '+' && text[0] != '-') || text.size() != 5 + colon || hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return std::nullopt;
    const std::chrono::minutes offset = std::chrono::hours{hours} + std::chrono::minutes{minutes};
    return text[0] == '-' ? -offset : offset;
}

} // namespace

UnixTime systemTime()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string resolveProfile(const AwsAccess& access, const Environment& environment)
{
    for (const std::string& candidate : {access.profile, environment("AWS_PROFILE"), environment("AWS_DEFAULT_PROFILE")}) {
        if (!candidate.empty())
            return candidate;
    }
    return "default";
}

Result<std::string> resolveRegion(const AwsAccess& access, const SharedConfig& config, const Environment& environment)
{
    const std::string profile = resolveProfile(access, environment);
    for (const std::string& candidate :
         {access.region, environment("AWS_REGION"), environment("AWS_DEFAULT_REGION"), config.value(profile, "region")}) {
        if (candidate.empty())
            continue;
        if (!isRegionName(candidate))
            return fail(unknownRegion(candidate));
        return candidate;
    }
    return fail(Error{ErrorCode::InvalidArgument,
                      fmt::format("no region is given, and the profile {} has none", inQuotes(profile)),
                      "Choose one such as us-east-1, or set AWS_REGION",
                      ErrorDetail::RegionMissing,
                      {profile}});
}

std::optional<UnixTime> parseIsoTime(std::string_view text)
{
    constexpr std::size_t kWholeSeconds = 19;
    const int year = digitsAt(text, 0, 4);
    const int month = digitsAt(text, 5, 2);
    const int day = digitsAt(text, 8, 2);
    const int hour = digitsAt(text, 11, 2);
    const int minute = digitsAt(text, 14, 2);
    const int second = digitsAt(text, 17, 2);
    if (text.size() < kWholeSeconds || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != ' ') || text[13] != ':'
        || text[16] != ':')
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (year < 0 || !date.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
        return std::nullopt;
    std::string_view rest = text.substr(kWholeSeconds);
    if (!rest.empty() && rest.front() == '.') {
        rest.remove_prefix(1);
        while (digitsAt(rest, 0, 1) >= 0)
            rest.remove_prefix(1);
    }
    const auto offset = parseOffset(rest);
    if (!offset)
        return std::nullopt;
    return UnixTime(std::chrono::sys_days(date)) + std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second}
           - *offset;
}

Result<Credentials> parseProcessCredentials(std::string_view json, std::string source)
{
    return readCredentials(json, "SessionToken", std::move(source));
}

Result<Credentials> parseMetadataCredentials(std::string_view json, std::string source)
{
    return readCredentials(json, "Token", std::move(source));
}

struct CredentialSource::State {
    AwsAccess access;
    Environment environment;
    WallClock clock;
    HttpTransport transport;
    std::mutex mutex;
    std::optional<Credentials> kept;

    [[nodiscard]] Result<Credentials> find(const std::stop_token& stop) const;
    [[nodiscard]] Result<std::optional<Credentials>> fromEnvironment() const;
    [[nodiscard]] Result<std::optional<Credentials>> fromProfile(const std::string& profile, const std::stop_token& stop) const;
    [[nodiscard]] Result<Credentials> fromProcess(const std::string& profile, const std::string& command,
                                                  const std::stop_token& stop) const;
    [[nodiscard]] Result<Credentials> fromAwsCli(const std::string& profile, const std::stop_token& stop) const;
};

Result<std::optional<Credentials>> CredentialSource::State::fromEnvironment() const
{
    Credentials credentials{Secret(environment("AWS_ACCESS_KEY_ID")),
                            Secret(environment("AWS_SECRET_ACCESS_KEY")),
                            Secret(environment("AWS_SESSION_TOKEN")),
                            {},
                            "the environment"};
    if (credentials.accessKeyId.isEmpty() && credentials.secretKey.isEmpty())
        return std::nullopt;
    if (credentials.accessKeyId.isEmpty() || credentials.secretKey.isEmpty())
        return fail(Error{ErrorCode::InvalidArgument, "only one of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY is set",
                          "Set both, or neither", ErrorDetail::CredentialsHalfSet});
    return std::optional(std::move(credentials));
}

Result<Credentials> CredentialSource::State::fromProcess(const std::string& profile, const std::string& command,
                                                         const std::stop_token& stop) const
{
    auto argv = splitCommand(command);
    if (!argv)
        return fail(std::move(argv.error()));
    const std::string source = fmt::format("credential_process of the profile {}", inQuotes(profile));
    // What it says on its standard error is not repeated: nobody knows what is in it.
    auto output = readProgram(std::move(*argv), kProcessLimits, stop);
    if (!output)
        return fail(Error{output.error().code,
                          fmt::format("{} failed: {}", source, output.error().message),
                          {},
                          ErrorDetail::CredentialsOfProgram,
                          {profile}});
    if (!output->succeeded())
        return fail(Error{ErrorCode::PermissionDenied,
                          fmt::format("{} ended without giving credentials", source),
                          "Run it by hand to see what it says",
                          ErrorDetail::CredentialsOfProgram,
                          {profile}});
    return parseProcessCredentials(output->standardOutput, source);
}

Result<Credentials> CredentialSource::State::fromAwsCli(const std::string& profile, const std::stop_token& stop) const
{
    std::vector<std::string> argv{"aws", "configure", "export-credentials", "--format", "process"};
    if (!profile.empty())
        argv.insert(argv.end(), {"--profile", profile});
    const std::string source = profile.empty() ? "the AWS CLI, for the environment's web identity"
                                               : fmt::format("the AWS CLI, for the profile {}", inQuotes(profile));
    auto output = readProgram(std::move(argv), kProcessLimits, stop);
    if (!output && output.error().code == ErrorCode::NotFound)
        return fail(Error{ErrorCode::NotFound,
                          fmt::format("the profile {} signs in through a role, SSO or a web identity, which needs the AWS CLI",
                                      inQuotes(profile.empty() ? "of the environment" : profile)),
                          "Install the AWS CLI, version 2, or choose a profile with keys",
                          ErrorDetail::AwsCliMissing,
                          {profile}});
    if (!output)
        return fail(output.error().code, fmt::format("{} failed: {}", source, output.error().message));
    if (!output->succeeded())
        return fail(Error{ErrorCode::PermissionDenied,
                          fmt::format("{} gives no credentials: {}", source, output->lastErrorLine),
                          "Sign in again, for example with aws sso login",
                          ErrorDetail::CredentialsOfCli,
                          {output->lastErrorLine}});
    return parseProcessCredentials(output->standardOutput, source);
}

Result<std::optional<Credentials>> CredentialSource::State::fromProfile(const std::string& profile, const std::stop_token& stop) const
{
    const auto config = SharedConfig::load(environment);
    if (!config)
        return fail(config.error());
    const bool isChosen = !access.profile.empty() || !environment("AWS_PROFILE").empty() || !environment("AWS_DEFAULT_PROFILE").empty();
    if (isChosen && !config->hasProfile(profile))
        return fail(Error{ErrorCode::NotFound,
                          fmt::format("there is no profile {} in the shared AWS files", inQuotes(profile)),
                          "Choose another one, or make it with aws configure",
                          ErrorDetail::ProfileMissing,
                          {profile}});
    const auto some = [](Credentials&& credentials) { return std::optional(std::move(credentials)); };
    for (const char* key : {"role_arn", "sso_session", "sso_start_url", "sso_account_id", "web_identity_token_file", "login_session"}) {
        if (!config->value(profile, key).empty())
            return fromAwsCli(profile, stop).map(some);
    }
    const auto keysFrom = [&](const auto& get) -> std::optional<Credentials> {
        Credentials credentials{Secret(get("aws_access_key_id")),
                                Secret(get("aws_secret_access_key")),
                                Secret(get("aws_session_token")),
                                {},
                                fmt::format("the profile {} of the shared files", inQuotes(profile))};
        if (credentials.accessKeyId.isEmpty() || credentials.secretKey.isEmpty())
            return std::nullopt;
        return credentials;
    };
    if (auto found = keysFrom([&](const char* key) { return config->credentialsValue(profile, key); }))
        return found;
    if (const std::string command = config->value(profile, "credential_process"); !command.empty())
        return fromProcess(profile, command, stop).map(some);
    return keysFrom([&](const char* key) { return config->configValue(profile, key); });
}

Result<Credentials> CredentialSource::State::find(const std::stop_token& stop) const
{
    using Found = Result<std::optional<Credentials>>;
    if (access.profile.empty()) {
        Found found = fromEnvironment();
        if (!found)
            return fail(std::move(found.error()));
        if (*found)
            return std::move(**found);
        if (!environment("AWS_WEB_IDENTITY_TOKEN_FILE").empty() && !environment("AWS_ROLE_ARN").empty())
            return fromAwsCli({}, stop);
    }
    const std::string profile = resolveProfile(access, environment);
    Found found = fromProfile(profile, stop);
    if (found && !*found)
        found = containerCredentials(environment, transport, stop);
    if (found && !*found)
        found = instanceCredentials(environment, transport, stop);
    if (!found)
        return fail(std::move(found.error()));
    if (!*found)
        return fail(notThere(profile));
    return std::move(**found);
}

CredentialSource::CredentialSource(AwsAccess access, Environment environment, WallClock clock, HttpTransport transport)
    : m_state(std::make_unique<State>())
{
    m_state->access = std::move(access);
    m_state->environment = std::move(environment);
    m_state->clock = std::move(clock);
    m_state->transport = std::move(transport);
}

CredentialSource::~CredentialSource() = default;

Result<Credentials> CredentialSource::credentials(const std::stop_token& stop)
{
    const std::lock_guard lock(m_state->mutex);
    const auto isFresh = [&](const Credentials& credentials) {
        return !credentials.expires || *credentials.expires - m_state->clock() > kSpare;
    };
    if (m_state->kept && isFresh(*m_state->kept))
        return *m_state->kept;
    m_state->kept.reset();
    auto found = m_state->find(stop);
    if (!found)
        return found;
    if (found->expires && *found->expires <= m_state->clock())
        return fail(Error{ErrorCode::PermissionDenied, fmt::format("the credentials from {} have expired", found->source),
                          "Sign in again, for example with aws sso login", ErrorDetail::CredentialsExpired});
    m_state->kept = *found;
    return found;
}

void CredentialSource::forget()
{
    const std::lock_guard lock(m_state->mutex);
    m_state->kept.reset();
}

} // namespace tierscope::core
