// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace tierscope::core {

/// What went wrong, for programs; the sentence in Error is for people.
enum class ErrorCode {
    InvalidArgument, ///< input that cannot be used: a field, an option, a request
    NotFound,        ///< a file, program, experiment or tier that does not exist
    PermissionDenied,
    Unsupported,   ///< this computer cannot do it
    Io,            ///< reading or writing failed (disk full, unwritable, broken pipe)
    Corrupt,       ///< stored or received bytes that do not parse
    Busy,          ///< somebody else holds it
    ProcessFailed, ///< a process of ours could not be started or died
    OutOfMemory,   ///< the tier's memory limit was overrun
    TimedOut,
    Cancelled,
    Internal,
};

/// One failure: a code, what happened and where, and what the reader can do about it. Never holds a credential or a payload.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message; ///< one sentence without a full stop: what happened and where
    std::string remedy;  ///< one sentence that says what to do; may be empty

    /// "message. remedy" as one line for a terminal or a dialog.
    [[nodiscard]] std::string sentence() const;
};

/// The code's stable name on the wire and in exports, such as "invalid_argument".
[[nodiscard]] const char* errorCodeName(ErrorCode code);

/// "No such file or directory" for ENOENT, without touching errno.
[[nodiscard]] std::string systemMessage(int errorNumber);

/// An Error for a failed system call: the code is derived from errorNumber, the message is "what: system message".
[[nodiscard]] Error systemError(int errorNumber, std::string what, std::string remedy = {});

} // namespace tierscope::core
