// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/UniqueFd.h"
#include "core/runner/HttpResponseReader.h"
#include "tests/fuzz/Require.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <sys/socket.h>

using namespace tierscope;

/// An answer is read, or refused with a reason, whatever the bytes are and wherever the connection ends; nothing is larger than is allowed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::array<int, 2> ends{};
    fuzz::require(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) == 0);
    const core::UniqueFd reading(ends[0]);
    {
        const core::UniqueFd writing(ends[1]);
        size = std::min<std::size_t>(size, 32'768); // what the kernel keeps for a reader who has not begun
        fuzz::require(::send(writing.get(), data, size, MSG_NOSIGNAL) == static_cast<ssize_t>(size));
    }
    core::HttpResponseReader reader(core::HttpLine{reading.get(), -1, {}});
    const core::Result<core::HttpResponse> response = reader.read();
    if (!response) {
        fuzz::require(response.error().code == core::ErrorCode::Corrupt || response.error().code == core::ErrorCode::Io);
        fuzz::require(!response.error().message.empty());
        return 0;
    }
    fuzz::require(response->status >= 200 && response->status <= 999 && response->body.size() <= size);
    for (const auto& [name, value] : response->fields)
        fuzz::require(!name.empty() && name.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ: \t") == std::string::npos);
    return 0;
}
