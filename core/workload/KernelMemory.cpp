// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/workload/KernelMemory.h"

#include <limits>
#include <new>
#include <sys/mman.h>

namespace tierscope::core {

namespace {

/// Stands before each piece. Aligned so that what follows suits any type.
struct alignas(64) Piece {
    Piece* previous;
    Piece* next;
    std::size_t bytes;
};

thread_local Piece* g_newest = nullptr;

void unmap(Piece* piece) noexcept
{
    ::munmap(piece, piece->bytes);
}

} // namespace

void* takeKernelMemory(std::size_t bytes)
{
    if (bytes > std::numeric_limits<std::size_t>::max() - sizeof(Piece))
        throw std::bad_alloc();
    void* memory = ::mmap(nullptr, bytes + sizeof(Piece), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        throw std::bad_alloc();
    auto* piece = new (memory) Piece{nullptr, g_newest, bytes + sizeof(Piece)};
    if (g_newest != nullptr)
        g_newest->previous = piece;
    g_newest = piece;
    return piece + 1;
}

void giveKernelMemory(void* memory) noexcept
{
    Piece* piece = static_cast<Piece*>(memory) - 1;
    // Off the list before it is unmapped: who leaves in between loses a piece, and never meets one that is gone.
    if (piece->previous != nullptr)
        piece->previous->next = piece->next;
    else
        g_newest = piece->next;
    if (piece->next != nullptr)
        piece->next->previous = piece->previous;
    unmap(piece);
}

void releaseKernelMemory() noexcept
{
    while (g_newest != nullptr)
        giveKernelMemory(g_newest + 1);
}

std::size_t heldKernelMemory() noexcept
{
    std::size_t sum = 0;
    for (const Piece* piece = g_newest; piece != nullptr; piece = piece->next)
        sum += piece->bytes;
    return sum;
}

} // namespace tierscope::core
