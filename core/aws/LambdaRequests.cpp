// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/LambdaRequests.h"

#include "core/base/JsonText.h"

#include <nlohmann/json.hpp>

namespace tierscope::core {

namespace {

using Json = nlohmann::json;

constexpr const char* kVersion = "2015-03-31";
constexpr const char* kPage = "50";

HttpRequest bare(std::string method, std::vector<std::string> path)
{
    HttpRequest request;
    request.method = std::move(method);
    request.path = std::move(path);
    return request;
}

HttpRequest ofFunction(std::string method, const FunctionName& function, const char* part)
{
    HttpRequest request = bare(std::move(method), {kVersion, "functions", function.reference()});
    if (part != nullptr)
        request.path.emplace_back(part);
    if (!function.qualifier.empty())
        request.query.emplace_back("Qualifier", function.qualifier);
    return request;
}

/// The model sends a qualifier with these only to choose what is read or run; what is changed is always $LATEST.
HttpRequest ofLatest(std::string method, const FunctionName& function, const char* part)
{
    FunctionName latest = function;
    latest.qualifier.clear();
    return ofFunction(std::move(method), latest, part);
}

HttpRequest withBody(HttpRequest request, const Json& body)
{
    request.headers["content-type"] = "application/json";
    request.body = jsonText(body);
    return request;
}

void addPage(HttpRequest& request, const std::string& marker)
{
    if (!marker.empty())
        request.query.emplace_back("Marker", marker);
    request.query.emplace_back("MaxItems", kPage);
}

} // namespace

HttpRequest getConfigurationRequest(const FunctionName& function)
{
    return ofFunction("GET", function, "configuration");
}

HttpRequest setMemoryRequest(const FunctionName& function, MemoryMb memory, const std::string& revision)
{
    Json body{{"MemorySize", memory.value}};
    if (!revision.empty())
        body["RevisionId"] = revision;
    return withBody(ofLatest("PUT", function, "configuration"), body);
}

HttpRequest invokeRequest(const FunctionName& function, const std::string& payload)
{
    HttpRequest request = ofFunction("POST", function, "invocations");
    request.headers["x-amz-invocation-type"] = "RequestResponse";
    request.headers["x-amz-log-type"] = "Tail";
    if (!payload.empty())
        request.headers["content-type"] = "application/json";
    request.body = payload;
    return request;
}

HttpRequest listFunctionsRequest(const std::string& marker)
{
    HttpRequest request = bare("GET", {kVersion, "functions"});
    addPage(request, marker);
    return request;
}

HttpRequest listVersionsRequest(const FunctionName& function, const std::string& marker)
{
    HttpRequest request = ofLatest("GET", function, "versions");
    addPage(request, marker);
    return request;
}

HttpRequest accountSettingsRequest()
{
    return bare("GET", {"2016-08-19", "account-settings"});
}

HttpRequest createFunctionRequest(const NewFunction& function)
{
    Json body{{"FunctionName", function.name},
              {"Role", function.role},
              {"Runtime", function.runtime},
              {"Handler", function.handler},
              {"Architectures", {function.architecture}},
              {"Code", {{"ZipFile", encodeBase64(function.zip)}}},
              {"MemorySize", function.memory.value},
              {"Timeout", function.timeout.count()},
              {"Description", function.description},
              {"Tags", function.tags}};
    return withBody(bare("POST", {kVersion, "functions"}), body);
}

HttpRequest updateCodeRequest(const FunctionName& function, const std::string& zip, const std::string& architecture,
                              const std::string& revision)
{
    Json body{{"ZipFile", encodeBase64(zip)}, {"Architectures", {architecture}}};
    if (!revision.empty())
        body["RevisionId"] = revision;
    return withBody(ofLatest("PUT", function, "code"), body);
}

HttpRequest listTagsRequest(const std::string& functionArn)
{
    return bare("GET", {"2017-03-31", "tags", functionArn});
}

HttpRequest deleteFunctionRequest(const FunctionName& function)
{
    return ofFunction("DELETE", function, nullptr);
}

} // namespace tierscope::core
