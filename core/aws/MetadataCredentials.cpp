// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/MetadataCredentials.h"

#include "core/base/UniqueFd.h"

#include <fmt/format.h>

namespace tierscope::core {

namespace {

constexpr HttpLimits kLimits{std::chrono::milliseconds(1000), std::chrono::milliseconds(2000), std::size_t{64} * 1024};
constexpr const char* kInstanceSource = "the instance's metadata service";
constexpr const char* kContainerSource = "the container's credentials service";

/// A URL that may have a path, as the metadata services' variables do.
struct Location {
    Endpoint endpoint;
    std::vector<std::string> path;
    std::vector<std::pair<std::string, std::string>> query;
};

std::vector<std::string> splitPath(std::string_view path)
{
    std::vector<std::string> segments;
    while (!path.empty()) {
        const std::size_t end = path.find('/');
        if (end != 0)
            segments.emplace_back(path.substr(0, end));
        path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
    }
    return segments;
}

std::vector<std::pair<std::string, std::string>> splitQuery(std::string_view query)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    while (!query.empty()) {
        const std::size_t end = query.find('&');
        const std::string_view pair = query.substr(0, end);
        const std::size_t equals = pair.find('=');
        pairs.emplace_back(pair.substr(0, equals), equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1));
        query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
    }
    return pairs;
}

Result<Location> parseLocation(const std::string& url)
{
    const std::size_t scheme = url.find("://");
    const std::size_t pathStart = scheme == std::string::npos ? scheme : url.find('/', scheme + 3);
    Location location;
    auto endpoint = parseEndpoint(url.substr(0, pathStart));
    if (endpoint) {
        location.endpoint = std::move(*endpoint);
    } else {
        // Plain http to the link-local addresses, which parseEndpoint has no reason to know.
        for (const char* host : {"169.254.170.2", "169.254.170.23", "169.254.169.254", "[fd00:ec2::23]", "[fd00:ec2::254]"}) {
            std::string bare = host;
            std::erase(bare, '[');
            std::erase(bare, ']');
            if (url.substr(0, pathStart) == fmt::format("http://{}", host))
                location.endpoint = Endpoint{false, bare, 0};
        }
        if (location.endpoint.host.empty())
            return fail(std::move(endpoint.error()));
    }
    if (pathStart == std::string::npos)
        return location;
    const std::string rest = url.substr(pathStart);
    const std::size_t question = rest.find('?');
    location.path = splitPath(rest.substr(0, question));
    if (question != std::string::npos)
        location.query = splitQuery(rest.substr(question + 1));
    return location;
}

HttpRequest requestTo(const Location& location)
{
    HttpRequest request;
    request.endpoint = location.endpoint;
    request.path = location.path;
    request.query = location.query;
    return request;
}

Result<std::string> bodyOf(const HttpResult& answer, const char* source)
{
    if (!answer)
        return fail(answer.error().error.code, fmt::format("{} does not answer: {}", source, answer.error().error.message));
    if (answer->status != 200)
        return fail(ErrorCode::PermissionDenied, fmt::format("{} answers with status {}", source, answer->status));
    return answer->body;
}

Result<std::string> authorizationOf(const Environment& environment)
{
    const std::string file = environment("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
    std::string token = environment("AWS_CONTAINER_AUTHORIZATION_TOKEN");
    if (!file.empty()) {
        auto text = readFile(file);
        if (!text)
            return fail(std::move(text.error()));
        token = std::move(*text);
        while (!token.empty() && token.back() == '\n')
            token.pop_back();
    }
    // A line end would start another header.
    if (token.find_first_of("\r\n") != std::string::npos)
        return fail(ErrorCode::Corrupt, "the container's authorization token has more than one line");
    return token;
}

} // namespace

Result<std::optional<Credentials>> containerCredentials(const Environment& environment, const HttpTransport& transport,
                                                        const std::stop_token& stop)
{
    const std::string relative = environment("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    const std::string full = environment("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    if (relative.empty() && full.empty())
        return std::nullopt;
    const auto location = parseLocation(relative.empty() ? full : "http://169.254.170.2" + relative);
    if (!location)
        return fail(location.error());
    HttpRequest request = requestTo(*location);
    if (relative.empty()) {
        const auto token = authorizationOf(environment);
        if (!token)
            return fail(token.error());
        if (!token->empty())
            request.headers["authorization"] = *token;
    }
    const auto body = bodyOf(transport(request, kLimits, stop), kContainerSource);
    if (!body)
        return fail(body.error());
    return parseMetadataCredentials(*body, kContainerSource).map([](Credentials&& credentials) { return std::optional(credentials); });
}

Result<std::optional<Credentials>> instanceCredentials(const Environment& environment, const HttpTransport& transport,
                                                       const std::stop_token& stop)
{
    if (environment("AWS_EC2_METADATA_DISABLED") == "true")
        return std::nullopt;
    const std::string given = environment("AWS_EC2_METADATA_SERVICE_ENDPOINT");
    const auto location = parseLocation(given.empty() ? "http://169.254.169.254" : given);
    if (!location)
        return fail(location.error());

    HttpRequest request = requestTo(*location);
    request.method = "PUT";
    request.path = {"latest", "api", "token"};
    request.headers["x-aws-ec2-metadata-token-ttl-seconds"] = "21600";
    const HttpResult session = transport(request, kLimits, stop);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, "stopped");
    // Off AWS nobody answers, or a router does with something else.
    if (!session || session->status != 200)
        return std::nullopt;

    request = requestTo(*location);
    request.headers["x-aws-ec2-metadata-token"] = session->body;
    request.path = {"latest", "meta-data", "iam", "security-credentials", ""};
    const auto roles = bodyOf(transport(request, kLimits, stop), kInstanceSource);
    if (!roles)
        return std::nullopt; // an instance without a role
    request.path.back() = roles->substr(0, roles->find('\n'));
    const auto body = bodyOf(transport(request, kLimits, stop), kInstanceSource);
    if (!body)
        return fail(body.error());
    return parseMetadataCredentials(*body, kInstanceSource).map([](Credentials&& credentials) { return std::optional(credentials); });
}

} // namespace tierscope::core
