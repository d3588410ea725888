// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/UniqueFd.h"
#include "core/runner/ProcessReaper.h"
#include "core/tier/CgroupFiles.h"
#include "core/tier/CgroupSandbox.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <sys/stat.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

constexpr const char* kControllersRemedy =
    "Boot with cgroup v2 alone (cgroup_no_v1=all) where cgroup v1 holds them, or have them delegated (Delegate=cpu memory)";
constexpr const char* kDelegateRemedy = "Run as root, or in a subtree of its own: systemd-run --user --scope -p Delegate=yes tierscope";

constexpr int kDefaultWeight = 100; ///< cpu.weight of a group that nobody has changed

std::string parentFolder(const std::string& folder)
{
    return folder.substr(0, folder.find_last_of('/'));
}

bool hasControllers(const std::string& list)
{
    return listHas(list, "cpu") && listHas(list, "memory");
}

/// Whether groups below `folder` can be limited, if need be after asking for it.
Result<void> enableControllers(const std::string& folder)
{
    const std::string file = folder + "/cgroup.subtree_control";
    if (hasControllers(readFile(file).value_or("")))
        return {};
    return writeControlFile(file, "+cpu +memory");
}

/// Moves this process out of `folder` into a part of it, for as long as it lives: a group that has processes of its own may not limit
/// parts.
class OwnPart {
public:
    [[nodiscard]] static Result<std::unique_ptr<OwnPart>> moveInto(const std::string& folder)
    {
        std::string members = readFile(folder + "/cgroup.procs").value_or("");
        if (members != std::to_string(::getpid()) + "\n")
            return fail(ErrorCode::Unsupported, "the cgroup " + folder + " holds other processes too", kDelegateRemedy);
        const std::string part = folder + "/" + nextRunMark();
        if (::mkdir(part.c_str(), 0755) != 0)
            return fail(systemError(errno, "cannot make the cgroup " + part, kDelegateRemedy));
        auto own = std::unique_ptr<OwnPart>(new OwnPart(part));
        if (const auto moved = writeControlFile(part + "/cgroup.procs", "0"); !moved)
            return fail(moved.error());
        return own;
    }
    OwnPart(const OwnPart&) = delete;
    OwnPart& operator=(const OwnPart&) = delete;
    ~OwnPart() { leaveCgroupPart(m_part); }
    [[nodiscard]] const std::string& folder() const { return m_part; }

private:
    explicit OwnPart(std::string part)
        : m_part(std::move(part))
    {}
    std::string m_part;
};

class CgroupV2 final : public CgroupDialect {
public:
    CgroupV2(std::string base, std::string programFolder)
        : m_base(std::move(base))
        , m_programFolder(std::move(programFolder))
    {}

    Result<void> make(const std::string& mark, int slots, CgroupLayout& layout) override
    {
        layout.whole = m_base + "/" + mark;
        layout.programFolder = m_programFolder;
        if (const auto made = makeFolder(layout.whole, layout); !made)
            return made;
        static_cast<void>(writeControlFile(layout.whole + "/cpu.weight", std::to_string(std::min(kDefaultWeight * weightFactor(), 10000))));
        layout.joinFiles = {layout.whole + (slots > 0 ? "/main" : "") + "/cgroup.procs"};
        if (slots == 0)
            return {};
        if (const auto enabled = writeControlFile(layout.whole + "/cgroup.subtree_control", "+cpu"); !enabled)
            return enabled;
        layout.slotProcsTemplate = layout.whole + "/slot-{slot}/cgroup.procs";
        if (const auto made = makeFolder(layout.whole + "/main", layout); !made)
            return made;
        for (int slot = 0; slot < slots; ++slot)
            if (const auto made = makeFolder(layout.whole + "/slot-" + std::to_string(slot), layout); !made)
                return made;
        return {};
    }

    Result<void> setQuota(const std::string& folder, std::chrono::microseconds period,
                          std::optional<std::chrono::microseconds> quota) override
    {
        return writeControlFile(folder + "/cpu.max",
                                (quota ? std::to_string(quota->count()) : std::string("max")) + " " + std::to_string(period.count()));
    }

    Result<void> setMemory(const std::string& mark, std::int64_t bytes) override
    {
        const std::string folder = m_base + "/" + mark;
        if (const auto written = writeControlFile(folder + "/memory.max", std::to_string(bytes)); !written)
            return written;
        // Lambda has no swap; without swap support in the kernel there is nothing to turn off.
        static_cast<void>(writeControlFile(folder + "/memory.swap.max", "0"));
        return {};
    }

    CgroupCpuFiles cpuFiles(const std::string& folder) const override { return CgroupCpuFiles(folder + "/cpu.stat"); }

    CgroupMemory memory(const std::string& mark) const override
    {
        const std::string folder = m_base + "/" + mark;
        CgroupMemory figures;
        const std::string peak = readFile(folder + "/memory.peak").value_or(""); // since Linux 5.19
        std::from_chars(peak.data(), peak.data() + peak.size(), figures.peakBytes);
        figures.kills = statValue(readFile(folder + "/memory.events").value_or(""), "oom_kill").value_or(0);
        return figures;
    }

private:
    static Result<void> makeFolder(const std::string& folder, CgroupLayout& layout)
    {
        if (::mkdir(folder.c_str(), 0755) != 0)
            return fail(systemError(errno, "cannot make the cgroup " + folder, kDelegateRemedy));
        layout.created.push_back(folder);
        return {};
    }

    std::string m_base;
    std::string m_programFolder;
};

/// The nearest group, from ours upwards, below which groups can be made and limited. Only root goes above its own: to anybody else the
/// groups above belong to the service manager.
Result<std::string> findBase(const CgroupView& view)
{
    std::string folder = view.v2Folder;
    Error reason{ErrorCode::PermissionDenied, "the cgroup " + folder + " is not delegated to this user", kDelegateRemedy};
    while (folder.size() >= view.v2Mount.size()) {
        if (!hasControllers(readFile(folder + "/cgroup.controllers").value_or("")))
            reason = Error{ErrorCode::Unsupported, "cgroup v2 has no cpu and memory controllers at " + folder, kControllersRemedy};
        else if (::access(folder.c_str(), W_OK) != 0)
            reason = systemError(errno, folder + " is not writable", kDelegateRemedy);
        else if (const auto enabled = enableControllers(folder); enabled)
            return folder;
        else
            reason = Error{enabled.error().code, enabled.error().message, kDelegateRemedy};
        if (::geteuid() != 0)
            break;
        folder = parentFolder(folder);
    }
    return fail(std::move(reason));
}

} // namespace

std::unique_ptr<CgroupDialect> cgroupV2Below(const std::string& folder, const std::string& programFolder)
{
    return std::make_unique<CgroupV2>(folder, programFolder);
}

Result<std::unique_ptr<CgroupDialect>> openCgroupV2()
{
    // Where this process had to move, it moves back when the program ends; what it found then holds for the program's life.
    static std::unique_ptr<OwnPart> s_ownPart;
    if (s_ownPart)
        return cgroupV2Below(parentFolder(s_ownPart->folder()), s_ownPart->folder());

    const CgroupView view = readCgroupView();
    if (view.v2Mount.empty())
        return fail(ErrorCode::Unsupported, "cgroup v2 is not mounted", kControllersRemedy);
    const auto base = findBase(view);
    if (base)
        return cgroupV2Below(*base);
    const bool mayMove =
        hasControllers(readFile(view.v2Folder + "/cgroup.controllers").value_or("")) && ::access(view.v2Folder.c_str(), W_OK) == 0;
    if (!mayMove)
        return fail(base.error());
    auto part = OwnPart::moveInto(view.v2Folder);
    if (!part)
        return fail(part.error());
    if (const auto enabled = enableControllers(view.v2Folder); !enabled)
        return fail(enabled.error());
    s_ownPart = std::move(*part);
    return cgroupV2Below(view.v2Folder, s_ownPart->folder());
}

} // namespace tierscope::core
