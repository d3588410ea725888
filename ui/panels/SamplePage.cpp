// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/SamplePage.h"

#include "ui/models/SampleTableModel.h"
#include "ui/panels/TableSetup.h"
#include "ui/theme/Tokens.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace tierscope::ui {

SamplePage::SamplePage(QWidget* parent)
    : QWidget(parent)
    , m_model(new SampleTableModel(this))
{
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_model);
    sorted->setSortRole(Qt::UserRole);
    auto* table = new QTableView(this);
    table->setObjectName(QStringLiteral("sampleTable"));
    table->setAccessibleName(tr("Samples"));
    setUpTable(*table);
    table->setModel(sorted);
    table->setSortingEnabled(true);
    // As they came, until a person sorts.
    table->sortByColumn(-1, Qt::AscendingOrder);
    QHeaderView& header = *table->horizontalHeader();
    const auto fit = [table, &header](int section, const QString& longest) {
        constexpr int kPadding = 22;
        header.resizeSection(section, table->fontMetrics().horizontalAdvance(longest) + kPadding);
    };
    for (int section = 0; section < SampleTableModel::ColumnCount; ++section)
        fit(section, m_model->headerData(section, Qt::Horizontal).toString());
    fit(SampleTableModel::Tier, QStringLiteral("10240 MB"));
    fit(SampleTableModel::Mode, tr("Sequential"));
    fit(SampleTableModel::Outcome, tr("failed: ended with signal 9"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::kGap, 0, metrics::kGap, 0);
    column->addWidget(table);
}

void SamplePage::replace(const std::vector<core::Sample>& samples)
{
    m_model->replace(samples);
}

void SamplePage::add(const std::vector<core::Sample>& samples)
{
    for (const core::Sample& sample : samples)
        m_model->add(sample);
}

} // namespace tierscope::ui
