// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/ExperimentSpec.h"
#include "ui/models/TierList.h"

#include <QString>

namespace tierscope::ui {

/// What is wrong at a field of the form, in the window's language: a sentence each, without a full stop.
struct FormProblem {
    std::string field;
    QString message;
    QString remedy;
};

/// core's problem from its code and values; core's own sentence is English.
[[nodiscard]] FormProblem wordProblem(const core::FieldProblem& problem);

/// `entry` must have a fault.
[[nodiscard]] FormProblem wordTierFault(const TierEntry& entry);

} // namespace tierscope::ui
