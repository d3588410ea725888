// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/backend/SweepGuard.h"

#include <QDialog>
#include <QPointer>

#include <optional>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace tierscope::ui {

class LambdaDesk;

/// The guard before the first change: what will be changed, on which function, account and region, with which cost. Nothing has been
/// changed while it is open; Dry run shows each step and changes nothing either.
class SweepDialog final : public QDialog {
    Q_OBJECT

public:
    /// Asks at once; `desk` is asked while it is there.
    SweepDialog(LambdaDesk& desk, core::ExperimentSpec spec, QWidget* parent);
    ~SweepDialog() override;

signals:
    /// Agreed to. The spec's region is filled in.
    void measureRequested(const tierscope::core::ExperimentSpec& spec);

private:
    void ask();
    void receive(const core::Result<core::SweepGuard>& guard);
    void showGuard();
    void showSteps();
    void measure();
    void clearFacts();

    QPointer<LambdaDesk> m_desk; ///< a window that goes takes it first
    core::ExperimentSpec m_spec;
    std::optional<core::SweepGuard> m_guard;
    QLabel* m_headline;
    QLabel* m_message;
    QProgressBar* m_busy;
    QWidget* m_facts = nullptr;
    QVBoxLayout* m_place;
    QListWidget* m_steps;
    QPushButton* m_measure;
    QPushButton* m_dryRun;
    QPushButton* m_again;
    QPushButton* m_cancel;
};

} // namespace tierscope::ui
