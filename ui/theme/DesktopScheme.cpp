// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/theme/DesktopScheme.h"

#include "ui/theme/Theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QEvent>

#include <memory>

namespace tierscope::ui {

namespace {

const QString& portalService()
{
    static const QString name = QStringLiteral("org.freedesktop.portal.Desktop");
    return name;
}
const QString& portalPath()
{
    static const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
    return path;
}
const QString& portalInterface()
{
    static const QString name = QStringLiteral("org.freedesktop.portal.Settings");
    return name;
}
constexpr const char* kNamespace = "org.freedesktop.appearance";
constexpr const char* kKey = "color-scheme";
constexpr uint kPrefersDark = 1;
constexpr uint kPrefersLight = 2;

/// The portal wraps its answer once more than its signal does.
uint numberIn(const QVariant& value)
{
    return value.canConvert<QDBusVariant>() ? numberIn(value.value<QDBusVariant>().variant()) : value.toUInt();
}

/// Asks the portal without waiting, and listens to it from then on.
class Portal final : public QObject {
    Q_OBJECT

public:
    explicit Portal(QObject* parent)
        : QObject(parent)
    {}
    void ask(QDBusConnection bus);

signals:
    /// With the preference.
    void answered(uint);

private slots:
    void receiveSetting(const QString& nameSpace, const QString& key, const QDBusVariant& value);

private:
    std::unique_ptr<QDBusPendingCallWatcher> m_question;
};

void Portal::ask(QDBusConnection bus)
{
    if (!bus.isConnected())
        return;
    qRegisterMetaType<QDBusVariant>();
    bus.connect(portalService(), portalPath(), portalInterface(), QStringLiteral("SettingChanged"), this,
                SLOT(receiveSetting(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(portalService(), portalPath(), portalInterface(), QStringLiteral("Read"));
    question << QString::fromLatin1(kNamespace) << QString::fromLatin1(kKey);
    // Not a slot by its name: whether one is found depends on what QtDBus has registered by now.
    m_question = std::make_unique<QDBusPendingCallWatcher>(bus.asyncCall(question));
    connect(m_question.get(), &QDBusPendingCallWatcher::finished, this, [this] {
        const QDBusPendingReply<QDBusVariant> reply = *m_question;
        if (reply.isValid())
            emit answered(numberIn(reply.value().variant()));
    });
}

void Portal::receiveSetting(const QString& nameSpace, const QString& key, const QDBusVariant& value)
{
    if (nameSpace == QLatin1String(kNamespace) && key == QLatin1String(kKey))
        emit answered(numberIn(value.variant()));
}

} // namespace

DesktopScheme::DesktopScheme(const QString& bus, QObject* parent)
    : QObject(parent)
    , m_ofPalette(schemeOf(QApplication::palette()))
    , m_scheme(m_ofPalette)
{
    QCoreApplication::instance()->installEventFilter(this);
    auto* portal = new Portal(this);
    connect(portal, &Portal::answered, this, &DesktopScheme::setPreference);
    portal->ask(bus.isEmpty() ? QDBusConnection::sessionBus() : QDBusConnection(bus));
}

bool DesktopScheme::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ThemeChange && watched->isWindowType() && !m_isReading)
        readPalette();
    return false;
}

void DesktopScheme::readPalette()
{
    // Without ours the application's palette is the desktop's.
    m_isReading = true;
    const QPalette ours = QApplication::palette();
    QApplication::setPalette(QPalette());
    m_ofPalette = schemeOf(QApplication::palette());
    QApplication::setPalette(ours);
    m_isReading = false;
    update();
}

void DesktopScheme::setPreference(uint preference)
{
    m_preference = preference;
    update();
}

void DesktopScheme::update()
{
    const Scheme wanted = m_preference == kPrefersDark ? Scheme::Dark : m_preference == kPrefersLight ? Scheme::Light : m_ofPalette;
    if (wanted == m_scheme)
        return;
    m_scheme = wanted;
    emit changed(wanted);
}

} // namespace tierscope::ui

#include "DesktopScheme.moc"
