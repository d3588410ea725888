// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

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

/// Which sentence a message is, for whoever words it in another language. Behind each, the values that Error has with it, in that order.
enum class ErrorDetail : std::uint8_t {
    None,                ///< the message alone tells
    RunnerMissing,       ///< the folder where tierscope-runner is not
    PythonRunnerMissing, ///< tierscope_runner.py is not installed
    NoPython,            ///< no python3 on PATH
    NoCgroup,            ///< tiers are held by the duty cycle
    TrialFailed,         ///< a sample's error: the run that was to be timed
    GuardFailed,         ///< the runner's guard did not start
    ProgramNotStarted,   ///< the program, the system's message
    ExperimentMissing,   ///< the experiment's id
    ExperimentElsewhere, ///< the experiment's id, the process that measures it
    ExperimentImported,  ///< the experiment's id: it cannot be resumed
    ExperimentDamaged,   ///< the experiment's id
    FolderNotMade,       ///< the folder, the system's message
    DatabaseIsFolder,    ///< the path
    DatabaseFull,        ///< the path: the disk is full
    DatabaseIo,          ///< the path: reading or writing failed
    DatabaseHeld,        ///< the path: by another program
    DatabaseReadOnly,    ///< the path: it or its folder cannot be written
    DatabaseTooLarge,    ///< the path: for the memory
    DatabaseFailed,      ///< the path, SQLite's message
    DatabaseDamaged,     ///< the path
    DatabaseOfLater,     ///< the path: written by a later version
    DatabaseOfOthers,    ///< the path: another program's
    FileNotWritten,      ///< the path, the system's message
    // Of AWS, and of the way there.
    CredentialsMissing,   ///< the profile
    CredentialsHalfSet,   ///< one of the two variables is not set
    CredentialsExpired,   ///< where they come from says so
    CredentialsRefused,   ///< AWS does not know them, or no longer
    CredentialsOfProgram, ///< the profile: its credential_process gives none
    CredentialsOfCli,     ///< what the AWS CLI said last
    AwsCliMissing,        ///< the profile that needs it
    ProfileMissing,       ///< the profile
    SharedConfigDamaged,  ///< the line's number, the file
    RegionMissing,        ///< the profile, which has none either
    RegionUnknown,        ///< what was given
    RegionOfArn,          ///< the ARN's, the one that was given
    EndpointUnusable,     ///< what was given
    EndpointUnencrypted,  ///< its URL
    EndpointRedirects,    ///< the status
    HostUnknown,          ///< its name
    HostUnreachable,      ///< its URL
    HostSilent,           ///< its URL, the seconds waited
    HostUnproven,         ///< its URL, the library's message
    ConnectionLost,       ///< its URL, the library's message
    AnswerLost,           ///< of an invocation, which may have run
    ClockAhead,           ///< minutes
    ClockBehind,          ///< minutes
    SignatureRefused,     ///< the keys do not belong together
    LambdaRefuses,        ///< the exception or the status, and what AWS said, for this and the next four
    LambdaForbids,        ///< a permission lacks
    LambdaThrottles,      ///< too much at once
    LambdaMisses,         ///< there is no such function
    LambdaMayHaveRun,     ///< the invocation may have run
    FunctionNameUnusable, ///< what was given
    FunctionFailed,       ///< AWS's reason
    FunctionNotUpdated,   ///< AWS's reason
    FunctionUpdating,     ///< the seconds waited
    FunctionChanged,      ///< by somebody else, during a sweep
    FunctionResized,      ///< likewise; the MB that it has
    FunctionMeasured,     ///< its ARN: by another Tierscope
    FunctionOfOthers,     ///< its name: Tierscope has not deployed it
    FunctionHasRuntime,   ///< its name, its runtime
    RoleMissing,          ///< a new function needs one
    PackageMissing,       ///< its name
    PackageUnusable,      ///< its file
    PricesMissing,        ///< the region, the architecture
    // What a sweep's person should know first.
    SweepTimeLimit,   ///< the function's, in seconds
    SweepColdFirst,   ///< the first run of each tier
    SweepConcurrency, ///< that the account may have
    SweepLargeTiers,  ///< an account may lack them
    // Of an earlier one that had not ended; the function's ARN.
    SweepPutBack,      ///< its memory has been put back
    SweepAsBefore,     ///< its memory was as before
    SweepOvertaken,    ///< somebody else has changed it since
    SweepFunctionGone, ///< it has been deleted since
    // At the end.
    SweepLeftToOthers ///< the function was changed by others, or is gone
};
inline constexpr auto kLastErrorDetail = ErrorDetail::SweepLeftToOthers;

/// One failure: a code, what happened and where, and what the reader can do about it. Never holds a credential or a payload.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message; ///< one sentence without a full stop: what happened and where
    std::string remedy;  ///< one sentence that says what to do; may be empty
    ErrorDetail detail = ErrorDetail::None;
    std::vector<std::string> values{}; ///< of the detail

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
