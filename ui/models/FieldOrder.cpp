// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/FieldOrder.h"

#include "ui/models/FormModel.h"

#include <algorithm>
#include <array>

namespace tierscope::ui {

namespace {

/// Top to bottom as the fields stand, so that "the first" that is wrong is the first one sees.
constexpr std::array kFieldOrder{field::kProfile,
                                 field::kRegion,
                                 field::kFunction,
                                 field::kContract,
                                 field::kWorkload,
                                 field::kCommand,
                                 field::kPythonModule,
                                 field::kPythonFunction,
                                 field::kPythonArguments,
                                 field::kPythonPath,
                                 field::kSequentialPayload,
                                 field::kParallelPayload,
                                 field::kTasks,
                                 field::kRepeats,
                                 field::kPrecision,
                                 field::kMaxRepeats,
                                 field::kTiers,
                                 field::kModes,
                                 field::kCap,
                                 field::kConcurrency,
                                 field::kColdStarts,
                                 field::kQualifier,
                                 field::kEndpoint,
                                 field::kName,
                                 field::kWarmup,
                                 field::kSeed,
                                 field::kTaskTimeout,
                                 field::kRunTimeout};

} // namespace

std::ptrdiff_t fieldOrder(const std::string& field)
{
    // A kernel's parameters stand where the other workloads' fields do.
    const std::string place = field.rfind(field::kParameterPrefix, 0) == 0 ? field::kCommand : field;
    return std::ranges::find(kFieldOrder, place) - kFieldOrder.begin();
}

} // namespace tierscope::ui
