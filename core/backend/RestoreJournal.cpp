// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/backend/RestoreJournal.h"

#include "core/aws/FunctionName.h"
#include "core/aws/Signature.h"
#include "core/base/JsonReader.h"
#include "core/base/JsonText.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

using Json = nlohmann::json;

constexpr int kVersion = 1;
constexpr std::string_view kWhat = "an entry of the restore journal";
constexpr const char* kSuffix = ".json";
constexpr const char* kLockSuffix = ".lock";

std::string fileNameOf(const std::string& functionArn, const std::string& endpointUrl)
{
    const auto parsed = parseFunctionName(functionArn);
    const std::string name = parsed ? parsed->name : "function";
    return fmt::format("{}-{}", name, sha256Hex(functionArn + '\n' + endpointUrl).substr(0, 16));
}

/// A rename is durable once its folder is.
Result<void> syncFolder(const std::string& folder)
{
    const UniqueFd fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.isValid() || ::fsync(fd.get()) != 0)
        return fail(systemError(errno, "cannot make the folder durable " + folder));
    return {};
}

/// Makes what is missing, each made folder durable in its parent.
Result<void> makeFolder(const std::filesystem::path& folder)
{
    std::error_code problem;
    if (std::filesystem::is_directory(folder, problem))
        return {};
    if (auto made = makeFolder(folder.parent_path()); !made)
        return made;
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return fail(systemError(errno, "cannot make the folder " + folder.string(), "Set XDG_STATE_HOME to a folder that can be written"));
    return syncFolder(folder.parent_path());
}

Json encode(const RestoreEntry& entry)
{
    Json written = Json::array();
    for (const MemoryMb memory : entry.written)
        written.push_back(memory.value);
    return {
        {"version", kVersion},
        {"function_arn", entry.functionArn},
        {"region", entry.access.region},
        {"profile", entry.access.profile},
        {"endpoint_url", entry.access.endpointUrl},
        {"original_memory_mb", entry.original.value},
        {"original_revision", entry.originalRevision},
        {"fingerprint", entry.fingerprint},
        {"written_memory_mb", written},
        {"revisions", entry.revisions},
        {"started_at_ms", entry.startedAtMs},
    };
}

Result<RestoreEntry> decode(const std::string& text)
{
    const auto json = parseJson(text, kWhat, ErrorCode::Corrupt);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json, kWhat, ErrorCode::Corrupt);
    if (reader.integer("version", 1, 1'000'000) != kVersion)
        reader.reject(fmt::format("{} was written by a later version of Tierscope", kWhat), {});
    RestoreEntry entry;
    entry.functionArn = reader.text("function_arn");
    entry.access = AwsAccess{reader.text("profile"), reader.text("region"), reader.text("endpoint_url")};
    entry.original = MemoryMb{static_cast<int>(reader.integer("original_memory_mb", 1, 1'000'000))};
    entry.originalRevision = reader.text("original_revision");
    entry.fingerprint = reader.text("fingerprint");
    entry.startedAtMs = reader.integer("started_at_ms", 0, std::int64_t{1} << 53U);
    if (const Json* list = reader.array("written_memory_mb")) {
        for (const Json& item : *list) {
            if (!item.is_number_integer() || item < 1 || item > 1'000'000) {
                reader.reject(fmt::format("{} has a size that is none", kWhat), {});
                break;
            }
            entry.written.push_back(MemoryMb{item.get<int>()});
        }
    }
    if (const Json* list = reader.array("revisions")) {
        for (const Json& item : *list) {
            if (item.is_string())
                entry.revisions.push_back(item.get<std::string>());
        }
    }
    if (auto status = reader.status(); !status)
        return fail(std::move(status.error()));
    return entry;
}

Result<std::optional<RestoreEntry>> readEntry(const std::string& path)
{
    const auto text = readFile(path);
    if (!text && text.error().code == ErrorCode::NotFound)
        return std::nullopt;
    if (!text)
        return fail(text.error());
    auto entry = decode(*text);
    if (!entry)
        return fail(ErrorCode::Corrupt, fmt::format("{} is damaged: {}", path, entry.error().message),
                    "Look at the function's memory by hand, then delete that file");
    return std::optional(std::move(*entry));
}

/// The lock, or an invalid descriptor where another process has it.
Result<UniqueFd> tryLock(const std::string& path)
{
    UniqueFd fd(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!fd.isValid())
        return fail(systemError(errno, "cannot open " + path));
    if (::flock(fd.get(), LOCK_EX | LOCK_NB) == 0)
        return fd;
    if (errno == EWOULDBLOCK)
        return UniqueFd{};
    return fail(systemError(errno, "cannot lock " + path));
}

} // namespace

std::string defaultJournalFolder()
{
    // The XDG base directory specification has relative paths ignored.
    if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state == '/')
        return std::string(state) + "/tierscope/lambda";
    const char* home = std::getenv("HOME");
    return std::string(home != nullptr ? home : "") + "/.local/state/tierscope/lambda";
}

RestoreJournal::RestoreJournal(std::string path, UniqueFd lock, std::optional<RestoreEntry> entry)
    : m_path(std::move(path))
    , m_lock(std::move(lock))
    , m_entry(std::move(entry))
{}

Result<RestoreJournal> RestoreJournal::claim(const std::string& folder, const std::string& functionArn, const std::string& endpointUrl)
{
    if (auto made = makeFolder(folder); !made)
        return fail(std::move(made.error()));
    const std::string base = folder + '/' + fileNameOf(functionArn, endpointUrl);
    auto lock = tryLock(base + kLockSuffix);
    if (!lock)
        return fail(std::move(lock.error()));
    if (!lock->isValid())
        return fail(Error{ErrorCode::Busy,
                          fmt::format("another Tierscope is measuring {}", functionArn),
                          "Wait until it has finished, or stop it",
                          ErrorDetail::FunctionMeasured,
                          {functionArn}});
    auto entry = readEntry(base + kSuffix);
    if (!entry)
        return fail(std::move(entry.error()));
    return RestoreJournal(base + kSuffix, std::move(*lock), std::move(*entry));
}

Result<std::vector<RestoreEntry>> RestoreJournal::unfinished(const std::string& folder)
{
    std::vector<std::string> paths;
    std::error_code problem;
    for (const auto& file : std::filesystem::directory_iterator(folder, problem)) {
        if (file.path().extension() == kSuffix)
            paths.push_back(file.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<RestoreEntry> entries;
    for (const std::string& path : paths) {
        const auto lock = tryLock(path.substr(0, path.size() - std::string_view(kSuffix).size()) + kLockSuffix);
        if (lock && !lock->isValid())
            continue;
        auto entry = readEntry(path);
        if (!entry)
            return fail(std::move(entry.error()));
        if (*entry)
            entries.push_back(std::move(**entry));
    }
    return entries;
}

Result<void> RestoreJournal::save()
{
    auto written = writeFileAtomically(m_path, jsonText(encode(*m_entry), 1) + '\n');
    if (!written)
        return written;
    return syncFolder(std::filesystem::path(m_path).parent_path());
}

Result<void> RestoreJournal::begin(RestoreEntry entry)
{
    m_entry = std::move(entry);
    return save();
}

Result<void> RestoreJournal::intend(MemoryMb memory)
{
    m_entry->written.push_back(memory);
    return save();
}

Result<void> RestoreJournal::withdraw()
{
    m_entry->written.pop_back();
    return save();
}

Result<void> RestoreJournal::confirm(const std::string& revision)
{
    if (revision.empty() || (!m_entry->revisions.empty() && m_entry->revisions.back() == revision))
        return {};
    m_entry->revisions.push_back(revision);
    return save();
}

Result<void> RestoreJournal::close()
{
    m_entry.reset();
    if (::unlink(m_path.c_str()) != 0 && errno != ENOENT)
        return fail(systemError(errno, "cannot remove " + m_path));
    return syncFolder(std::filesystem::path(m_path).parent_path());
}

} // namespace tierscope::core
