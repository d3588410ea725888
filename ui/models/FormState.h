// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/FormModel.h"

#include <QByteArray>

#include <optional>
#include <string>

namespace tierscope::ui {

/// A form with the entry of the workload list that it came from, to be remembered.
struct FormState {
    Form form;
    std::string choice; ///< a preset's id, or "kernel:" and a kernel's name
    bool operator==(const FormState&) const = default;
};

/// JSON, version 2: every field by name, as it stands, right or wrong. Version 1, of before there was AWS Lambda, is read too.
[[nodiscard]] QByteArray encodeFormState(const FormState& state);
/// None for bytes that encodeFormState does not make: a missing or unknown field, a wrong type, another version, a kernel that there is
/// not.
[[nodiscard]] std::optional<FormState> decodeFormState(const QByteArray& bytes);

} // namespace tierscope::ui
