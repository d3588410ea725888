// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/CpuTrace.h"
#include "core/base/Result.h"
#include "core/scheduler/TaskRecord.h"

#include <string>
#include <string_view>
#include <vector>

namespace tierscope::core {

/// A run's records as the store keeps them (core/store/FORMAT.md): some 25 bytes a task. Decoding takes any bytes: what was not written by
/// the encoder, is cut off or has something behind it is Corrupt, and takes no more memory than its length warrants. Pure.

[[nodiscard]] std::string encodeTaskBlob(const std::vector<TaskRecord>& tasks);
[[nodiscard]] Result<std::vector<TaskRecord>> decodeTaskBlob(std::string_view blob);

[[nodiscard]] std::string encodeTraceBlob(const CpuTrace& trace);
[[nodiscard]] Result<CpuTrace> decodeTraceBlob(std::string_view blob);

} // namespace tierscope::core
