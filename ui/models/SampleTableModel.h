// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/Sample.h"

#include <QAbstractTableModel>

#include <vector>

namespace tierscope::ui {

/// Every sample of an experiment, a row each, in the order in which they came; failed ones say why. Qt::UserRole of a cell is what it sorts
/// by.
class SampleTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Tier, Vcpus, Mode, Cap, Repeat, Tasks, Runtime, Outcome, CpuTime, Throttled, Dilated, Limiter, ColumnCount };

    explicit SampleTableModel(QObject* parent = nullptr);

    void replace(std::vector<core::Sample> samples);
    /// Adds a sample; one of the same plan index is replaced, as a resumed experiment does with a failed run.
    void add(const core::Sample& sample);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<core::Sample> m_samples;
};

} // namespace tierscope::ui
