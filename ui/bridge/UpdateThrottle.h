// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>

namespace tierscope::ui {

/// When the next update may be shown, so that there are at most 30 a second and none waits longer than it must.
class UpdateThrottle {
public:
    using Milliseconds = std::chrono::milliseconds;
    static constexpr Milliseconds kInterval{34}; ///< 1000 / 30, rounded up

    /// How long to wait at `now` (on any clock that only goes forward) before an update; 0: at once.
    [[nodiscard]] Milliseconds delay(Milliseconds now) const
    {
        if (!m_last || now - *m_last >= kInterval)
            return Milliseconds{0};
        return kInterval - (now - *m_last);
    }
    void shown(Milliseconds now) { m_last = now; }

private:
    std::optional<Milliseconds> m_last;
};

} // namespace tierscope::ui
