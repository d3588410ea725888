// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/SampleAnalyst.h"

#include "ui/bridge/WorkQueue.h"

#include <chrono>
#include <utility>

namespace tierscope::ui {

namespace {

Analysis analysisOf(const AnalysisSubject& subject, const std::optional<core::CostBasis>& basis)
{
    const std::vector<core::Sample>& samples = subject.samples;
    Analysis analysis{core::findings(samples, basis ? &*basis : nullptr), core::analyseSpeedup(samples), core::summarise(samples), nullptr,
                      std::nullopt};
    if (auto model = subject.hasModel ? core::modelOverlay(samples) : std::nullopt)
        analysis.model = std::make_shared<const core::ModelOverlay>(std::move(*model));
    if (subject.sweep)
        analysis.sweep = SweepOutcome{subject.sweep->goal, core::nextSweepStep(*subject.sweep, std::span<const core::Sample>(samples))};
    return analysis;
}

} // namespace

SampleAnalyst::SampleAnalyst(WorkQueue& queue, std::function<AnalysisSubject()> subject, QObject* parent)
    : QObject(parent)
    , m_queue(queue)
    , m_subject(std::move(subject))
{
    constexpr std::chrono::seconds kPause{1};
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &SampleAnalyst::analyse);
}

void SampleAnalyst::begin()
{
    ++m_generation;
    analyse();
}

void SampleAnalyst::analyseSoon()
{
    if (!m_pause.isActive())
        m_pause.start();
}

void SampleAnalyst::setCostBasis(std::optional<core::CostBasis> basis)
{
    m_basis = std::move(basis);
    analyse();
}

void SampleAnalyst::analyse()
{
    m_pause.stop();
    m_isStale = true;
    if (m_isAnalysing)
        return;
    m_isAnalysing = true;
    m_isStale = false;
    m_queue.post([subject = m_subject(), basis = m_basis] { return analysisOf(subject, basis); },
                 [this, generation = m_generation](Analysis analysis) {
                     m_isAnalysing = false;
                     if (generation == m_generation) {
                         m_result = std::move(analysis);
                         emit ready();
                     }
                     if (m_isStale)
                         analyse();
                 });
}

} // namespace tierscope::ui
