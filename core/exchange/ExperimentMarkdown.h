// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Summary.h"
#include "core/store/ExperimentStore.h"

#include <string>
#include <vector>

namespace tierscope::core {

/// Cells of text, for a terminal or a page. Every row has as many cells as there are headers.
struct TextTable {
    struct Column {
        std::string header;
        bool isNumeric = false; ///< aligned at its right edge
    };
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
};

/// The summary for people: memory, vCPUs (visible / credit), mode, cap, n, median, spread, speed-up, efficiency, dilation, limiter.
[[nodiscard]] TextTable summaryTable(const std::vector<SummaryRow>& summary);

/// Lines with columns padded to the same width and two spaces between; what is unknown is "-".
[[nodiscard]] std::string alignedTable(const TextTable& table);

/// What was measured, the table, the findings, and the conditions, as a page in GitHub's Markdown.
[[nodiscard]] std::string experimentToMarkdown(const ExperimentRecord& record);

} // namespace tierscope::core
