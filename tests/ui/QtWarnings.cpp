// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/QtWarnings.h"

#include <QMutex>
#include <QStringList>
#include <QtGlobal>
#include <gtest/gtest.h>

namespace tierscope::tests {

namespace {

QMutex mutex;
QStringList warnings; // NOLINT(cert-err58-cpp): empty

void keepWarning(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (type == QtDebugMsg || type == QtInfoMsg)
        return;
    // What the offscreen platform cannot do (raising a window, size hints) says nothing of ours.
    if (message.startsWith(QLatin1String("This plugin does not support")))
        return;
    const QMutexLocker lock(&mutex);
    warnings << QLatin1String(context.category) + QLatin1String(": ") + message;
}

class WarningListener : public testing::EmptyTestEventListener {
    void OnTestEnd(const testing::TestInfo& /*test*/) override
    {
        const QMutexLocker lock(&mutex);
        for (const QString& warning : std::as_const(warnings))
            ADD_FAILURE() << "Qt warned: " << warning.toStdString();
        warnings.clear();
    }
};

} // namespace

void failOnQtWarnings()
{
    qInstallMessageHandler(keepWarning);
    testing::UnitTest::GetInstance()->listeners().Append(new WarningListener);
}

} // namespace tierscope::tests
