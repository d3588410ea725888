// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <cstdint>
#include <optional>

class QTableView;
class QLabel;
class QPushButton;

namespace tierscope::ui {

class HistoryModel;

/// The experiments of the database. Enter or a double click opens one; Resume and Delete act on the selected one.
class HistoryPanel final : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPanel(HistoryModel& model, QWidget* parent = nullptr);

    /// The buttons, to be placed beside the panel's title.
    [[nodiscard]] QWidget* actions() const { return m_actions; }
    /// Marks the experiment that is shown; its row may still be to come. A selection that a person has made since stays for the same id.
    void select(std::int64_t id);
    /// Nothing can be resumed while something runs.
    void setRunning(bool isRunning);

signals:
    void openRequested(std::int64_t id);
    void resumeRequested(std::int64_t id);
    void deleteRequested(std::int64_t id, const QString& name, int samples);

private:
    void selectShown();
    void updateActions();
    void requestDelete();
    [[nodiscard]] std::optional<int> selectedRow() const;

    HistoryModel& m_model;
    QTableView* m_table;
    QLabel* m_empty;
    QWidget* m_actions;
    QPushButton* m_open;
    QPushButton* m_resume;
    QPushButton* m_delete;
    std::int64_t m_selected = -1;
    bool m_isRunning = false;
};

} // namespace tierscope::ui
