// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/store/ProcessOwner.h"

#include "core/base/UniqueFd.h"

#include <optional>
#include <sstream>
#include <unistd.h>

namespace tierscope::core {

namespace {

struct ProcessState {
    char state = 0;
    std::int64_t started = 0;
};

std::optional<ProcessState> readState(pid_t pid)
{
    const auto text = readFile("/proc/" + std::to_string(pid) + "/stat");
    if (!text)
        return std::nullopt;
    // The program's name is in parentheses and may hold anything; what follows the last one is field 3.
    const auto nameEnd = text->rfind(')');
    if (nameEnd == std::string::npos)
        return std::nullopt;
    constexpr int kFirstField = 4;
    constexpr int kStartedField = 22;
    std::istringstream fields(text->substr(nameEnd + 1));
    ProcessState state;
    fields >> state.state;
    for (int field = kFirstField; field <= kStartedField; ++field)
        fields >> state.started;
    return fields ? std::optional(state) : std::nullopt;
}

std::string bootId()
{
    std::string text = readFile("/proc/sys/kernel/random/boot_id").value_or("");
    while (!text.empty() && text.back() == '\n')
        text.pop_back();
    return text;
}

} // namespace

ProcessOwner currentProcess()
{
    const pid_t pid = getpid();
    const auto state = readState(pid);
    return ProcessOwner{pid, state ? state->started : 0, bootId()};
}

bool isAlive(const ProcessOwner& owner)
{
    if (owner.pid <= 0 || owner.bootId != bootId())
        return false;
    const auto state = readState(owner.pid);
    return state && state->started == owner.started && state->state != 'Z' && state->state != 'X';
}

} // namespace tierscope::core
