// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/Credentials.h"
#include "core/aws/FunctionConfiguration.h"
#include "core/aws/FunctionName.h"
#include "core/aws/HttpClient.h"
#include "core/aws/ReportLine.h"
#include "core/aws/Retry.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tierscope::core {

/// What the service refused, or why it gave no answer that counts.
struct LambdaFailure {
    Error error;
    std::string type;          ///< the exception's name, such as "ResourceConflictException"; empty: there was no such answer
    int status = 0;            ///< HTTP; 0: no answer
    bool mayHaveActed = false; ///< the request may have had its effect, and may be billed
};
template <typename T>
using LambdaResult = tl::expected<T, LambdaFailure>;

/// The answer to one invocation.
struct Invocation {
    std::string payload;       ///< what the function returned, or the description of its error
    std::string functionError; ///< "Handled", "Unhandled"; empty: it returned
    std::string logTail;       ///< the last 4 KB of its log, decoded
    std::string executedVersion;
    std::optional<InvocationReport> report;
};

struct AccountLimits {
    std::int64_t concurrentExecutions = 0;
    std::int64_t unreservedConcurrentExecutions = 0;
    std::int64_t functionCount = 0;
    std::int64_t codeBytes = 0;
};

/// A function to make.
struct NewFunction {
    std::string name;
    std::string role; ///< ARN
    std::string runtime;
    std::string handler;
    std::string architecture;
    std::string zip; ///< the package's bytes
    MemoryMb memory{1769};
    std::chrono::seconds timeout{900};
    std::string description;
    std::map<std::string, std::string> tags;
};

struct ClientOptions {
    Environment environment = processEnvironment();
    HttpTransport transport = sendHttp;
    Pause pause = pauseFor;
    WallClock clock = systemTime;
    RetryPolicy retry;
    RetrySink onRetry; ///< called in the thread of the request; may be empty
};

/// AWS Lambda's API (developer guide, "API reference", 2015-03-31). Throttling, 5xx and lost connections are tried again with backoff, up
/// to the policy's attempts; an invocation only where it certainly has not run. May be used from several threads. Every call ends by its
/// own deadline or by the stop token.
class LambdaClient {
public:
    /// Errors: no region, an endpoint that is refused, unreadable shared files. Credentials are looked for with the first request.
    [[nodiscard]] static Result<LambdaClient> open(const AwsAccess& access, ClientOptions options = {});
    LambdaClient(LambdaClient&&) noexcept;
    LambdaClient& operator=(LambdaClient&&) noexcept;
    ~LambdaClient();

    [[nodiscard]] const std::string& region() const;
    [[nodiscard]] const Endpoint& endpoint() const;

    [[nodiscard]] LambdaResult<FunctionConfiguration> getConfiguration(const FunctionName& function, const std::stop_token& stop) const;
    /// Conditional: fails with PreconditionFailedException unless the function still has that revision.
    [[nodiscard]] LambdaResult<FunctionConfiguration> setMemory(const FunctionName& function, MemoryMb memory, const std::string& revision,
                                                                const std::stop_token& stop) const;
    /// RequestResponse with the log's tail. `functionTimeout` is how long it may take. A failure with mayHaveActed is never tried again.
    [[nodiscard]] LambdaResult<Invocation> invoke(const FunctionName& function, const std::string& payload,
                                                  std::chrono::seconds functionTimeout, const std::stop_token& stop) const;
    /// All of the region, by name.
    [[nodiscard]] LambdaResult<std::vector<FunctionConfiguration>> listFunctions(const std::stop_token& stop) const;
    [[nodiscard]] LambdaResult<std::vector<FunctionConfiguration>> listVersions(const FunctionName& function,
                                                                                const std::stop_token& stop) const;
    [[nodiscard]] LambdaResult<AccountLimits> accountLimits(const std::stop_token& stop) const;
    [[nodiscard]] LambdaResult<FunctionConfiguration> createFunction(const NewFunction& function, const std::stop_token& stop) const;
    [[nodiscard]] LambdaResult<FunctionConfiguration> updateCode(const FunctionName& function, const std::string& zip,
                                                                 const std::string& architecture, const std::string& revision,
                                                                 const std::stop_token& stop) const;
    [[nodiscard]] LambdaResult<std::map<std::string, std::string>> listTags(const std::string& functionArn,
                                                                            const std::stop_token& stop) const;
    [[nodiscard]] LambdaResult<void> deleteFunction(const FunctionName& function, const std::stop_token& stop) const;
    /// Asks at growing intervals until the function is neither Pending nor being updated. Failed updates and states are failures, with
    /// Lambda's reason. TimedOut after `patience`.
    [[nodiscard]] LambdaResult<FunctionConfiguration> waitUntilReady(const FunctionName& function, std::chrono::milliseconds patience,
                                                                     const std::stop_token& stop) const;

private:
    struct State;
    explicit LambdaClient(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace tierscope::core
