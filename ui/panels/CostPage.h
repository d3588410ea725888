// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/CostTime.h"
#include "core/base/Error.h"
#include "ui/models/CostChartModel.h"
#include "ui/models/CostChoice.h"
#include "ui/theme/Tokens.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSlider;

namespace tierscope::ui {

class ChartExport;
class CurveChartView;
class SegmentedControl;

/// The Cost tab: what each measured way costs against how long it takes, by the prices of a region and an architecture.
class CostPage final : public QWidget {
    Q_OBJECT

public:
    explicit CostPage(Scheme scheme, QWidget* parent = nullptr);

    /// `isEstimate`: runs of this computer, priced as if its seconds were Lambda's.
    void show(const std::vector<core::SummaryRow>& summary, bool isEstimate, const QString& experimentName);
    void setScheme(Scheme scheme);
    /// The prices that a person has chosen, to be carried over or remembered.
    [[nodiscard]] const CostChoice& choice() const { return m_choice; }
    /// A region that is not in the list is passed over. Says choiceChanged() when it is another.
    void setChoice(const CostChoice& choice);
    [[nodiscard]] CurveChartView& chart() const { return *m_chart; }
    [[nodiscard]] ChartExport& chartExport() const { return *m_export; }

signals:
    void choiceChanged();
    /// A picture or a table could not be saved.
    void failed(const tierscope::core::Error& error);

private:
    QWidget* makeControls();
    void choosePlace();
    void choosePrice();
    void showPrice();
    void showChart();
    /// None where the field is empty; a field that holds something else is marked.
    [[nodiscard]] std::optional<double> amount(QLineEdit& edit) const;
    void showNote(const core::Result<core::Tariff>& tariff);

    QComboBox* m_region;
    SegmentedControl* m_architecture;
    QLineEdit* m_price;
    QLineEdit* m_deadline;
    QLineEdit* m_budget;
    QSlider* m_weight;
    QLabel* m_answers;
    QLabel* m_note;
    CurveChartView* m_chart;
    ChartExport* m_export;
    CostChoice m_choice;
    std::vector<core::SummaryRow> m_summary;
    bool m_isEstimate = false;
};

} // namespace tierscope::ui
