// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/ExperimentSpec.h"

#include <functional>

class QWidget;

namespace tierscope::ui {

class ExperimentPanel;
class LambdaDesk;

/// Calls `measure` at once for this computer; for Lambda once a person has agreed to what will be changed, or never. Returns at once.
void askForConsent(LambdaDesk& desk, const core::ExperimentSpec& spec, QWidget* parent,
                   std::function<void(const core::ExperimentSpec&)> measure);

/// Opens the dialogs that the panel asks for, and puts what came of them into its fields.
void connectFunctionDialogs(LambdaDesk& desk, ExperimentPanel& panel);

} // namespace tierscope::ui
