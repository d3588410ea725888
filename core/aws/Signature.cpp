// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/Signature.h"

#include <algorithm>
#include <array>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace tierscope::core {

namespace {

constexpr const char* kAlgorithm = "AWS4-HMAC-SHA256";
constexpr std::size_t kDigestBytes = 32;
using Digest = std::array<unsigned char, kDigestBytes>;

std::string hex(const Digest& digest)
{
    std::string text;
    for (const unsigned char byte : digest)
        text += fmt::format("{:02x}", byte);
    return text;
}

std::string_view bytesOf(const Digest& digest)
{
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

Digest hmac(std::string_view key, std::string_view text)
{
    Digest digest{};
    unsigned length = 0;
    ::HMAC(::EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
           digest.data(), &length);
    return digest;
}

std::string timeStamp(UnixTime time)
{
    return fmt::format("{:%Y%m%dT%H%M%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(time)));
}

std::string dateStamp(UnixTime time)
{
    return timeStamp(time).substr(0, 8);
}

std::string scopeText(const SigningScope& scope)
{
    return fmt::format("{}/{}/{}/aws4_request", dateStamp(scope.time), scope.region, scope.service);
}

/// All that are sent, with Host; names are in lower case and in order.
std::map<std::string, std::string> signedHeaders(const HttpRequest& request)
{
    auto headers = request.headers;
    headers["host"] = request.endpoint.hostHeader();
    return headers;
}

std::string signedHeaderNames(const HttpRequest& request)
{
    std::string names;
    for (const auto& [name, value] : signedHeaders(request))
        names += (names.empty() ? "" : ";") + name;
    return names;
}

std::string canonicalQuery(const HttpRequest& request)
{
    std::vector<std::pair<std::string, std::string>> encoded;
    encoded.reserve(request.query.size());
    for (const auto& [name, value] : request.query)
        encoded.emplace_back(percentEncode(name), percentEncode(value));
    std::sort(encoded.begin(), encoded.end());
    std::string text;
    for (const auto& [name, value] : encoded)
        text += (text.empty() ? "" : "&") + name + '=' + value;
    return text;
}

/// Blanks at both ends go, those inside become one.
std::string canonicalValue(std::string_view value)
{
    std::string text;
    for (const char character : value) {
        if (character != ' ')
            text += character;
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
    }
    if (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text;
}

} // namespace

std::string sha256Hex(std::string_view bytes)
{
    Digest digest{};
    ::EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, ::EVP_sha256(), nullptr);
    return hex(digest);
}

std::string canonicalRequest(const HttpRequest& request)
{
    std::string text = fmt::format("{}\n{}\n{}\n", request.method, percentEncode(request.encodedPath(), "/"), canonicalQuery(request));
    for (const auto& [name, value] : signedHeaders(request))
        text += name + ':' + canonicalValue(value) + '\n';
    return text + '\n' + signedHeaderNames(request) + '\n' + sha256Hex(request.body);
}

std::string stringToSign(const HttpRequest& request, const SigningScope& scope)
{
    return fmt::format("{}\n{}\n{}\n{}", kAlgorithm, timeStamp(scope.time), scopeText(scope), sha256Hex(canonicalRequest(request)));
}

HttpRequest signRequest(HttpRequest request, const Credentials& credentials, const SigningScope& scope)
{
    request.headers["x-amz-date"] = timeStamp(scope.time);
    if (!credentials.sessionToken.isEmpty())
        request.headers["x-amz-security-token"] = credentials.sessionToken.reveal();
    const Secret first("AWS4" + credentials.secretKey.reveal());
    Digest key = hmac(first.reveal(), dateStamp(scope.time));
    key = hmac(bytesOf(key), scope.region);
    key = hmac(bytesOf(key), scope.service);
    key = hmac(bytesOf(key), "aws4_request");
    const Digest signature = hmac(bytesOf(key), stringToSign(request, scope));
    const std::string names = signedHeaderNames(request);
    request.headers["authorization"] = fmt::format("{} Credential={}/{}, SignedHeaders={}, Signature={}", kAlgorithm,
                                                   credentials.accessKeyId.reveal(), scopeText(scope), names, hex(signature));
    return request;
}

} // namespace tierscope::core
