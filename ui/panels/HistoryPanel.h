// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/bridge/ExperimentExport.h"
#include "ui/models/ColumnFit.h"

#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

class QAction;
class QTableView;
class QLabel;

namespace tierscope::ui {

class HistoryModel;

/// The experiments of the database. Enter or a double click opens one; what else can be done with the selected one stands in the context
/// menu, has a key, and the most of it a button beside the title.
class HistoryPanel final : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPanel(HistoryModel& model, QWidget* parent = nullptr);

    /// The buttons, to be placed beside the panel's title.
    [[nodiscard]] QWidget* actionRow() const { return m_actionRow; }
    /// Marks the experiment that is shown; its row may still be to come. A selection that a person has made since stays for the same id.
    void select(std::int64_t id);
    /// Nothing can be resumed while something runs.
    void setRunning(bool isRunning);
    /// Edits the selected name in place. F2 is the window's key, which asks whether the history has the focus.
    void rename();

signals:
    void openRequested(std::int64_t id);
    void resumeRequested(std::int64_t id);
    void duplicateRequested(std::int64_t id);
    void deleteRequested(std::int64_t id);
    void exportRequested(std::int64_t id, const QString& name, tierscope::ui::ExportFormat format);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpColumns();
    /// Names are worth more room than what else can be told.
    void chooseColumns();
    void makeActions();
    [[nodiscard]] QAction* addTableAction(const QString& text, const QString& tip, const QString& objectName, const QKeySequence& key);
    void addButton(QAction* action, const QString& objectName);
    void selectShown();
    void updateActions();
    void tick();
    [[nodiscard]] std::optional<int> selectedRow() const;

    HistoryModel& m_model;
    QTableView* m_table;
    QLabel* m_empty;
    QWidget* m_actionRow;
    std::vector<ColumnNeed> m_columns;
    QAction* m_open = nullptr;
    QAction* m_rename = nullptr;
    QAction* m_duplicate = nullptr;
    QAction* m_resume = nullptr;
    QAction* m_export = nullptr;
    QAction* m_tick = nullptr;
    QAction* m_delete = nullptr;
    std::int64_t m_selected = -1;
    bool m_isRunning = false;
};

} // namespace tierscope::ui
