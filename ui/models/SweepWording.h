// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/backend/FunctionRestore.h"
#include "core/backend/SweepGuard.h"
#include "ui/models/FunctionList.h"

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace tierscope::ui {

/// What a sweep is about to do, for a person to agree to.
struct SweepWords {
    QString headline;                              ///< "96 invocations of thumbs, at most $0.42"
    std::vector<std::pair<QString, QString>> rows; ///< "Account", "123456789012"
    QString promise;                               ///< that what is changed is written down first and put back
    QStringList warnings;
};
/// Pure.
[[nodiscard]] SweepWords makeSweepWords(const core::ExperimentSpec& spec, const core::SweepGuard& guard);

/// What the sweep would do, step by step, in the order of its plan: what a dry run shows. Pure.
[[nodiscard]] QStringList sweepSteps(const core::ExperimentSpec& spec, const core::SweepGuard& guard);

/// What became of a function that an earlier sweep had left changed: a sentence.
[[nodiscard]] QString restoreText(const core::RestoreOutcome& outcome);

} // namespace tierscope::ui
