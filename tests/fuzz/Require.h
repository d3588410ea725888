// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>

namespace tierscope::fuzz {

/// Ends the process, which the fuzzer reports together with the input, where what must hold does not.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace tierscope::fuzz
