// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Findings.h"
#include "core/analysis/ModelOverlay.h"

#include "ui/models/Glossary.h"

#include <QString>

#include <optional>
#include <vector>

namespace tierscope::ui {

struct SweepOutcome;

/// One answer as the findings column shows it.
struct FindingCard {
    std::optional<core::Finding::Kind> kind; ///< none: of the model or an adaptive sweep
    QString caption;                         ///< "Fastest"
    QString figure;                          ///< "869 ms at 10240 MB × 6"
    QString reason;                          ///< one or two whole sentences
    std::optional<Term> term{};              ///< what the caption is explained by
};

/// In the window's language, from the findings' figures; core's own sentences are for the command line. Cheap.
/// What an adaptive sweep and the performance model say follows the answers, before what they rest on.
[[nodiscard]] std::vector<FindingCard> makeFindingCards(const std::vector<core::Finding>& findings,
                                                        const core::ModelOverlay* model = nullptr, const SweepOutcome* sweep = nullptr);

} // namespace tierscope::ui
