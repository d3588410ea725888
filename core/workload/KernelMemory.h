// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace tierscope::core {

/// Memory that a kernel works in, straight from the system and on a list of the thread's. A kernel that runs in the runner's own process
/// may be left in the middle at its time limit, without its destructors: what it held is given back by releaseKernelMemory before the next
/// one starts. Throws std::bad_alloc.
[[nodiscard]] void* takeKernelMemory(std::size_t bytes);
void giveKernelMemory(void* memory) noexcept;
void releaseKernelMemory() noexcept;
/// What is held now, in bytes.
[[nodiscard]] std::size_t heldKernelMemory() noexcept;

template <typename T>
struct KernelAllocator {
    using value_type = T; // NOLINT(readability-identifier-naming): the name that allocators must have
    KernelAllocator() = default;
    template <typename Other>
    KernelAllocator(const KernelAllocator<Other>& /*other*/) noexcept // NOLINT(google-explicit-constructor): allocators convert
    {}
    [[nodiscard]] T* allocate(std::size_t count) { return static_cast<T*>(takeKernelMemory(count * sizeof(T))); }
    void deallocate(T* memory, std::size_t /*count*/) noexcept { giveKernelMemory(memory); }
    bool operator==(const KernelAllocator&) const = default;
};

template <typename T>
using KernelVector = std::vector<T, KernelAllocator<T>>;

} // namespace tierscope::core
