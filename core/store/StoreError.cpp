// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/store/StoreError.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace tierscope::core {

namespace {

std::string phrase(StoreAction action, const std::string& path)
{
    switch (action) {
    case StoreAction::Open:
        return "cannot open the database " + path;
    case StoreAction::Read:
        return "cannot read the database " + path;
    case StoreAction::Save:
        return "cannot save to the database " + path;
    }
    return path;
}

} // namespace

Error storeError(const SQLite::Exception& exception, StoreAction action, const std::string& path)
{
    constexpr int kPrimaryCode = 0xff;
    constexpr const char* kMakeWritable = "Make the file and its folder writable, or choose another one with --database";
    const std::string what = phrase(action, path);
    switch (exception.getErrorCode() & kPrimaryCode) {
    case SQLITE_FULL:
        return {ErrorCode::Io, what + ": the disk is full", "Free space and try again", ErrorDetail::DatabaseFull, {path}};
    case SQLITE_IOERR:
        return {ErrorCode::Io,
                what + ": reading or writing the file failed",
                "Check the disk and its free space, and try again",
                ErrorDetail::DatabaseIo,
                {path}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {
            ErrorCode::Busy, what + ": another program holds it", "Close that program and try again", ErrorDetail::DatabaseHeld, {path}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::Corrupt,
                fmt::format("{} is damaged or is not a Tierscope database", path),
                "Move it away, or choose another one with --database",
                ErrorDetail::DatabaseDamaged,
                {path}};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorCode::Io, what + ": it cannot be written", kMakeWritable, ErrorDetail::DatabaseReadOnly, {path}};
    case SQLITE_CANTOPEN:
        return {ErrorCode::Io, what + ": the file or its folder cannot be written", kMakeWritable, ErrorDetail::DatabaseReadOnly, {path}};
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
        return {ErrorCode::OutOfMemory,
                what + ": there is too much of it for the memory",
                "Take fewer tasks",
                ErrorDetail::DatabaseTooLarge,
                {path}};
    default:
        return {ErrorCode::Internal,
                fmt::format("{}: {}", what, exception.getErrorStr()),
                "Try again, or choose another one with --database",
                ErrorDetail::DatabaseFailed,
                {path, exception.getErrorStr()}};
    }
}

} // namespace tierscope::core
