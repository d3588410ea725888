// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/theme/DesktopScheme.h"

#include "tests/ui/WindowFixture.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QTest>

#include <optional>

namespace {

using namespace tierscope;
using ui::Scheme;

constexpr const char* kPortalBus = "portal-under-test";
constexpr const char* kClientBus = "window-under-test";
constexpr const char* kService = "org.freedesktop.portal.Desktop";
constexpr const char* kPath = "/org/freedesktop/portal/desktop";
constexpr const char* kInterface = "org.freedesktop.portal.Settings";
constexpr const char* kNamespace = "org.freedesktop.appearance";
constexpr uint kNoPreference = 0;
constexpr uint kDark = 1;
constexpr uint kLight = 2;

/// A session bus of this test's own: nothing of the desktop that it runs on is asked or told.
class PrivateBus {
public:
    PrivateBus()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        if (m_daemon.waitForStarted() && m_daemon.waitForReadyRead())
            m_address = QString::fromLatin1(m_daemon.readLine()).trimmed();
    }
    ~PrivateBus()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }
    PrivateBus(const PrivateBus&) = delete;
    PrivateBus& operator=(const PrivateBus&) = delete;
    [[nodiscard]] const QString& address() const { return m_address; }

private:
    QProcess m_daemon;
    QString m_address;
};

/// What xdg-desktop-portal's Settings interface says on the wire (version 1): Read gives a variant in a variant, SettingChanged a plain
/// one.
class StandInPortal final : public QDBusVirtualObject {
public:
    StandInPortal(QDBusConnection bus, uint preference)
        : m_bus(std::move(bus))
        , m_preference(preference)
    {
        m_isThere = m_bus.registerVirtualObject(QLatin1String(kPath), this) && m_bus.registerService(QLatin1String(kService));
    }
    ~StandInPortal() override
    {
        m_bus.unregisterService(QLatin1String(kService));
        m_bus.unregisterObject(QLatin1String(kPath));
    }
    StandInPortal(const StandInPortal&) = delete;
    StandInPortal& operator=(const StandInPortal&) = delete;

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] int questions() const { return m_questions; }

    void change(uint preference, const char* nameSpace = kNamespace, const char* key = "color-scheme")
    {
        m_preference = preference;
        QDBusMessage signal = QDBusMessage::createSignal(QLatin1String(kPath), QLatin1String(kInterface), QStringLiteral("SettingChanged"));
        signal << QString::fromLatin1(nameSpace) << QString::fromLatin1(key) << QVariant::fromValue(QDBusVariant(preference));
        m_bus.send(signal);
    }

    [[nodiscard]] QString introspect(const QString& /*path*/) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& connection) override
    {
        const QList<QVariant> asked{QString::fromLatin1(kNamespace), QStringLiteral("color-scheme")};
        if (message.interface() != QLatin1String(kInterface) || message.member() != QLatin1String("Read") || message.arguments() != asked)
            return false;
        ++m_questions;
        const QDBusVariant inner(m_preference);
        return connection.send(message.createReply(QVariant::fromValue(QDBusVariant(QVariant::fromValue(inner)))));
    }

private:
    QDBusConnection m_bus;
    uint m_preference;
    bool m_isThere = false;
    int m_questions = 0;
};

class DesktopSchemeTest : public tests::WindowFixture {
protected:
    void SetUp() override
    {
        ASSERT_FALSE(m_bus.address().isEmpty()) << "dbus-daemon did not start";
        // As on a desktop: the palette is its own until the program puts its over it.
        QApplication::setPalette(ui::makePalette(ui::tokens(Scheme::Light)));
        ASSERT_TRUE(QDBusConnection::connectToBus(m_bus.address(), QLatin1String(kPortalBus)).isConnected());
        ASSERT_TRUE(QDBusConnection::connectToBus(m_bus.address(), QLatin1String(kClientBus)).isConnected());
    }
    void TearDown() override
    {
        m_portal.reset();
        m_scheme.reset();
        QDBusConnection::disconnectFromBus(QLatin1String(kClientBus));
        QDBusConnection::disconnectFromBus(QLatin1String(kPortalBus));
    }
    void startPortal(uint preference)
    {
        m_portal.emplace(QDBusConnection(QLatin1String(kPortalBus)), preference);
        ASSERT_TRUE(m_portal->isThere());
    }
    void startScheme() { m_scheme.emplace(QLatin1String(kClientBus)); }

    PrivateBus m_bus;
    std::optional<StandInPortal> m_portal;
    std::optional<ui::DesktopScheme> m_scheme;
};

TEST_F(DesktopSchemeTest, WhatThePortalPrefersWinsOverThePalette)
{
    startPortal(kDark);
    startScheme();
    EXPECT_EQ(m_scheme->scheme(), Scheme::Light) << "nobody waits for the answer";
    EXPECT_TRUE(waitFor([this] { return m_scheme->scheme() == Scheme::Dark; }));
    EXPECT_EQ(m_portal->questions(), 1);
}

TEST_F(DesktopSchemeTest, FollowsWhileItIsOpenAndGoesBackToThePaletteWithoutAPreference)
{
    startPortal(kNoPreference);
    startScheme();
    ASSERT_TRUE(waitFor([this] { return m_portal->questions() == 1; }));
    m_portal->change(kDark);
    EXPECT_TRUE(waitFor([this] { return m_scheme->scheme() == Scheme::Dark; }));
    m_portal->change(kLight);
    EXPECT_TRUE(waitFor([this] { return m_scheme->scheme() == Scheme::Light; }));
    m_portal->change(kDark);
    EXPECT_TRUE(waitFor([this] { return m_scheme->scheme() == Scheme::Dark; }));
    m_portal->change(kNoPreference);
    EXPECT_TRUE(waitFor([this] { return m_scheme->scheme() == Scheme::Light; }));
}

TEST_F(DesktopSchemeTest, OtherSettingsAreNotItsOwn)
{
    startPortal(kLight);
    startScheme();
    ASSERT_TRUE(waitFor([this] { return m_portal->questions() == 1; }));
    int changes = 0;
    QObject::connect(&*m_scheme, &ui::DesktopScheme::changed, &*m_scheme, [&changes] { ++changes; });
    m_portal->change(kDark, "org.freedesktop.appearance", "contrast");
    m_portal->change(kDark, "org.gnome.desktop.interface", "color-scheme");
    // Signals of one sender come in order: when this one is here, the others were.
    m_portal->change(kDark);
    ASSERT_TRUE(waitFor([this] { return m_scheme->scheme() == Scheme::Dark; }));
    EXPECT_EQ(changes, 1);
}

TEST_F(DesktopSchemeTest, AnOpenWindowChangesWithIt)
{
    startPortal(kLight);
    startScheme();
    openWindow(m_scheme->scheme());
    QObject::connect(&*m_scheme, &ui::DesktopScheme::changed, m_window.get(), &ui::MainWindow::setDesktopScheme);
    ASSERT_TRUE(waitFor([this] { return m_portal->questions() == 1; }));
    EXPECT_EQ(ui::schemeOf(QApplication::palette()), Scheme::Light);
    m_portal->change(kDark);
    EXPECT_TRUE(waitFor([] { return ui::schemeOf(QApplication::palette()) == Scheme::Dark; }));
    // What a person has chosen stands, whatever the desktop does.
    m_window->setTheme(ui::ThemeChoice::Dark);
    m_portal->change(kLight);
    ASSERT_TRUE(waitFor([this] { return m_scheme->scheme() == Scheme::Light; }));
    EXPECT_EQ(ui::schemeOf(QApplication::palette()), Scheme::Dark);
    closeWindow();
}

TEST_F(DesktopSchemeTest, ADesktopWithoutAPortalIsWhatItsPaletteSays)
{
    startScheme();
    EXPECT_EQ(m_scheme->scheme(), Scheme::Light);
    // One that comes later is heard.
    startPortal(kNoPreference);
    m_portal->change(kDark);
    EXPECT_TRUE(waitFor([this] { return m_scheme->scheme() == Scheme::Dark; }));
}

} // namespace
