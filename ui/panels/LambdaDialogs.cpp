// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/LambdaDialogs.h"

#include "ui/bridge/LambdaDesk.h"
#include "ui/panels/DeployDialog.h"
#include "ui/panels/ExperimentPanel.h"
#include "ui/panels/RemoveDialog.h"
#include "ui/panels/SweepDialog.h"

#include <utility>

namespace tierscope::ui {

void askForConsent(LambdaDesk& desk, const core::ExperimentSpec& spec, QWidget* parent,
                   std::function<void(const core::ExperimentSpec&)> measure)
{
    if (spec.backend == core::BackendKind::Local) {
        measure(spec);
        return;
    }
    auto* dialog = new SweepDialog(desk, spec, parent);
    QObject::connect(dialog, &SweepDialog::measureRequested, parent, std::move(measure));
    dialog->open();
}

void connectFunctionDialogs(LambdaDesk& desk, ExperimentPanel& panel)
{
    QObject::connect(&panel, &ExperimentPanel::deployRequested, &panel, [&desk, &panel] {
        auto* dialog = new DeployDialog(desk, accessOf(panel.lambdaForm()), &panel);
        QObject::connect(dialog, &DeployDialog::deployed, &panel, &ExperimentPanel::setFunction);
        dialog->open();
    });
    QObject::connect(&panel, &ExperimentPanel::removeRequested, &panel, [&desk, &panel] {
        const LambdaForm form = panel.lambdaForm();
        auto* dialog = new RemoveDialog(desk, accessOf(form), form.function.trimmed(), &panel);
        QObject::connect(dialog, &RemoveDialog::removed, &panel, [&panel] { panel.setFunction({}); });
        dialog->open();
    });
}

} // namespace tierscope::ui
