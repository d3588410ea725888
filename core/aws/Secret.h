// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstring>
#include <fmt/format.h>
#include <ostream>
#include <string>
#include <utility>

namespace tierscope::core {

/// A text that must not be seen: it cannot be printed, formatted, compared or put into JSON, and its memory is cleared when it goes.
/// Whoever needs it says reveal(), which is easily searched for.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string text)
        : m_text(std::move(text))
    {}
    Secret(const Secret&) = default;
    Secret(Secret&& other) noexcept
        : m_text(other.m_text) // NOLINT(performance-move-constructor-init): a moved-from short string keeps its bytes
    {
        other.clear();
    }
    Secret& operator=(const Secret& other)
    {
        if (this != &other) {
            clear();
            m_text = other.m_text;
        }
        return *this;
    }
    Secret& operator=(Secret&& other) noexcept
    {
        if (this != &other) {
            clear();
            m_text = other.m_text;
            other.clear();
        }
        return *this;
    }
    ~Secret() { clear(); }

    [[nodiscard]] bool isEmpty() const { return m_text.empty(); }
    [[nodiscard]] const std::string& reveal() const { return m_text; }

    friend std::ostream& operator<<(std::ostream&, const Secret&) = delete;

private:
    void clear()
    {
        explicit_bzero(m_text.data(), m_text.size());
        m_text.clear();
    }

    std::string m_text;
};

} // namespace tierscope::core

/// Formatting one does not compile.
template <>
struct fmt::formatter<tierscope::core::Secret> {
    formatter() = delete;
};
