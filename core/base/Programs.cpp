// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/Programs.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <unistd.h>

namespace tierscope::core {

std::vector<char*> argvPointers(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::string findProgram(const std::string& name)
{
    const auto isProgram = [](const std::filesystem::path& path) {
        std::error_code problem;
        return std::filesystem::is_regular_file(path, problem) && ::access(path.c_str(), X_OK) == 0;
    };
    if (name.find('/') != std::string::npos)
        return isProgram(name) ? name : std::string();
    const char* variable = std::getenv("PATH");
    std::string_view rest = variable != nullptr ? variable : "/usr/local/bin:/usr/bin:/bin";
    while (true) {
        const std::size_t end = rest.find(':');
        const std::string_view folder = rest.substr(0, end);
        const auto candidate = std::filesystem::path(folder.empty() ? "." : folder) / name;
        if (isProgram(candidate))
            return candidate;
        if (end == std::string_view::npos)
            return {};
        rest.remove_prefix(end + 1);
    }
}

std::string describeSignal(int number)
{
    const char* name = sigabbrev_np(number);
    return "killed by signal " + std::to_string(number) + (name == nullptr ? "" : std::string(" (SIG") + name + ")");
}

std::string lastLine(std::string_view text)
{
    constexpr std::size_t kLongest = 300;
    const std::size_t end = text.find_last_not_of(" \t\r\n");
    if (end == std::string_view::npos)
        return {};
    const std::size_t before = text.find_last_of('\n', end);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    return std::string(text.substr(start, std::min(end + 1 - start, kLongest)));
}

} // namespace tierscope::core
