// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/workload/Kernels.h"

#include "core/base/Text.h"
#include "core/workload/KernelMemory.h"
#include "core/workload/Sha256.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <ctime>
#include <fmt/format.h>
#include <iterator>
#include <memory>
#include <vector>

namespace tierscope::core {

namespace {

using Arguments = std::span<const std::uint64_t>;

/// Knuth's multiplier of MMIX: odd, so that no step of a chain x = x * kOdd + i loses a bit of what went before.
constexpr std::uint64_t kOdd = 6364136223846793005U;

std::uint64_t noop(Arguments /*arguments*/)
{
    return 0;
}

std::uint64_t busyLoop(Arguments arguments)
{
    std::uint64_t x = 0;
    for (std::uint64_t i = 0; i < arguments[0]; ++i) {
        x = x * kOdd + i;
        // Keeps a compiler from taking several steps at once: an iteration is to cost the same on each.
        asm volatile("" : "+r"(x));
    }
    return x;
}

KernelVector<std::uint32_t> oddPrimesUpTo(std::uint64_t limit)
{
    KernelVector<std::uint8_t> composite(limit + 1);
    KernelVector<std::uint32_t> primes;
    for (std::uint64_t candidate = 3; candidate <= limit; candidate += 2) {
        if (composite[candidate] != 0)
            continue;
        primes.push_back(static_cast<std::uint32_t>(candidate));
        for (std::uint64_t multiple = candidate * candidate; multiple <= limit; multiple += 2 * candidate)
            composite[multiple] = 1;
    }
    return primes;
}

std::uint64_t integerSquareRoot(std::uint64_t number)
{
    std::uint64_t root = 0;
    for (std::uint64_t bit = std::uint64_t{1} << 31; bit != 0; bit >>= 1) {
        if ((root + bit) * (root + bit) <= number)
            root += bit;
    }
    return root;
}

/// How many primes there are up to the limit. Segmented, so that the work stays in the first-level cache whatever the limit is.
std::uint64_t primeSieve(Arguments arguments)
{
    constexpr std::uint64_t kSegment = 32768; // odd numbers a segment, one byte each
    const std::uint64_t limit = arguments[0];
    if (limit < 2)
        return 0;

    const KernelVector<std::uint32_t> primes = oddPrimesUpTo(integerSquareRoot(limit));
    KernelVector<std::uint8_t> composite(kSegment);
    std::uint64_t count = 1;
    for (std::uint64_t low = 3; low <= limit; low += 2 * kSegment) {
        const std::uint64_t size = std::min(kSegment, (limit - low) / 2 + 1);
        std::fill(composite.begin(), composite.end(), std::uint8_t{0});
        for (const std::uint64_t prime : primes) {
            const std::uint64_t square = prime * prime;
            if (square > low + 2 * (size - 1))
                break;
            std::uint64_t first = square;
            if (first < low) {
                first = (low + prime - 1) / prime * prime;
                if (first % 2 == 0)
                    first += prime;
            }
            for (std::uint64_t at = (first - low) / 2; at < size; at += prime)
                composite[at] = 1;
        }
        count += static_cast<std::uint64_t>(
            std::count(composite.begin(), composite.begin() + static_cast<std::ptrdiff_t>(size), std::uint8_t{0}));
    }
    return count;
}

/// Each round hashes a block of 64 bytes, the last digest and the one before it. Returns the last digest's first eight bytes.
std::uint64_t sha256Rounds(Arguments arguments)
{
    std::array<std::uint8_t, 64> block{};
    for (std::uint64_t round = 0; round < arguments[0]; ++round) {
        const Sha256Digest digest = sha256(block);
        std::copy_n(block.begin(), digest.size(), block.begin() + digest.size());
        std::copy(digest.begin(), digest.end(), block.begin());
    }
    std::uint64_t checksum = 0;
    for (std::size_t i = 0; i < 8; ++i)
        checksum = checksum << 8 | block[i];
    return checksum;
}

std::uint64_t matrixElement(std::uint64_t index)
{
    const std::uint64_t x = index * kOdd + 1;
    return x ^ (x >> 29);
}

/// Whole numbers modulo 2^64, so that the sum is the same whatever order, precision or fused operations a compiler picks.
std::uint64_t matrixMultiply(Arguments arguments)
{
    const std::uint64_t size = arguments[0];
    KernelVector<std::uint64_t> a(size * size);
    KernelVector<std::uint64_t> b(size * size);
    for (std::uint64_t i = 0; i < size * size; ++i) {
        a[i] = matrixElement(2 * i);
        b[i] = matrixElement(2 * i + 1);
    }

    std::uint64_t checksum = 0;
    KernelVector<std::uint64_t> row(size);
    for (std::uint64_t i = 0; i < size; ++i) {
        std::fill(row.begin(), row.end(), 0);
        for (std::uint64_t k = 0; k < size; ++k) {
            const std::uint64_t factor = a[i * size + k];
            const std::uint64_t* other = &b[k * size];
            for (std::uint64_t j = 0; j < size; ++j)
                row[j] += factor * other[j];
        }
        for (const std::uint64_t element : row)
            checksum = checksum * kOdd + element;
    }
    return checksum;
}

/// Reads and writes every cache line of the memory in each pass, each step waiting for the one before. Memory that cannot be had throws
/// std::bad_alloc or, where the kernel promises more than it has, brings the kernel's out-of-memory killer.
std::uint64_t memoryWalk(Arguments arguments)
{
    constexpr std::uint64_t kWordsPerLine = 64 / sizeof(std::uint64_t);
    const std::uint64_t lines = arguments[0] * 1024 * 1024 / 64;
    KernelVector<std::uint64_t> memory;
    memory.reserve(lines * kWordsPerLine); // untouched: the first pass is to meet the pages, one by one
    std::uint64_t* const words = memory.data();
    for (std::uint64_t line = 0; line < lines; ++line)
        words[line * kWordsPerLine] = line;

    std::uint64_t x = 0;
    for (std::uint64_t pass = 0; pass < arguments[1]; ++pass) {
        for (std::uint64_t line = 0; line < lines; ++line) {
            std::uint64_t& word = words[line * kWordsPerLine];
            x = x * kOdd + word;
            word = x;
        }
    }
    return x;
}

std::uint64_t sleepFor(Arguments arguments)
{
    constexpr std::uint64_t kNanosecondsPerSecond = 1'000'000'000;
    timespec until{};
    clock_gettime(CLOCK_MONOTONIC, &until);
    const std::uint64_t nanoseconds = static_cast<std::uint64_t>(until.tv_nsec) + arguments[0] * 1'000'000;
    until.tv_sec += static_cast<time_t>(nanoseconds / kNanosecondsPerSecond);
    until.tv_nsec = static_cast<long>(nanoseconds % kNanosecondsPerSecond);
    // An absolute time, so that signals neither shorten nor stretch the sleep.
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr) == EINTR) {
    }
    return arguments[0];
}

constexpr std::array<KernelParameter, 1> kBusyLoop = {{{"iterations", 1, 1'000'000'000'000, 10'000'000, ""}}};
constexpr std::array<KernelParameter, 1> kPrimeSieve = {{{"limit", 1, 10'000'000'000, 10'000'000, ""}}};
constexpr std::array<KernelParameter, 1> kSha256 = {{{"rounds", 1, 10'000'000'000, 100'000, ""}}};
constexpr std::array<KernelParameter, 1> kMatrixMultiply = {{{"size", 1, 4096, 256, ""}}};
constexpr std::array<KernelParameter, 2> kMemoryWalk = {{{"mb", 1, 10240, 64, "MB"}, {"passes", 1, 1'000'000, 1, ""}}};
constexpr std::array<KernelParameter, 1> kSleep = {{{"ms", 0, 900'000, 100, "ms"}}};

constexpr std::array<Kernel, 7> kKernels = {{
    {"noop", "Does nothing: what is left is the cost of dispatch", {}, noop},
    {"busy-loop", "A chain of integer operations, about 1 ns an iteration", kBusyLoop, busyLoop},
    {"prime-sieve", "Counts the primes up to a limit", kPrimeSieve, primeSieve},
    {"sha256", "Hashes a block of 64 bytes again and again", kSha256, sha256Rounds},
    {"matrix-multiply", "Multiplies two square matrices of 64-bit whole numbers", kMatrixMultiply, matrixMultiply},
    {"memory-walk", "Reads and writes every cache line of its memory", kMemoryWalk, memoryWalk},
    {"sleep", "Waits without using a CPU", kSleep, sleepFor},
}};

template <typename Named>
std::string namesOf(std::span<const Named> all)
{
    std::vector<std::string_view> names;
    std::transform(all.begin(), all.end(), std::back_inserter(names), [](const Named& one) { return one.name; });
    return fmt::format("{}", fmt::join(names, ", "));
}

Error unknownParameter(const Kernel& kernel, std::string_view name)
{
    return Error{ErrorCode::InvalidArgument, fmt::format("{} has no parameter {}", kernel.name, inQuotes(name)),
                 kernel.parameters.empty() ? fmt::format("{} takes no parameters", kernel.name)
                                           : fmt::format("Parameters of {} are {}", kernel.name, namesOf(kernel.parameters))};
}

Error outOfRange(const Kernel& kernel, const KernelParameter& parameter, std::uint64_t value)
{
    return Error{ErrorCode::InvalidArgument, fmt::format("\"{}\" of {} is {}", parameter.name, kernel.name, groupDigits(value)),
                 fmt::format("Give a whole number from {} to {}", groupDigits(parameter.minimum), groupDigits(parameter.maximum))};
}

} // namespace

std::span<const Kernel> kernelCatalogue()
{
    return kKernels;
}

const Kernel* findKernel(std::string_view name)
{
    const auto* found = std::find_if(kKernels.begin(), kKernels.end(), [&](const Kernel& kernel) { return kernel.name == name; });
    return found == kKernels.end() ? nullptr : found;
}

std::uint64_t PreparedKernel::run() const
{
    releaseKernelMemory(); // what one before left that was ended in the middle
    return kernel->run(std::span(arguments).first(kernel->parameters.size()));
}

Result<PreparedKernel> prepareKernel(const KernelWorkload& workload)
{
    const Kernel* kernel = findKernel(workload.name);
    if (!kernel)
        return fail(ErrorCode::InvalidArgument, fmt::format("there is no kernel {}", inQuotes(workload.name)),
                    fmt::format("Kernels are {}", namesOf(kernelCatalogue())));

    const std::span<const KernelParameter> parameters = kernel->parameters;
    for (const auto& given : workload.parameters) {
        if (std::none_of(parameters.begin(), parameters.end(), [&](const KernelParameter& known) { return known.name == given.first; }))
            return fail(unknownParameter(*kernel, given.first));
    }

    PreparedKernel prepared;
    prepared.kernel = kernel;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const KernelParameter& parameter = parameters[i];
        const auto given = workload.parameters.find(std::string(parameter.name));
        const std::uint64_t value = given == workload.parameters.end() ? parameter.defaultValue : given->second;
        if (value < parameter.minimum || value > parameter.maximum)
            return fail(outOfRange(*kernel, parameter, value));
        prepared.arguments[i] = value;
    }
    return prepared;
}

} // namespace tierscope::core
