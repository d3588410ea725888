// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/HttpClient.h"

#include "core/base/Clock.h"
#include "core/base/Text.h"
#include "core/base/Version.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <curl/curl.h>
#include <fmt/format.h>
#include <memory>

namespace tierscope::core {

namespace {

constexpr std::size_t kHeaderBytes = std::size_t{64} * 1024;
constexpr int kPollMs = 1000;
/// A firewall forgets a connection that is silent for some minutes, and an invocation may take fifteen.
constexpr long kKeepAliveSeconds = 30;

struct ListDeleter {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
/// libcurl calls both kinds of handle "void", so that each has a name of its own here.
struct EasyDeleter {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiDeleter {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
using Easy = std::unique_ptr<CURL, EasyDeleter>;
using Multi = std::unique_ptr<CURLM, MultiDeleter>;

/// What comes in, and how much may.
struct Incoming {
    HttpResponse response;
    std::size_t mostBytes = 0;
    std::size_t headerBytes = 0;
    bool isTooLarge = false;
};

std::string trimmed(std::string_view text)
{
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0)
        text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0)
        text.remove_suffix(1);
    return std::string(text);
}

std::size_t takeBody(const char* bytes, std::size_t /*one*/, std::size_t count, void* to)
{
    auto& incoming = *static_cast<Incoming*>(to);
    if (incoming.response.body.size() + count > incoming.mostBytes) {
        incoming.isTooLarge = true;
        return 0;
    }
    incoming.response.body.append(bytes, count);
    return count;
}

std::size_t takeHeader(const char* bytes, std::size_t /*one*/, std::size_t count, void* to)
{
    auto& incoming = *static_cast<Incoming*>(to);
    incoming.headerBytes += count;
    if (incoming.headerBytes > kHeaderBytes) {
        incoming.isTooLarge = true;
        return 0;
    }
    const std::string_view line(bytes, count);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return count;
    std::string name(line.substr(0, colon));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char character) { return static_cast<char>(std::tolower(static_cast<unsigned char>(character))); });
    incoming.response.headers[name] = trimmed(line.substr(colon + 1));
    return count;
}

void initialiseOnce()
{
    static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
    static_cast<void>(code);
}

std::string urlOf(const HttpRequest& request)
{
    const std::string query = request.encodedQuery();
    return request.endpoint.url() + request.encodedPath() + (query.empty() ? "" : "?" + query);
}

using HeaderList = std::unique_ptr<curl_slist, ListDeleter>;

HeaderList headerList(const HttpRequest& request)
{
    HeaderList list;
    const auto add = [&list](const std::string& line) {
        curl_slist* longer = curl_slist_append(list.get(), line.c_str());
        static_cast<void>(list.release());
        list.reset(longer);
    };
    add("Expect:"); // no waiting for a "continue" before a large payload
    add("Host: " + request.endpoint.hostHeader());
    for (const auto& [name, value] : request.headers)
        add(value.empty() ? name + ";" : name + ": " + value);
    if (!request.body.empty() && !request.headers.contains("content-type"))
        add("Content-Type:");
    return list;
}

void setMethod(CURL* easy, const HttpRequest& request)
{
    if (!request.body.empty() || request.method == "POST" || request.method == "PUT") {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.c_str());
    }
    if (request.method != "GET" && request.method != "POST")
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
}

void setSecurity(CURL* easy, const HttpRequest& request)
{
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, request.endpoint.isTls ? "https" : "http");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (const char* bundle = std::getenv("AWS_CA_BUNDLE"); bundle != nullptr && *bundle != '\0')
        curl_easy_setopt(easy, CURLOPT_CAINFO, bundle);
    // What is not encrypted stays on this computer and its link, whatever proxy the environment names.
    if (!request.endpoint.isTls || isLoopback(request.endpoint.host))
        curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
}

Error failureOf(CURLcode code, const HttpRequest& request, const HttpLimits& limits, const Incoming& incoming)
{
    const std::string where = request.endpoint.url();
    if (incoming.isTooLarge)
        return {ErrorCode::Corrupt,
                fmt::format("the answer of {} is larger than {} bytes", where, groupDigits(std::uint64_t{limits.bodyBytes})),
                {}};
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return {ErrorCode::TimedOut,
                fmt::format("{} did not answer within {:.3g} s", where, static_cast<double>(limits.total.count()) / 1000),
                "Check the network, or try again later",
                ErrorDetail::HostSilent,
                {where, fmt::format("{:.3g}", static_cast<double>(limits.total.count()) / 1000)}};
    case CURLE_COULDNT_RESOLVE_HOST:
        return {ErrorCode::NotFound,
                fmt::format("there is no computer called {}", request.endpoint.host),
                "Check the region, the endpoint and the network",
                ErrorDetail::HostUnknown,
                {request.endpoint.host}};
    case CURLE_COULDNT_CONNECT:
        return {ErrorCode::Io,
                fmt::format("{} cannot be reached", where),
                "Check the endpoint and the network",
                ErrorDetail::HostUnreachable,
                {where}};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CONNECT_ERROR:
        return {ErrorCode::PermissionDenied,
                fmt::format("{} cannot prove who it is: {}", where, curl_easy_strerror(code)),
                "Where the network has certificates of its own, name them with AWS_CA_BUNDLE",
                ErrorDetail::HostUnproven,
                {where, curl_easy_strerror(code)}};
    default:
        return {ErrorCode::Io,
                fmt::format("the connection to {} broke off: {}", where, curl_easy_strerror(code)),
                "Check the network, or try again later",
                ErrorDetail::ConnectionLost,
                {where, curl_easy_strerror(code)}};
    }
}

/// Wakes a transfer that waits when a stop is requested.
struct Waker {
    CURLM* multi;
    void operator()() const { curl_multi_wakeup(multi); }
};

/// CURLE_ABORTED_BY_CALLBACK stands for the stop token.
CURLcode perform(CURLM* multi, CURL* easy, const HttpLimits& limits, const std::stop_token& stop)
{
    const std::stop_callback<Waker> onStop(stop, Waker{multi});
    const Nanoseconds deadline = monotonicNow() + limits.total + std::chrono::seconds(1);
    curl_multi_add_handle(multi, easy);
    CURLcode code = CURLE_FAILED_INIT;
    int running = 1;
    while (running > 0) {
        if (stop.stop_requested())
            code = CURLE_ABORTED_BY_CALLBACK;
        else if (monotonicNow() > deadline)
            code = CURLE_OPERATION_TIMEDOUT;
        else if (curl_multi_perform(multi, &running) == CURLM_OK
                 && (running == 0 || curl_multi_poll(multi, nullptr, 0, kPollMs, nullptr) == CURLM_OK))
            continue;
        break;
    }
    int left = 0;
    if (const CURLMsg* message = curl_multi_info_read(multi, &left); message != nullptr && message->msg == CURLMSG_DONE)
        code = message->data.result;
    return code;
}

} // namespace

HttpResult sendHttp(const HttpRequest& request, const HttpLimits& limits, const std::stop_token& stop)
{
    const auto refuse = [](Error error) { return tl::unexpected(HttpFailure{std::move(error), false}); };
    if (!request.endpoint.isTls && !isLoopback(request.endpoint.host) && !isMetadataAddress(request.endpoint.host))
        return refuse({ErrorCode::InvalidArgument, fmt::format("{} is not encrypted", request.endpoint.url()), "Use https"});
    initialiseOnce();
    const Easy easy(curl_easy_init());
    const Multi multi(curl_multi_init());
    if (!easy || !multi)
        return refuse({ErrorCode::OutOfMemory, "there is not enough memory for a connection", {}});

    Incoming incoming;
    incoming.mostBytes = limits.bodyBytes;
    const HeaderList headers = headerList(request);
    const std::string url = urlOf(request);
    const std::string agent = fmt::format("tierscope/{}", kVersion);
    curl_easy_setopt(easy.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy.get(), CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy.get(), CURLOPT_USERAGENT, agent.c_str());
    curl_easy_setopt(easy.get(), CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    curl_easy_setopt(easy.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(limits.total.count()));
    curl_easy_setopt(easy.get(), CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_TCP_KEEPIDLE, kKeepAliveSeconds);
    curl_easy_setopt(easy.get(), CURLOPT_TCP_KEEPINTVL, kKeepAliveSeconds);
    curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, &takeBody);
    curl_easy_setopt(easy.get(), CURLOPT_WRITEDATA, &incoming);
    curl_easy_setopt(easy.get(), CURLOPT_HEADERFUNCTION, &takeHeader);
    curl_easy_setopt(easy.get(), CURLOPT_HEADERDATA, &incoming);
    setMethod(easy.get(), request);
    setSecurity(easy.get(), request);
    // "localhost" means this computer here, whatever a name server says.
    std::unique_ptr<curl_slist, ListDeleter> pinned;
    if (request.endpoint.host == "localhost") {
        const int port = request.endpoint.port != 0 ? request.endpoint.port : request.endpoint.isTls ? 443 : 80;
        pinned.reset(curl_slist_append(nullptr, fmt::format("localhost:{}:127.0.0.1", port).c_str()));
        curl_easy_setopt(easy.get(), CURLOPT_RESOLVE, pinned.get());
    }

    const CURLcode code = perform(multi.get(), easy.get(), limits, stop);
    long status = 0;
    long sentBytes = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(easy.get(), CURLINFO_REQUEST_SIZE, &sentBytes);
    curl_multi_remove_handle(multi.get(), easy.get());
    if (code == CURLE_OK && !incoming.isTooLarge) {
        incoming.response.status = static_cast<int>(status);
        return std::move(incoming.response);
    }
    const Error error =
        code == CURLE_ABORTED_BY_CALLBACK ? Error{ErrorCode::Cancelled, "stopped", {}} : failureOf(code, request, limits, incoming);
    return tl::unexpected(HttpFailure{error, sentBytes > 0});
}

} // namespace tierscope::core
