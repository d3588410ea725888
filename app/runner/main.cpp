// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/Version.h"
#include "core/runner/Guard.h"
#include "core/runner/Runner.h"

#include <cstdio>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

constexpr const char* kHelp = "Usage: tierscope-runner < REQUEST.json\n"
                              "Runs one batch of tasks (kernels or commands) and prints what happened, one JSON object a line.\n"
                              "\n"
                              "  --help     this text\n"
                              "  --version  the version\n";

} // namespace

int main(int argc, char** argv)
{
    using namespace tierscope::core;
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.empty())
        return runnerMain(STDIN_FILENO, STDOUT_FILENO);
    if (arguments[0] == "--guard") {
        const GuardPlan plan = parseGuardArguments(arguments);
        return plan.argv.empty() ? 2 : guardMain(plan);
    }
    if (arguments[0] == "--version")
        return std::printf("tierscope-runner %s\n", kVersion) < 0 ? 1 : 0;
    if (arguments[0] == "--help")
        return std::fputs(kHelp, stdout) < 0 ? 1 : 0;
    std::fprintf(stderr, "tierscope-runner: unknown option %s. See tierscope-runner --help.\n", arguments[0].c_str());
    return 2;
}
