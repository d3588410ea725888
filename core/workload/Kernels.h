// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/workload/Workload.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace tierscope::core {

/// One parameter of a kernel: a whole number in a closed range.
struct KernelParameter {
    std::string_view name;
    std::uint64_t minimum;
    std::uint64_t maximum;
    std::uint64_t defaultValue;
    std::string_view unit; ///< for people; "" when it is a plain count
};

/// A kernel: a deterministic computation that returns a checksum, so that a compiler cannot drop it and a test can pin it.
struct Kernel {
    std::string_view name;
    std::string_view summary;
    std::span<const KernelParameter> parameters; ///< none to two, in the order that `run` takes them
    std::uint64_t (*run)(std::span<const std::uint64_t> arguments);
};

/// noop, busy-loop, prime-sieve, sha256, matrix-multiply, memory-walk, sleep.
[[nodiscard]] std::span<const Kernel> kernelCatalogue();

/// Null when there is no kernel of that name.
[[nodiscard]] const Kernel* findKernel(std::string_view name);

/// A kernel with its arguments resolved once, so that running it costs nothing but its work.
struct PreparedKernel {
    const Kernel* kernel = nullptr;
    std::uint64_t arguments[2] = {0, 0};
    [[nodiscard]] std::uint64_t run() const;
};

/// Fails with InvalidArgument that names the parameter, its range and the value.
[[nodiscard]] Result<PreparedKernel> prepareKernel(const KernelWorkload& workload);

} // namespace tierscope::core
