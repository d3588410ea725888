// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/Sample.h"

#include <QWidget>

#include <vector>

namespace tierscope::ui {

class SampleTableModel;

/// The Table tab: every sample, sortable by each column.
class SamplePage final : public QWidget {
    Q_OBJECT

public:
    explicit SamplePage(QWidget* parent = nullptr);

    void replace(const std::vector<core::Sample>& samples);
    void add(const std::vector<core::Sample>& samples);

private:
    SampleTableModel* m_model;
};

} // namespace tierscope::ui
