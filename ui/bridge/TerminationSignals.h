// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/UniqueFd.h"

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace tierscope::ui {

/// SIGTERM, SIGINT and SIGHUP as a Qt signal, so that the window closes as it does by hand: runs stop, nothing is left behind. One a
/// process.
class TerminationSignals final : public QObject {
    Q_OBJECT

public:
    explicit TerminationSignals(QObject* parent = nullptr);
    ~TerminationSignals() override;
    TerminationSignals(const TerminationSignals&) = delete;
    TerminationSignals& operator=(const TerminationSignals&) = delete;

signals:
    void received(int signalNumber);

private:
    core::Pipe m_pipe; ///< the handler may do no more than write a byte
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace tierscope::ui
