// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/HttpRequest.h"

#include "core/aws/FunctionName.h"
#include "core/base/Text.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <netinet/in.h>

namespace tierscope::core {

namespace {

constexpr int kHighestPort = 65535;
constexpr const char* kForm = "Give one such as http://127.0.0.1:3001 or https://lambda.us-east-1.amazonaws.com";

bool isUnreserved(char character)
{
    return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')
           || character == '-' || character == '.' || character == '_' || character == '~';
}

Error noEndpoint(std::string_view url)
{
    return {ErrorCode::InvalidArgument,
            fmt::format("{} is not the URL of an endpoint", inQuotes(url)),
            kForm,
            ErrorDetail::EndpointUnusable,
            {std::string(url)}};
}

bool isHostName(std::string_view host)
{
    const auto isPart = [](char character) {
        return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')
               || character == '-' || character == '.';
    };
    return !host.empty() && host.size() <= 253 && std::all_of(host.begin(), host.end(), isPart);
}

bool isIpv6(const std::string& host)
{
    in6_addr address{};
    return ::inet_pton(AF_INET6, host.c_str(), &address) == 1;
}

} // namespace

std::string Endpoint::hostHeader() const
{
    const std::string name = host.find(':') == std::string::npos ? host : "[" + host + "]";
    const int usual = isTls ? 443 : 80;
    return port == 0 || port == usual ? name : fmt::format("{}:{}", name, port);
}

std::string Endpoint::url() const
{
    return fmt::format("{}://{}", isTls ? "https" : "http", hostHeader());
}

bool isLoopback(std::string_view host)
{
    const std::string text(host);
    in_addr four{};
    if (::inet_pton(AF_INET, text.c_str(), &four) == 1)
        return (ntohl(four.s_addr) >> 24U) == 127;
    return host == "::1" || host == "localhost";
}

bool isMetadataAddress(std::string_view host)
{
    constexpr std::array<std::string_view, 5> kAddresses{"169.254.169.254", "169.254.170.2", "169.254.170.23", "fd00:ec2::254",
                                                         "fd00:ec2::23"};
    return std::find(kAddresses.begin(), kAddresses.end(), host) != kAddresses.end();
}

Result<Endpoint> parseEndpoint(std::string_view url)
{
    Endpoint endpoint;
    std::string_view rest = url;
    if (rest.starts_with("https://"))
        rest.remove_prefix(8);
    else if (rest.starts_with("http://")) {
        endpoint.isTls = false;
        rest.remove_prefix(7);
    } else {
        return fail(noEndpoint(url));
    }
    if (rest.ends_with('/'))
        rest.remove_suffix(1);
    if (rest.starts_with('[')) {
        const std::size_t close = rest.find(']');
        if (close == std::string_view::npos)
            return fail(noEndpoint(url));
        endpoint.host = rest.substr(1, close - 1);
        rest.remove_prefix(close + 1);
        if (!isIpv6(endpoint.host))
            return fail(noEndpoint(url));
    } else {
        endpoint.host = rest.substr(0, rest.find(':'));
        rest.remove_prefix(endpoint.host.size());
        if (!isHostName(endpoint.host))
            return fail(noEndpoint(url));
    }
    if (!rest.empty()) {
        const std::string_view digits = rest.substr(1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), endpoint.port);
        if (rest.front() != ':' || error != std::errc{} || end != digits.data() + digits.size() || endpoint.port < 1
            || endpoint.port > kHighestPort)
            return fail(noEndpoint(url));
    }
    if (!endpoint.isTls && !isLoopback(endpoint.host))
        return fail(Error{ErrorCode::InvalidArgument,
                          fmt::format("{} would send requests unencrypted to another computer", inQuotes(url)),
                          "Use https; plain http is only for this computer",
                          ErrorDetail::EndpointUnencrypted,
                          {std::string(url)}});
    return endpoint;
}

Result<Endpoint> lambdaEndpoint(std::string_view region)
{
    if (!isRegionName(region))
        return fail(unknownRegion(region));
    const char* suffix = region.starts_with("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    return Endpoint{true, fmt::format("lambda.{}.{}", region, suffix), 0};
}

std::string percentEncode(std::string_view text, std::string_view safe)
{
    std::string encoded;
    encoded.reserve(text.size());
    for (const char character : text) {
        if (isUnreserved(character) || safe.find(character) != std::string_view::npos)
            encoded += character;
        else
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(character));
    }
    return encoded;
}

std::string HttpRequest::encodedPath() const
{
    std::string encoded;
    for (const std::string& segment : path)
        encoded += '/' + percentEncode(segment);
    return encoded.empty() ? "/" : encoded;
}

std::string HttpRequest::encodedQuery() const
{
    std::string encoded;
    for (const auto& [name, value] : query) {
        if (!encoded.empty())
            encoded += '&';
        encoded += percentEncode(name) + '=' + percentEncode(value);
    }
    return encoded;
}

std::string HttpResponse::header(const std::string& name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? std::string{} : found->second;
}

} // namespace tierscope::core
