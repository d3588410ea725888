// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/FunctionLoop.h"

#include <cstdio>
#include <cstdlib>

int main()
{
    const char* const address = std::getenv("AWS_LAMBDA_RUNTIME_API");
    if (!address) {
        std::fputs("bootstrap: this program runs inside an AWS Lambda function, where AWS_LAMBDA_RUNTIME_API is set. "
                   "On this computer, use tierscope-runner.\n",
                   stderr);
        return 2;
    }
    const char* const memory = std::getenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE");
    return tierscope::core::functionMain(address, memory ? std::atoi(memory) : 0);
}
