// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/store/RecordBlobs.h"
#include "tests/fuzz/Require.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace tierscope;

namespace {

template <typename Records>
void check(const core::Result<Records>& decoded, std::string (*encode)(const Records&), core::Result<Records> (*decode)(std::string_view))
{
    if (!decoded) {
        fuzz::require(decoded.error().code == core::ErrorCode::Corrupt && !decoded.error().message.empty());
        return;
    }
    const core::Result<Records> again = decode(encode(*decoded));
    fuzz::require(again && *again == *decoded);
}

} // namespace

/// A blob is Corrupt, or read; and what is read is the same when it has been written and is read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view blob(reinterpret_cast<const char*>(data), size);
    check(core::decodeTaskBlob(blob), core::encodeTaskBlob, core::decodeTaskBlob);
    check(core::decodeTraceBlob(blob), core::encodeTraceBlob, core::decodeTraceBlob);
    return 0;
}
