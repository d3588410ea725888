// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace tierscope::core {

/// `tierscope-runner --guard …`: the small process between us and a runner. It starts the runner inside the sandbox, passes on stop
/// requests, and when our end of its control socket closes, for whatever reason (kill -9 too), it ends every process of the run and removes
/// its cgroups.
///
/// Control socket (SOCK_SEQPACKET, number in --control-fd): we send "T" (SIGTERM to the runner) or "K" (SIGKILL the whole run); it sends
/// "P <pid>" once the runner is started (or "E <errno> <what>" when it cannot be), and "X <wait status>" when the runner has ended and
/// nothing of the run is left alive. End of file from us: clear up and exit.
struct GuardPlan {
    int controlFd = -1;
    std::string mark;                       ///< value of TIERSCOPE_RUN
    std::vector<std::string> joinFiles;     ///< cgroup.procs (or tasks) files that the runner writes "0" to before exec
    std::vector<std::string> removeFolders; ///< cgroup folders to remove at the end, parents first
    std::string leaveFolder;                ///< cgroup v2 folder that the program moved into; removed when it was killed
    std::vector<int> cpus;                  ///< affinity of the run; empty: as inherited
    std::vector<std::string> argv;          ///< the runner
};

/// Command-line form of the plan, without the program name, and back. Parsing fails (empty argv) on anything unknown.
[[nodiscard]] std::vector<std::string> guardArguments(const GuardPlan& plan);
[[nodiscard]] GuardPlan parseGuardArguments(const std::vector<std::string>& arguments);

/// Runs until the control socket closes. Returns the exit status.
[[nodiscard]] int guardMain(const GuardPlan& plan);

} // namespace tierscope::core
