// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/UniqueFd.h"
#include "core/tier/CgroupFiles.h"
#include "core/tier/CgroupSandbox.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <sys/stat.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

constexpr int kDefaultShares = 1024; ///< cpu.shares of a group that nobody has changed

std::int64_t readNumber(const std::string& path)
{
    std::int64_t value = 0;
    if (const auto text = readFile(path))
        std::from_chars(text->data(), text->data() + text->size(), value);
    return value;
}

/// cgroup v1: up to three hierarchies (cpu, cpuacct, memory), which may be mounted together or apart.
class CgroupV1 final : public CgroupDialect {
public:
    CgroupV1(std::string cpu, std::string accounting, std::string memory)
        : m_cpu(std::move(cpu))
        , m_accounting(std::move(accounting))
        , m_memory(std::move(memory))
    {}

    Result<void> make(const std::string& mark, int slots, CgroupLayout& layout) override
    {
        const auto hierarchies = distinct({m_cpu, m_accounting, m_memory});
        layout.whole = m_cpu + "/" + mark;
        for (const std::string& hierarchy : hierarchies) {
            const std::string folder = hierarchy + "/" + mark;
            if (const auto made = makeFolder(folder, layout); !made)
                return made;
            const bool hasParts = slots > 0 && hierarchy != m_memory;
            layout.joinFiles.push_back(folder + (hasParts ? "/main" : "") + "/cgroup.procs");
        }
        static_cast<void>(writeControlFile(layout.whole + "/cpu.shares", std::to_string(kDefaultShares * weightFactor())));
        if (slots == 0)
            return {};
        // A slot's group stands in both: one limits it, the other counts its CPU time.
        for (const std::string& hierarchy : distinct({m_cpu, m_accounting})) {
            const std::string folder = hierarchy + "/" + mark;
            layout.slotProcsTemplate += (layout.slotProcsTemplate.empty() ? "" : ":") + folder + "/slot-{slot}/cgroup.procs";
            if (const auto made = makeFolder(folder + "/main", layout); !made)
                return made;
            for (int slot = 0; slot < slots; ++slot)
                if (const auto made = makeFolder(folder + "/slot-" + std::to_string(slot), layout); !made)
                    return made;
        }
        return {};
    }

    Result<void> setQuota(const std::string& folder, std::chrono::microseconds period,
                          std::optional<std::chrono::microseconds> quota) override
    {
        const std::string periodFile = folder + "/cpu.cfs_period_us";
        if (readNumber(periodFile) != period.count())
            if (const auto written = writeControlFile(periodFile, std::to_string(period.count())); !written)
                return written;
        return writeControlFile(folder + "/cpu.cfs_quota_us", std::to_string(quota ? quota->count() : -1));
    }

    Result<void> setMemory(const std::string& mark, std::int64_t bytes) override
    {
        if (m_memory.empty())
            return {};
        const std::string folder = m_memory + "/" + mark;
        if (const auto written = writeControlFile(folder + "/memory.limit_in_bytes", std::to_string(bytes)); !written)
            return written;
        // Lambda has no swap. Where swap is not accounted there is no such file, and not swapping is the next best.
        if (!writeControlFile(folder + "/memory.memsw.limit_in_bytes", std::to_string(bytes)))
            static_cast<void>(writeControlFile(folder + "/memory.swappiness", "0"));
        return {};
    }

    CgroupCpuFiles cpuFiles(const std::string& folder) const override
    {
        return CgroupCpuFiles(folder + "/cpu.stat", m_accounting + folder.substr(m_cpu.size()) + "/cpuacct.usage");
    }

    CgroupMemory memory(const std::string& mark) const override
    {
        if (m_memory.empty())
            return {};
        const std::string folder = m_memory + "/" + mark;
        const std::string control = readFile(folder + "/memory.oom_control").value_or("");
        return {readNumber(folder + "/memory.max_usage_in_bytes"), statValue(control, "oom_kill").value_or(0)};
    }

private:
    static std::vector<std::string> distinct(const std::vector<std::string>& folders)
    {
        std::vector<std::string> all;
        for (const std::string& folder : folders)
            if (!folder.empty() && std::ranges::find(all, folder) == all.end())
                all.push_back(folder);
        return all;
    }

    static Result<void> makeFolder(const std::string& folder, CgroupLayout& layout)
    {
        if (::mkdir(folder.c_str(), 0755) != 0)
            return fail(systemError(errno, "cannot make the cgroup " + folder, "Run as root, or see tierscope-cli doctor"));
        layout.created.push_back(folder);
        return {};
    }

    std::string m_cpu;
    std::string m_accounting;
    std::string m_memory;
};

} // namespace

Result<std::unique_ptr<CgroupDialect>> openCgroupV1()
{
    const CgroupView view = readCgroupView();
    const auto cpu = view.v1("cpu");
    const auto accounting = view.v1("cpuacct");
    if (!cpu || !accounting)
        return fail(ErrorCode::Unsupported, "no cgroup v1 hierarchy with the cpu and cpuacct controllers is mounted",
                    "Nothing needs to be done where cgroup v2 is usable");
    const auto memory = view.v1("memory");
    for (const auto& folder : {cpu, accounting, memory})
        if (folder && ::access(folder->c_str(), W_OK) != 0)
            return fail(systemError(errno, *folder + " is not writable", "Run as root to use cgroup v1"));
    if (const auto quota = readFile(*cpu + "/cpu.stat"); !quota || !statValue(*quota, "nr_periods"))
        return fail(ErrorCode::Unsupported, "the kernel was built without CFS bandwidth control", "Use a kernel with CONFIG_CFS_BANDWIDTH");
    return std::unique_ptr<CgroupDialect>(std::make_unique<CgroupV1>(*cpu, *accounting, memory.value_or("")));
}

} // namespace tierscope::core
