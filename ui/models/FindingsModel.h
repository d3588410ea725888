// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Summary.h"

#include "ui/models/Glossary.h"

#include <QString>

#include <optional>
#include <vector>

namespace tierscope::ui {

/// One answer as the findings column shows it.
struct FindingCard {
    core::Finding::Kind kind = core::Finding::Kind::Fastest;
    QString caption;            ///< "Fastest"
    QString figure;             ///< "869 ms at 10240 MB × 6"
    QString reason;             ///< one or two whole sentences
    std::optional<Term> term{}; ///< what the caption is explained by
};

/// In the window's language, from the findings' figures; core's own sentences are for the command line. Cheap.
[[nodiscard]] std::vector<FindingCard> makeFindingCards(const std::vector<core::Finding>& findings);

} // namespace tierscope::ui
