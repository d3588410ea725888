// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/LambdaClient.h"

#include "core/aws/LambdaFailures.h"
#include "core/aws/LambdaRequests.h"
#include "core/aws/Signature.h"
#include "core/base/Clock.h"
#include "core/base/JsonReader.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <mutex>
#include <nlohmann/json.hpp>

namespace tierscope::core {

namespace {

constexpr HttpLimits kControlLimits{std::chrono::milliseconds(10'000), std::chrono::milliseconds(20'000), std::size_t{4} * 1024 * 1024};
/// A package of up to 50 MB goes up with the request.
constexpr std::chrono::milliseconds kUploadTime{300'000};
/// An invocation's answer has at most 6 MB; what is more than that was not promised.
constexpr std::size_t kInvocationBytes = std::size_t{6} * 1024 * 1024 + std::size_t{64} * 1024;
/// A cold start before the function's own time limit begins, and the way there and back.
constexpr std::chrono::seconds kInvocationSpare{30};
constexpr int kMostPages = 400;
constexpr std::array kPollTimes{std::chrono::milliseconds(100), std::chrono::milliseconds(200), std::chrono::milliseconds(500),
                                std::chrono::milliseconds(1000), std::chrono::milliseconds(2000)};

tl::unexpected<LambdaFailure> failed(Error error, bool mayHaveActed = false)
{
    return tl::unexpected(LambdaFailure{std::move(error), {}, 0, mayHaveActed});
}

LambdaResult<nlohmann::json> jsonOf(const HttpResponse& response)
{
    auto json = parseJson(response.body, "Lambda's answer", ErrorCode::Corrupt);
    if (!json)
        return failed(std::move(json.error()));
    if (!json->is_object())
        return failed({ErrorCode::Corrupt, "Lambda's answer is not a JSON object", {}});
    return std::move(*json);
}

LambdaResult<FunctionConfiguration> configurationOf(const LambdaResult<HttpResponse>& response)
{
    if (!response)
        return tl::unexpected(response.error());
    const auto json = jsonOf(*response);
    if (!json)
        return tl::unexpected(json.error());
    auto function = decodeFunctionConfiguration(*json);
    if (!function)
        return failed(std::move(function.error()));
    return std::move(*function);
}

std::chrono::milliseconds retryAfter(const HttpResponse& response, const RetryPolicy& policy)
{
    const std::string text = response.header("retry-after");
    const bool isNumber =
        !text.empty() && text.size() < 6 && std::all_of(text.begin(), text.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
    return isNumber ? std::min<std::chrono::milliseconds>(policy.most, std::chrono::seconds(std::stoi(text)))
                    : std::chrono::milliseconds(0);
}

} // namespace

struct LambdaClient::State {
    State(const AwsAccess& access, ClientOptions given)
        : options(std::move(given))
        , credentials(access, options.environment, options.clock, options.transport)
    {}

    ClientOptions options;
    std::string region;
    Endpoint endpoint;
    CredentialSource credentials;
    std::mutex engineMutex;
    std::mt19937_64 engine{std::random_device{}()};

    [[nodiscard]] LambdaResult<HttpResponse> send(HttpRequest request, RequestKind kind, const HttpLimits& limits,
                                                  const std::stop_token& stop);
    [[nodiscard]] LambdaResult<HttpResponse> control(HttpRequest request, const std::stop_token& stop)
    {
        return send(std::move(request), RequestKind::Control, kControlLimits, stop);
    }
    /// Walks pages until there is no further marker.
    [[nodiscard]] LambdaResult<std::vector<FunctionConfiguration>> pages(const std::function<HttpRequest(const std::string&)>& page,
                                                                         const char* key, const std::stop_token& stop);

private:
    [[nodiscard]] std::chrono::milliseconds backoff(int failedAttempts)
    {
        const std::lock_guard lock(engineMutex);
        return backoffTime(options.retry, failedAttempts, engine);
    }
};

LambdaResult<HttpResponse> LambdaClient::State::send(HttpRequest request, RequestKind kind, const HttpLimits& limits,
                                                     const std::stop_token& stop)
{
    request.endpoint = endpoint;
    bool hasRenewed = false;
    for (int attempt = 1;; ++attempt) {
        const auto signer = credentials.credentials(stop);
        if (!signer)
            return failed(signer.error());
        const HttpResult answer = options.transport(signRequest(request, *signer, {region, "lambda", options.clock()}), limits, stop);
        if (answer && answer->status >= 200 && answer->status < 300)
            return *answer;
        LambdaFailure failure = answer ? refusalOf(*answer, kind, options.clock()) : lossOf(answer.error(), kind);
        if (isExpired(failure) && !std::exchange(hasRenewed, true)) {
            credentials.forget();
            continue;
        }
        if (stop.stop_requested() || attempt >= options.retry.attempts || !isWorthRetrying(failure, kind))
            return tl::unexpected(std::move(failure));
        std::chrono::milliseconds pause = backoff(attempt);
        if (answer)
            pause = std::max(pause, retryAfter(*answer, options.retry));
        if (options.onRetry)
            options.onRetry(RetryNotice{failure.error, attempt, options.retry.attempts, pause});
        if (!options.pause(pause, stop))
            return failed({ErrorCode::Cancelled, "stopped", {}});
    }
}

LambdaResult<std::vector<FunctionConfiguration>> LambdaClient::State::pages(const std::function<HttpRequest(const std::string&)>& page,
                                                                            const char* key, const std::stop_token& stop)
{
    std::vector<FunctionConfiguration> all;
    std::string marker;
    for (int number = 0; number < kMostPages; ++number) {
        const auto response = control(page(marker), stop);
        if (!response)
            return tl::unexpected(response.error());
        const auto json = jsonOf(*response);
        if (!json)
            return tl::unexpected(json.error());
        const auto list = json->find(key);
        if (list == json->end() || !list->is_array())
            return failed({ErrorCode::Corrupt, fmt::format("Lambda's answer has no list \"{}\"", key), {}});
        for (const nlohmann::json& element : *list) {
            auto function = decodeFunctionConfiguration(element);
            if (!function)
                return failed(std::move(function.error()));
            all.push_back(std::move(*function));
        }
        const auto next = json->find("NextMarker");
        if (next == json->end() || !next->is_string() || next->get_ref<const std::string&>().empty())
            return all;
        // A service that gives the same page again would keep us for ever.
        if (next->get_ref<const std::string&>() == marker)
            break;
        marker = next->get<std::string>();
    }
    return failed({ErrorCode::Corrupt, "Lambda's list does not end", {}});
}

LambdaClient::LambdaClient(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}
LambdaClient::LambdaClient(LambdaClient&&) noexcept = default;
LambdaClient& LambdaClient::operator=(LambdaClient&&) noexcept = default;
LambdaClient::~LambdaClient() = default;

Result<LambdaClient> LambdaClient::open(const AwsAccess& access, ClientOptions options)
{
    const auto config = SharedConfig::load(options.environment);
    if (!config)
        return fail(config.error());
    auto region = resolveRegion(access, *config, options.environment);
    if (!region)
        return fail(std::move(region.error()));
    auto endpoint = access.endpointUrl.empty() ? lambdaEndpoint(*region) : parseEndpoint(access.endpointUrl);
    if (!endpoint)
        return fail(std::move(endpoint.error()));
    auto state = std::make_unique<State>(access, std::move(options));
    state->region = std::move(*region);
    state->endpoint = std::move(*endpoint);
    return LambdaClient(std::move(state));
}

const std::string& LambdaClient::region() const
{
    return m_state->region;
}

const Endpoint& LambdaClient::endpoint() const
{
    return m_state->endpoint;
}

LambdaResult<FunctionConfiguration> LambdaClient::getConfiguration(const FunctionName& function, const std::stop_token& stop) const
{
    return configurationOf(m_state->control(getConfigurationRequest(function), stop));
}

LambdaResult<FunctionConfiguration> LambdaClient::setMemory(const FunctionName& function, MemoryMb memory, const std::string& revision,
                                                            const std::stop_token& stop) const
{
    return configurationOf(m_state->control(setMemoryRequest(function, memory, revision), stop));
}

LambdaResult<Invocation> LambdaClient::invoke(const FunctionName& function, const std::string& payload,
                                              std::chrono::seconds functionTimeout, const std::stop_token& stop) const
{
    const HttpLimits limits{kControlLimits.connect, functionTimeout + kInvocationSpare, kInvocationBytes};
    auto response = m_state->send(invokeRequest(function, payload), RequestKind::Invocation, limits, stop);
    if (!response)
        return tl::unexpected(std::move(response.error()));
    Invocation invocation;
    invocation.payload = std::move(response->body);
    invocation.functionError = response->header("x-amz-function-error");
    invocation.executedVersion = response->header("x-amz-executed-version");
    invocation.logTail = decodeBase64(response->header("x-amz-log-result")).value_or("");
    invocation.report = findReport(invocation.logTail);
    return invocation;
}

LambdaResult<std::vector<FunctionConfiguration>> LambdaClient::listFunctions(const std::stop_token& stop) const
{
    auto functions = m_state->pages(listFunctionsRequest, "Functions", stop);
    if (functions)
        std::sort(functions->begin(), functions->end(), [](const auto& left, const auto& right) { return left.name < right.name; });
    return functions;
}

LambdaResult<std::vector<FunctionConfiguration>> LambdaClient::listVersions(const FunctionName& function, const std::stop_token& stop) const
{
    return m_state->pages([&](const std::string& marker) { return listVersionsRequest(function, marker); }, "Versions", stop);
}

LambdaResult<AccountLimits> LambdaClient::accountLimits(const std::stop_token& stop) const
{
    const auto response = m_state->control(accountSettingsRequest(), stop);
    if (!response)
        return tl::unexpected(response.error());
    const auto json = jsonOf(*response);
    if (!json)
        return tl::unexpected(json.error());
    const auto number = [&](const char* object, const char* key) -> std::int64_t {
        const auto outer = json->find(object);
        if (outer == json->end() || !outer->is_object())
            return 0;
        const auto inner = outer->find(key);
        return inner != outer->end() && inner->is_number_integer() ? inner->get<std::int64_t>() : 0;
    };
    return AccountLimits{number("AccountLimit", "ConcurrentExecutions"), number("AccountLimit", "UnreservedConcurrentExecutions"),
                         number("AccountUsage", "FunctionCount"), number("AccountLimit", "TotalCodeSize")};
}

LambdaResult<FunctionConfiguration> LambdaClient::createFunction(const NewFunction& function, const std::stop_token& stop) const
{
    HttpLimits limits = kControlLimits;
    limits.total = kUploadTime;
    return configurationOf(m_state->send(createFunctionRequest(function), RequestKind::Control, limits, stop));
}

LambdaResult<FunctionConfiguration> LambdaClient::updateCode(const FunctionName& function, const std::string& zip,
                                                             const std::string& architecture, const std::string& revision,
                                                             const std::stop_token& stop) const
{
    HttpLimits limits = kControlLimits;
    limits.total = kUploadTime;
    return configurationOf(m_state->send(updateCodeRequest(function, zip, architecture, revision), RequestKind::Control, limits, stop));
}

LambdaResult<std::map<std::string, std::string>> LambdaClient::listTags(const std::string& functionArn, const std::stop_token& stop) const
{
    const auto response = m_state->control(listTagsRequest(functionArn), stop);
    if (!response)
        return tl::unexpected(response.error());
    const auto json = jsonOf(*response);
    if (!json)
        return tl::unexpected(json.error());
    std::map<std::string, std::string> tags;
    if (const auto given = json->find("Tags"); given != json->end() && given->is_object()) {
        for (const auto& [name, value] : given->items()) {
            if (value.is_string())
                tags[name] = value.get<std::string>();
        }
    }
    return tags;
}

LambdaResult<void> LambdaClient::deleteFunction(const FunctionName& function, const std::stop_token& stop) const
{
    const auto response = m_state->control(deleteFunctionRequest(function), stop);
    if (!response)
        return tl::unexpected(response.error());
    return {};
}

LambdaResult<FunctionConfiguration> LambdaClient::waitUntilReady(const FunctionName& function, std::chrono::milliseconds patience,
                                                                 const std::stop_token& stop) const
{
    std::chrono::milliseconds waited{0};
    for (std::size_t poll = 0;; ++poll) {
        auto current = getConfiguration(function, stop);
        if (!current)
            return current;
        if (current->updateStatus == "Failed")
            return failed({ErrorCode::ProcessFailed,
                           fmt::format("Lambda could not update the function: {}", current->updateReason),
                           {},
                           ErrorDetail::FunctionNotUpdated,
                           {current->updateReason}});
        if (current->state == "Failed")
            return failed({ErrorCode::ProcessFailed,
                           fmt::format("the function is in the state Failed: {}", current->stateReason),
                           "Update its code or configuration",
                           ErrorDetail::FunctionFailed,
                           {current->stateReason}});
        if (!current->isUpdating())
            return current;
        if (waited >= patience)
            return failed({ErrorCode::TimedOut,
                           fmt::format("the function is still being updated after {} s", waited.count() / 1000),
                           "Try again later",
                           ErrorDetail::FunctionUpdating,
                           {std::to_string(waited.count() / 1000)}});
        const auto pause = kPollTimes.at(std::min(poll, kPollTimes.size() - 1));
        if (!m_state->options.pause(pause, stop))
            return failed({ErrorCode::Cancelled, "stopped", {}});
        waited += pause;
    }
}

} // namespace tierscope::core
