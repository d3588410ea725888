// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Error.h"
#include "core/store/ExperimentStore.h"

#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;
class QTimer;

namespace tierscope::ui {

class SampleTableModel;

/// Asks where to write a file, without blocking; `then` gets the path, and is not called when nobody wants one.
using AskSavePath = std::function<void(QWidget* parent, const QString& suggestion, std::function<void(const QString&)> then)>;

/// The Table tab: every sample, sortable by each column with the mouse (header) and the keyboard (Alt+Up, Alt+Down, Alt+Home for the order
/// in which they were measured), copied with Ctrl+C, exported as CSV. What is the same in every row stands once, above the table.
class SamplePage final : public QWidget {
    Q_OBJECT

public:
    explicit SamplePage(QWidget* parent = nullptr);

    void show(const core::ExperimentRecord& record);
    void add(const std::vector<core::Sample>& samples);
    /// Instead of the file dialog.
    void setAskSavePath(AskSavePath ask) { m_ask = std::move(ask); }

signals:
    void failed(const tierscope::core::Error& error);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeTable();
    void addActions();
    void sortByCurrentColumn(Qt::SortOrder order);
    void copyRows() const;
    void exportCsv();
    void writeCsv(const QString& path);
    void refresh(bool mayShrink);
    void fitColumns(bool mayShrink);
    void fillRow();
    void showDetail();

    SampleTableModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
    QLabel* m_summary;
    QLabel* m_empty;
    QLabel* m_detail;
    QTimer* m_detailShown; ///< fires when the layout has made room for it
    QPushButton* m_export;
    core::ExperimentRecord m_record; ///< of what is shown, without its samples
    AskSavePath m_ask;
};

} // namespace tierscope::ui
