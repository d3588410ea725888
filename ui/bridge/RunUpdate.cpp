// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/RunUpdate.h"

#include "ui/models/Experiment.h"

namespace tierscope::ui {

namespace {

template <typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

} // namespace

bool RunUpdate::isEmpty() const
{
    return !started && !calibration && !current && tasksEnded == 0 && tasksStarted.empty() && samples.empty() && !progress
           && warnings.empty() && !ended;
}

void merge(RunUpdate& update, const core::RunEvent& event)
{
    std::visit(Overloaded{
                   [&update](const core::ExperimentStarted& started) { update.started = started; },
                   [&update](const core::CalibrationFinished& calibration) { update.calibration = calibration; },
                   [&update](const core::RunStarted& run) {
                       update.current = run.run;
                       update.tasksEnded = 0;
                       update.tasksStarted.clear();
                       update.tasks.clear();
                   },
                   [&update](const core::TaskStarted& task) { update.tasksStarted.push_back(task); },
                   [&update](const core::TaskEnded& ended) {
                       ++update.tasksEnded;
                       update.tasks.push_back(ended.task);
                   },
                   [&update](const core::SampleFinished& finished) { update.samples.push_back(withoutTasks(finished.sample)); },
                   [&update](const core::ProgressChanged& progress) { update.progress = progress; },
                   [&update](const core::WarningRaised& warning) { update.warnings.push_back(warning.error); },
                   [&update](const core::ExperimentEnded& ended) { update.ended = ended; },
               },
               event);
}

} // namespace tierscope::ui
