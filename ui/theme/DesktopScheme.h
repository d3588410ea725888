// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/Tokens.h"

#include <QObject>

namespace tierscope::ui {

/// The look that the desktop asks for, while the program runs. Two sources, the first that says anything wins: the portal's
/// org.freedesktop.appearance color-scheme (asked without waiting; a desktop without the portal does not answer), and the palette that Qt
/// would have without ours, read at the start and whenever Qt reports another desktop theme (QEvent::ThemeChange). Qt 6.4 has no
/// QStyleHints::colorScheme. A desktop that has neither is taken for light.
class DesktopScheme final : public QObject {
    Q_OBJECT

public:
    /// Make it before applyTheme, which puts our palette over the desktop's. `bus` is the name of the QDBusConnection where the portal is;
    /// empty: the session's.
    explicit DesktopScheme(const QString& bus = {}, QObject* parent = nullptr);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void changed(tierscope::ui::Scheme scheme);

private:
    void readPalette();
    void setPreference(uint preference);
    void update();

    Scheme m_ofPalette = Scheme::Light;
    uint m_preference = 0; ///< of the portal: 0 none, 1 dark, 2 light
    Scheme m_scheme = Scheme::Light;
    bool m_isReading = false;
};

} // namespace tierscope::ui
