// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/LambdaClient.h"

#include <string>

namespace tierscope::core {

/// The unsigned requests of Lambda's API, each as its service model has it (botocore's model is the judge in tests/integration/lambda).
/// `endpoint` is set by whoever sends them. A qualifier goes into the query.
[[nodiscard]] HttpRequest getConfigurationRequest(const FunctionName& function);
[[nodiscard]] HttpRequest setMemoryRequest(const FunctionName& function, MemoryMb memory, const std::string& revision);
[[nodiscard]] HttpRequest invokeRequest(const FunctionName& function, const std::string& payload);
[[nodiscard]] HttpRequest listFunctionsRequest(const std::string& marker);
[[nodiscard]] HttpRequest listVersionsRequest(const FunctionName& function, const std::string& marker);
[[nodiscard]] HttpRequest accountSettingsRequest();
[[nodiscard]] HttpRequest createFunctionRequest(const NewFunction& function);
[[nodiscard]] HttpRequest updateCodeRequest(const FunctionName& function, const std::string& zip, const std::string& architecture,
                                            const std::string& revision);
[[nodiscard]] HttpRequest listTagsRequest(const std::string& functionArn);
[[nodiscard]] HttpRequest deleteFunctionRequest(const FunctionName& function);

} // namespace tierscope::core
