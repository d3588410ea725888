// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace tierscope::ui {

/// From now on assistive technology sees a TierChips as a line of text that holds its tiers. More calls than one do nothing.
void installTierChipsAccessibility();

} // namespace tierscope::ui
