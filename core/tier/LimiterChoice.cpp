// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/ProcessReaper.h"
#include "core/tier/CgroupFiles.h"
#include "core/tier/CgroupSandbox.h"
#include "core/tier/DutyCycleSandbox.h"
#include "core/tier/SystemdUserScope.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>

namespace tierscope::core {

namespace {

struct NamedLimiter {
    LimiterKind kind;
    const char* name;     ///< as people read it
    const char* variable; ///< in TIERSCOPE_LIMITER
};
constexpr std::array kLimiters{
    NamedLimiter{LimiterKind::CgroupV2, "cgroup v2", "cgroup-v2"},
    NamedLimiter{LimiterKind::CgroupV2User, "cgroup v2 (systemd user)", "cgroup-v2-user"},
    NamedLimiter{LimiterKind::CgroupV1, "cgroup v1", "cgroup-v1"},
    NamedLimiter{LimiterKind::DutyCycle, "duty cycle", "duty-cycle"},
    NamedLimiter{LimiterKind::None, "none", "none"},
};

Result<std::unique_ptr<CgroupDialect>> openUserScope()
{
    // One scope for the program's life: asking for one a run would put D-Bus into every measurement.
    static std::unique_ptr<SystemdUserScope> s_scope;
    if (!s_scope) {
        auto scope = requestUserScope();
        if (!scope)
            return fail(scope.error());
        s_scope = std::move(*scope);
    }
    return cgroupV2Below(s_scope->folder());
}

Result<std::unique_ptr<CgroupDialect>> openDialect(LimiterKind kind)
{
    if (kind == LimiterKind::CgroupV2)
        return openCgroupV2();
    if (kind == LimiterKind::CgroupV2User)
        return openUserScope();
    return openCgroupV1();
}

/// Makes a group, limits it and removes it again: permissions and controllers can only be believed when they have worked.
LimiterCandidate tryCgroup(LimiterKind kind)
{
    LimiterCandidate candidate{kind, false, {}, {}};
    const auto sandbox = createSandbox(kind, tierLimits(MemoryMb{512}, 2), 1, nextRunMark());
    candidate.usable = sandbox.has_value();
    candidate.reason = sandbox ? "a cgroup could be made, limited and removed" : sandbox.error().message;
    if (!sandbox)
        candidate.remedy = sandbox.error().remedy;
    return candidate;
}

std::optional<LimiterKind> forcedLimiter()
{
    const char* wanted = std::getenv("TIERSCOPE_LIMITER");
    for (const NamedLimiter& limiter : kLimiters)
        if (wanted != nullptr && limiter.kind != LimiterKind::None && std::string_view(wanted) == limiter.variable)
            return limiter.kind;
    return std::nullopt;
}

int sweepFolder(const std::string& folder)
{
    int swept = 0;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem)) {
        const std::string mark = entry.path().filename();
        if (markOwnerLives(mark).value_or(true))
            continue;
        std::vector<std::string> folders{entry.path()};
        for (const auto& part : std::filesystem::directory_iterator(entry.path(), problem))
            if (part.is_directory(problem))
                folders.push_back(part.path());
        swept += clearRun(mark, folders).empty() ? 1 : 0;
    }
    return swept;
}

} // namespace

const char* limiterName(LimiterKind kind)
{
    for (const NamedLimiter& limiter : kLimiters)
        if (limiter.kind == kind)
            return limiter.name;
    return "none";
}

LimiterChoice chooseLimiter()
{
    LimiterChoice choice;
    for (const LimiterKind kind : {LimiterKind::CgroupV2, LimiterKind::CgroupV2User, LimiterKind::CgroupV1})
        choice.candidates.push_back(tryCgroup(kind));
    choice.candidates.push_back(
        {LimiterKind::DutyCycle, true, "needs no privilege: stops and continues the processes in every period", {}});
    choice.kind = std::ranges::find_if(choice.candidates, &LimiterCandidate::usable)->kind;
    if (const auto forced = forcedLimiter())
        choice.kind = *forced;
    return choice;
}

int sweepStaleSandboxes()
{
    const CgroupView view = readCgroupView();
    int swept = 0;
    for (const char* controller : {"cpu", "cpuacct", "memory"})
        if (const auto folder = view.v1(controller))
            swept += sweepFolder(*folder);
    for (std::string folder = view.v2Folder; !view.v2Mount.empty() && folder.size() >= view.v2Mount.size();
         folder = folder.substr(0, folder.find_last_of('/')))
        swept += sweepFolder(folder);
    return swept;
}

Result<std::unique_ptr<Sandbox>> createSandbox(LimiterKind kind, const TierLimits& limits, int slots, const std::string& mark)
{
    if (kind == LimiterKind::DutyCycle || kind == LimiterKind::None)
        return std::unique_ptr<Sandbox>(std::make_unique<DutyCycleSandbox>(limits));
    auto dialect = openDialect(kind);
    if (!dialect)
        return fail(dialect.error());
    return CgroupSandbox::make(std::move(*dialect), limits, slots, mark);
}

} // namespace tierscope::core
