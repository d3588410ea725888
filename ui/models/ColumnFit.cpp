// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ColumnFit.h"

#include <algorithm>
#include <numeric>

namespace tierscope::ui {

std::vector<bool> columnsThatFit(std::span<const ColumnNeed> columns, int room)
{
    std::vector<bool> isShown(columns.size(), true);
    int needed = std::accumulate(columns.begin(), columns.end(), 0, [](int sum, const ColumnNeed& column) { return sum + column.width; });
    std::vector<std::size_t> order(columns.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t left, std::size_t right) { return columns[left].rank > columns[right].rank; });
    for (const std::size_t index : order) {
        if (needed <= room || columns[index].rank == 0)
            break;
        isShown[index] = false;
        needed -= columns[index].width;
    }
    return isShown;
}

} // namespace tierscope::ui
