// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

// First: moc 6.4 does not read <compare>, which is what the others begin with, before the library's configuration.
#include <QWidget>

#include "core/base/Error.h"
#include "core/store/ExperimentStore.h"
#include "ui/theme/Tokens.h"
#include "ui/timeline/RunTimeline.h"

#include <array>
#include <map>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTableView;

namespace tierscope::ui {

class ChartExport;
class TaskTableModel;
class TimelineView;
class WallPartsBar;

/// The Timeline tab: one run of the experiment, or two above each other, task by task, where their time went, and the tasks as a table. It
/// asks for a run's tasks with runWanted(), and only while it is seen. While the experiment runs, its present run is shown until a person
/// chooses another.
class TimelinePage final : public QWidget {
    Q_OBJECT

public:
    explicit TimelinePage(Scheme scheme, QWidget* parent = nullptr);

    /// Another experiment.
    void show(const core::ExperimentRecord& record, const QString& name);
    /// The same one, which has more samples.
    void add(const core::ExperimentRecord& record);
    /// What runWanted() asked for; none where it could not be loaded.
    void showRun(int planIndex, const RunTimelinePtr& run);
    /// The run that goes on in this experiment, which may have grown; none while nothing runs.
    void showLive(const RunTimelinePtr& run);
    void setScheme(Scheme scheme);
    [[nodiscard]] TimelineView& view() const { return *m_view; }
    [[nodiscard]] ChartExport& chartExport() const { return *m_export; }

signals:
    void runWanted(int planIndex);
    /// A picture or a table could not be saved.
    void failed(const tierscope::core::Error& error);

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeControls();
    QWidget* makePicture();
    void makeTable();
    void connectParts();
    void fillCombos();
    void present();
    std::vector<int> presentWhatIsHere();
    void presentTable();
    void fitColumns(bool mayShrink);
    void search();
    void stepMatch(int by);
    void takeSelection();
    void giveSelection();
    [[nodiscard]] std::optional<int> chosen(const QComboBox& combo) const;
    [[nodiscard]] RunTimelinePtr runOf(std::optional<int> planIndex) const;
    [[nodiscard]] QString emptyText() const;

    QComboBox* m_run;
    QComboBox* m_against;
    QLineEdit* m_search;
    QLabel* m_found;
    QPushButton* m_fit;
    QPushButton* m_chart;
    QLabel* m_empty;
    QSplitter* m_split;
    QWidget* m_picture;
    TimelineView* m_view;
    WallPartsBar* m_parts;
    QTableView* m_table;
    TaskTableModel* m_model;
    ChartExport* m_export;

    std::vector<core::Sample> m_samples; ///< of the experiment, without their tasks
    bool m_isReference = false;
    bool m_hasChosen = false;               ///< a person has chosen a run
    std::map<int, RunTimelinePtr> m_loaded; ///< by plan index, as far as they are chosen; none: there is nothing to load
    std::vector<int> m_asked;
    RunTimelinePtr m_live;
    std::size_t m_tableRun = 0; ///< whose tasks the table has
    std::vector<std::uint32_t> m_matches;
    std::size_t m_match = 0; ///< the one that was gone to last
};

} // namespace tierscope::ui
