// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/Error.h"

#include <cerrno>
#include <system_error>
#include <utility>

namespace tierscope::core {

namespace {

ErrorCode codeFromErrno(int errorNumber)
{
    switch (errorNumber) {
    case ENOENT:
    case ESRCH:
        return ErrorCode::NotFound;
    case EACCES:
    case EPERM:
    case EROFS:
        return ErrorCode::PermissionDenied;
    case ENOMEM:
        return ErrorCode::OutOfMemory;
    case ENOSYS:
    case EOPNOTSUPP:
        return ErrorCode::Unsupported;
    case EBUSY:
    case EAGAIN:
        return ErrorCode::Busy;
    case ETIMEDOUT:
        return ErrorCode::TimedOut;
    default:
        return ErrorCode::Io;
    }
}

} // namespace

std::string Error::sentence() const
{
    std::string text = message;
    if (!text.empty() && text.back() != '.')
        text += '.';
    if (!remedy.empty()) {
        text += ' ';
        text += remedy;
        if (text.back() != '.')
            text += '.';
    }
    return text;
}

const char* errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
        return "invalid_argument";
    case ErrorCode::NotFound:
        return "not_found";
    case ErrorCode::PermissionDenied:
        return "permission_denied";
    case ErrorCode::Unsupported:
        return "unsupported";
    case ErrorCode::Io:
        return "io";
    case ErrorCode::Corrupt:
        return "corrupt";
    case ErrorCode::Busy:
        return "busy";
    case ErrorCode::ProcessFailed:
        return "process_failed";
    case ErrorCode::OutOfMemory:
        return "out_of_memory";
    case ErrorCode::TimedOut:
        return "timed_out";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Internal:
        break;
    }
    return "internal";
}

std::string systemMessage(int errorNumber)
{
    return std::generic_category().message(errorNumber);
}

Error systemError(int errorNumber, std::string what, std::string remedy)
{
    return Error{codeFromErrno(errorNumber), std::move(what) + ": " + systemMessage(errorNumber), std::move(remedy)};
}

} // namespace tierscope::core
