// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Findings.h"
#include "core/analysis/ModelOverlay.h"
#include "ui/models/SweepOutcome.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tierscope::ui {

class WorkQueue;

/// What samples say.
struct Analysis {
    std::vector<core::Finding> findings;
    core::SpeedupAnalysis speedup;
    std::vector<core::SummaryRow> summary;
    std::shared_ptr<const core::ModelOverlay> model; ///< null: there is none
    std::optional<SweepOutcome> sweep;               ///< of an adaptive one
};

/// What is analysed.
struct AnalysisSubject {
    std::vector<core::Sample> samples;
    std::optional<core::SweepCandidates> sweep; ///< it was measured only until this was known
    bool hasModel = true;                       ///< false: runs of a function of which Tierscope knows neither tasks nor processes
};

/// Analyses what is shown in the queue's thread. One analysis at a time: what changes meanwhile is analysed when it has ended, and the
/// result for what is no longer shown is dropped.
class SampleAnalyst final : public QObject {
    Q_OBJECT

public:
    /// `queue` must outlive it. `subject` is asked for what is shown.
    SampleAnalyst(WorkQueue& queue, std::function<AnalysisSubject()> subject, QObject* parent = nullptr);

    /// Something else is shown.
    void begin();
    void analyse();
    /// While runs are measured, analysing takes their CPUs: at most once a second.
    void analyseSoon();
    /// By what runs are priced from now on; none: only as they have costs of their own.
    void setCostBasis(std::optional<core::CostBasis> basis);

    /// What ready() has announced.
    [[nodiscard]] const Analysis& result() const { return m_result; }

signals:
    void ready();

private:
    WorkQueue& m_queue;
    std::function<AnalysisSubject()> m_subject;
    std::optional<core::CostBasis> m_basis = core::defaultCostBasis();
    Analysis m_result;
    QTimer m_pause;
    int m_generation = 0; ///< counts what was shown
    bool m_isAnalysing = false;
    bool m_isStale = false;
};

} // namespace tierscope::ui
