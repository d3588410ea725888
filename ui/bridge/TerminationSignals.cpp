// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/TerminationSignals.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <unistd.h>

namespace tierscope::ui {

namespace {

constexpr std::array kSignals{SIGTERM, SIGINT, SIGHUP};
std::atomic<int> g_writeEnd{-1};

void writeSignal(int number)
{
    const int saved = errno;
    const auto byte = static_cast<unsigned char>(number);
    // A full pipe holds signals enough.
    [[maybe_unused]] const auto written = ::write(g_writeEnd.load(), &byte, 1);
    errno = saved;
}

void setHandler(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int number : kSignals)
        sigaction(number, &action, nullptr);
}

} // namespace

TerminationSignals::TerminationSignals(QObject* parent)
    : QObject(parent)
{
    auto pipe = core::makePipe();
    if (!pipe)
        return;
    m_pipe = std::move(*pipe);
    g_writeEnd = m_pipe.writeEnd.get();
    m_notifier = std::make_unique<QSocketNotifier>(m_pipe.readEnd.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        unsigned char byte = 0;
        if (::read(m_pipe.readEnd.get(), &byte, 1) == 1)
            emit received(byte);
    });
    setHandler(writeSignal);
}

TerminationSignals::~TerminationSignals()
{
    if (!m_pipe.writeEnd.isValid())
        return;
    setHandler(SIG_DFL);
    g_writeEnd = -1;
}

} // namespace tierscope::ui
