// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "CommandLine.h"

#include "core/base/UniqueFd.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

namespace tierscope::cli {

using core::Error;
using core::ErrorCode;
using core::fail;
using core::Result;
using core::UniqueFd;

namespace {

constexpr const char* kOtherFile = "Give another file, or - for the standard output";

/// A pipe, a terminal or /dev/null is written as it is; a file is replaced as a whole.
bool isSpecial(const std::string& path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

Result<void> writeDirectly(int fd, const std::string& name, const std::string& text)
{
    if (!core::writeAll(fd, text))
        return fail(core::systemError(errno, "cannot write to " + name, kOtherFile));
    return {};
}

} // namespace

std::string CommandLine::databasePath() const
{
    return database.empty() ? core::defaultDatabasePath() : database;
}

void addDatabaseOption(CLI::App& command, CommandLine& line)
{
    command
        .add_option("--database", line.database, "The database of experiments (default: $TIERSCOPE_DATABASE, or in the XDG data folder)")
        ->type_name("FILE");
}

Result<core::ExperimentStore> openExisting(const std::string& path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail(ErrorCode::NotFound, fmt::format("there is no database {}", path),
                    "Run an experiment first, or name another one with --database");
    return core::ExperimentStore::open(path);
}

int report(const Error& error)
{
    static_cast<void>(core::writeAll(STDERR_FILENO, fmt::format("tierscope-cli: {}\n", error.sentence())));
    const bool isArgument = error.code == ErrorCode::InvalidArgument || error.code == ErrorCode::NotFound;
    return isArgument ? Unusable : SomeFailed;
}

int done(const Result<void>& result)
{
    return result ? static_cast<int>(AllGood) : report(result.error());
}

void note(const std::string& text)
{
    static_cast<void>(core::writeAll(STDERR_FILENO, text + '\n'));
}

Result<void> writeOutput(const std::string& target, const std::string& text)
{
    if (target == "-")
        return writeDirectly(STDOUT_FILENO, "the standard output", text);
    if (isSpecial(target)) {
        const UniqueFd file(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
        if (!file.isValid())
            return fail(core::systemError(errno, "cannot write to " + target, kOtherFile));
        return writeDirectly(file.get(), target, text);
    }
    auto written = core::writeFileAtomically(target, text);
    if (!written)
        return fail(Error{ErrorCode::Io, written.error().message, kOtherFile});
    return {};
}

Result<void> streamOutput(const std::string& target, const TextPieces& write)
{
    const bool isStdout = target == "-";
    const bool isDirect = isStdout || isSpecial(target);
    const std::string path = isDirect ? target : target + ".part" + std::to_string(::getpid());
    UniqueFd file;
    if (!isStdout) {
        file = UniqueFd(::open(path.c_str(), O_WRONLY | O_CLOEXEC | (isDirect ? 0 : O_CREAT | O_TRUNC), 0644));
        if (!file.isValid())
            return fail(core::systemError(errno, "cannot write to " + target, kOtherFile));
    }
    const int fd = isStdout ? STDOUT_FILENO : file.get();
    int reason = 0;
    write([&](std::string_view piece) {
        if (reason == 0 && !core::writeAll(fd, piece))
            reason = errno;
    });
    if (reason == 0 && !isDirect && (::fsync(fd) != 0 || std::rename(path.c_str(), target.c_str()) != 0))
        reason = errno;
    if (reason == 0)
        return {};
    if (!isDirect)
        ::unlink(path.c_str());
    return fail(core::systemError(reason, "cannot write to " + (isStdout ? "the standard output" : target), kOtherFile));
}

Result<void> checkOutput(const std::string& target)
{
    if (target.empty() || target == "-")
        return {};
    std::error_code error;
    if (std::filesystem::is_directory(target, error))
        return fail(ErrorCode::InvalidArgument, fmt::format("cannot write to {}: it is a folder", target), kOtherFile);
    const auto folder = std::filesystem::path(target).parent_path();
    const std::string place = isSpecial(target) ? target : folder.empty() ? "." : folder.string();
    if (access(place.c_str(), W_OK) != 0)
        return fail(
            Error{ErrorCode::InvalidArgument, fmt::format("cannot write to {}: {}", target, core::systemMessage(errno)), kOtherFile});
    return {};
}

} // namespace tierscope::cli
