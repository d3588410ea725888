// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/RunStatusBar.h"

#include "ui/models/StatusModel.h"
#include "ui/theme/Theme.h"

#include <QLabel>
#include <QProgressBar>

#include <algorithm>
#include <cmath>

namespace tierscope::ui {

namespace {

constexpr int kSteps = 1000;

} // namespace

RunStatusBar::RunStatusBar(QWidget* parent)
    : QStatusBar(parent)
    , m_progress(new QProgressBar(this))
    , m_activity(new QLabel(this))
    , m_samples(new QLabel(this))
    , m_timeLeft(new QLabel(this))
    , m_limiter(new QLabel(this))
{
    setObjectName(QStringLiteral("statusBar"));
    setSizeGripEnabled(false);
    // The labels' own padding and the bar's make up the rest of the margin.
    setContentsMargins(metrics::kStatusMargin, 0, metrics::kStatusMargin, 0);
    m_progress->setObjectName(QStringLiteral("progressBar"));
    m_progress->setAccessibleName(tr("Progress of the run"));
    m_progress->setRange(0, kSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(metrics::kProgressWidth, metrics::kProgressHeight);
    addWidget(m_progress);
    const auto add = [this](QLabel* label, const QString& objectName) {
        label->setObjectName(objectName);
        setRole(*label, role::kMuted);
        addWidget(label);
    };
    add(m_activity, QStringLiteral("activityLabel"));
    add(m_samples, QStringLiteral("samplesLabel"));
    add(m_timeLeft, QStringLiteral("timeLeftLabel"));
    m_limiter->setObjectName(QStringLiteral("limiterLabel"));
    setRole(*m_limiter, role::kMuted);
    addPermanentWidget(m_limiter);
}

void RunStatusBar::show(const StatusModel& status)
{
    const bool hasBegun = status.isRunning() && !m_wasRunning;
    m_wasRunning = status.isRunning();
    m_progress->setVisible(status.isRunning());
    m_progress->setValue(static_cast<int>(std::lround(status.progress() * kSteps)));
    const auto set = [this, hasBegun](QLabel* label, const QString& text) {
        const int kept = m_wasRunning && !hasBegun ? label->minimumWidth() : 0;
        label->setText(text);
        label->setVisible(!text.isEmpty() || kept > 0);
        label->setMinimumWidth(m_wasRunning && !text.isEmpty() ? std::max(kept, label->sizeHint().width()) : kept);
    };
    set(m_activity, status.activity());
    set(m_samples, status.samples());
    set(m_timeLeft, status.timeLeft());
    set(m_limiter, status.limiter());
}

} // namespace tierscope::ui
