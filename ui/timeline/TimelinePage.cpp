// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/TimelinePage.h"

#include "ui/charts/ChartExport.h"
#include "ui/models/Wording.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TaskSearch.h"
#include "ui/timeline/TaskTableModel.h"
#include "ui/timeline/TimelineView.h"
#include "ui/timeline/TimelineWords.h"
#include "ui/timeline/WallPartsBar.h"

#include <QComboBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>

#include <algorithm>
#include <tuple>

namespace tierscope::ui {

namespace {

constexpr int kNone = -1;
constexpr int kLive = -2;

/// The one that a person most likely asks about: the fastest.
std::optional<int> firstChoice(const std::vector<core::Sample>& samples)
{
    const core::Sample* best = nullptr;
    for (const core::Sample& sample : samples) {
        if (best == nullptr || std::pair(!sample.isCounted(), sample.wallSeconds) < std::pair(!best->isCounted(), best->wallSeconds))
            best = &sample;
    }
    return best == nullptr ? std::nullopt : std::optional(best->planIndex);
}

} // namespace

void TimelinePage::show(const core::ExperimentRecord& record, const QString& name)
{
    m_samples = record.samples;
    m_isReference = record.readOnly;
    m_hasChosen = false;
    m_loaded.clear();
    m_asked.clear();
    m_live.reset();
    m_export->setName(name);
    {
        const QSignalBlocker quiet(m_run);
        const QSignalBlocker quietToo(m_against);
        m_run->clear();
        m_against->clear();
    }
    fillCombos();
    present();
}

void TimelinePage::add(const core::ExperimentRecord& record)
{
    m_samples = record.samples;
    const bool hadRun = chosen(*m_run).has_value();
    fillCombos();
    if (!hadRun)
        present();
}

void TimelinePage::showLive(const RunTimelinePtr& run)
{
    const bool isSame = run == m_live;
    const bool hasSame = (run != nullptr) == (m_live != nullptr);
    m_live = run;
    if (!hasSame)
        fillCombos();
    const bool isShown = chosen(*m_run) == kLive || chosen(*m_against) == kLive;
    if (isSame && isShown && run != nullptr && !m_view->runs().empty()) {
        if (isVisible()) {
            m_view->refresh();
            m_model->grow();
            fitColumns(false);
        }
    } else if (!isSame && (isShown || !hasSame)) {
        present();
    }
}

void TimelinePage::fillCombos()
{
    std::vector<core::Sample> ordered = m_samples;
    std::ranges::stable_sort(ordered, {}, [](const core::Sample& sample) {
        return std::tuple(sample.memory.value, sample.mode, sample.cap, !sample.cold, !sample.warmup, sample.repeat);
    });
    std::map<std::tuple<int, core::ScheduleMode, int>, int> repeats;
    const auto group = [](const core::Sample& sample) { return std::tuple(sample.memory.value, sample.mode, sample.cap); };
    for (const core::Sample& sample : ordered)
        repeats[group(sample)] += sample.cold || sample.warmup ? 0 : 1;
    const auto fill = [&](QComboBox& combo, int kept) {
        const QSignalBlocker quiet(combo);
        combo.clear();
        if (&combo == m_against)
            combo.addItem(tr("no other run"), kNone);
        if (m_live)
            combo.addItem(tr("what runs now"), kLive);
        for (const core::Sample& sample : ordered)
            combo.addItem(runEntryText(sample, repeats[group(sample)]), sample.planIndex);
        const int place = combo.findData(kept);
        combo.setCurrentIndex(place >= 0 ? place : combo.count() > 0 ? 0 : -1);
        combo.setEnabled(combo.count() > (&combo == m_against ? 1 : 0));
    };
    const std::optional<int> before = chosen(*m_run);
    std::optional<int> wanted = m_hasChosen ? before : std::nullopt;
    if (!wanted || (*wanted == kLive && !m_live)) {
        m_hasChosen = false;
        // While a run goes on nothing else is waited for; afterwards what was shown first stays, as faster ones come.
        wanted = m_live ? std::optional(kLive) : before && before != kLive ? before : firstChoice(m_samples);
    }
    fill(*m_against, chosen(*m_against).value_or(kNone));
    fill(*m_run, wanted.value_or(kNone));
}

std::optional<int> TimelinePage::chosen(const QComboBox& combo) const
{
    if (combo.currentIndex() < 0 || combo.currentData().toInt() == kNone)
        return std::nullopt;
    return combo.currentData().toInt();
}

RunTimelinePtr TimelinePage::runOf(std::optional<int> planIndex) const
{
    if (!planIndex)
        return nullptr;
    if (*planIndex == kLive)
        return m_live;
    const auto found = m_loaded.find(*planIndex);
    return found == m_loaded.end() ? nullptr : found->second;
}

void TimelinePage::showRun(int planIndex, const RunTimelinePtr& run)
{
    if (std::erase(m_asked, planIndex) == 0)
        return;
    m_loaded[planIndex] = run;
    present();
}

void TimelinePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    present();
}

/// Shows what is chosen as far as it is here, and asks for the rest.
void TimelinePage::present()
{
    if (!isVisible())
        return;
    const std::vector<int> missing = presentWhatIsHere();
    // Last: the answer may come at once.
    for (const int planIndex : missing) {
        if (std::ranges::find(m_asked, planIndex) != m_asked.end())
            continue;
        m_asked.push_back(planIndex);
        emit runWanted(planIndex);
    }
}

/// Returns the plan indexes of what is chosen and not here.
std::vector<int> TimelinePage::presentWhatIsHere()
{
    std::vector<std::optional<int>> wanted{chosen(*m_run)};
    if (chosen(*m_against) && chosen(*m_against) != wanted.front())
        wanted.push_back(chosen(*m_against));
    std::erase_if(m_loaded, [&](const auto& run) { return std::ranges::find(wanted, std::optional(run.first)) == wanted.end(); });
    std::vector<RunTimelinePtr> runs;
    std::vector<int> missing;
    for (const std::optional<int>& planIndex : wanted) {
        if (const RunTimelinePtr run = runOf(planIndex)) {
            if (!run->tasks.isEmpty() || planIndex == kLive)
                runs.push_back(run);
        } else if (planIndex && !m_loaded.contains(*planIndex)) {
            missing.push_back(*planIndex);
        }
    }
    // What is here stays in sight until all of what comes instead is here too.
    if (!missing.empty() && !m_view->runs().empty())
        return missing;
    m_split->setVisible(!runs.empty());
    m_empty->setVisible(runs.empty());
    m_empty->setText(missing.empty() ? emptyText() : tr("Reading the run's tasks …"));
    for (QWidget* control : {static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_chart)})
        control->setEnabled(!runs.empty());
    if (runs != m_view->runs()) {
        m_tableRun = 0;
        m_view->setRuns(runs);
        m_parts->setRuns(runs);
        presentTable();
        search();
    }
    return missing;
}

QString TimelinePage::emptyText() const
{
    if (m_isReference)
        return tr("The published measurements have no record of single tasks. Press Run to measure this computer: then each task is here, "
                  "when it waited and ran, and what it used.");
    if (m_samples.empty())
        return tr("No run has been measured yet. Press Run, and its tasks are here as they come.");
    return tr("This run has no record of its tasks. Choose another run, or press Run to measure anew.");
}

void TimelinePage::presentTable()
{
    const auto& runs = m_view->runs();
    m_model->setRun(m_tableRun < runs.size() ? runs[m_tableRun] : nullptr);
    m_table->setAccessibleDescription(m_tableRun < runs.size() ? runTitle(*runs[m_tableRun]) : QString());
    fitColumns(true);
}

void TimelinePage::search()
{
    m_matches.clear();
    m_match = 0;
    const auto& runs = m_view->runs();
    const auto query = parseTaskQuery(m_search->text());
    const bool isEmpty = m_search->text().trimmed().isEmpty();
    const bool isWrong = !isEmpty && !query;
    if (m_search->property("invalid").toBool() != isWrong) {
        m_search->setProperty("invalid", isWrong);
        repolish(*m_search);
    }
    if (query && m_tableRun < runs.size())
        m_matches = findTasks(runs[m_tableRun]->tasks, *query);
    if (isWrong)
        m_found->setText(tr("not a number, a time such as > 1.2 s, longest or failed"));
    else
        m_found->setText(isEmpty ? QString() : m_matches.empty() ? tr("none") : tr("%1 found").arg(numberText(m_matches.size())));
    m_found->setToolTip(m_found->text());
    m_view->setMatches(m_tableRun, m_matches);
}

void TimelinePage::stepMatch(int by)
{
    if (m_matches.empty())
        return;
    const auto current = m_view->selected();
    const bool isOnOne = current && current->run == m_tableRun && m_matches[m_match] == current->row;
    const auto count = static_cast<std::ptrdiff_t>(m_matches.size());
    const std::ptrdiff_t next = isOnOne ? static_cast<std::ptrdiff_t>(m_match) + by : by > 0 ? 0 : count - 1;
    m_match = static_cast<std::size_t>((next + count) % count);
    m_view->select(TaskPlace{m_tableRun, m_matches[m_match]});
    m_found->setText(tr("%1 of %2").arg(numberText(m_match + 1), numberText(m_matches.size())));
}

/// From the picture to the table.
void TimelinePage::takeSelection()
{
    const auto selected = m_view->selected();
    if (selected && selected->run != m_tableRun) {
        m_tableRun = selected->run;
        presentTable();
        search();
    }
    const int line = selected ? m_model->lineOf(selected->row) : -1;
    if (line < 0) {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        return;
    }
    if (m_table->currentIndex().row() == line)
        return;
    const int column = std::max(0, m_table->currentIndex().column());
    m_table->setCurrentIndex(m_model->index(line, column));
    m_table->scrollTo(m_table->currentIndex());
}

/// From the table to the picture.
void TimelinePage::giveSelection()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const TaskPlace place{m_tableRun, m_model->taskOf(current.row())};
    if (m_view->selected() != place)
        m_view->select(place);
}

void TimelinePage::setScheme(Scheme scheme)
{
    m_view->setScheme(scheme);
    m_parts->setScheme(scheme);
}

} // namespace tierscope::ui
