// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tierscope::core {

/// The pointers that exec and posix_spawn take, ended by null. They point into `texts`, which must outlive them unchanged.
[[nodiscard]] std::vector<char*> argvPointers(std::vector<std::string>& texts);

/// The executable file that exec would start for this name: as it stands where it has a slash, else the first on PATH. Empty: there is
/// none.
[[nodiscard]] std::string findProgram(const std::string& name);

/// "killed by signal 11 (SIGSEGV)".
[[nodiscard]] std::string describeSignal(int number);

/// The last line with something in it, cut to what fits in a sentence: what a program said before it failed.
[[nodiscard]] std::string lastLine(std::string_view text);

} // namespace tierscope::core
