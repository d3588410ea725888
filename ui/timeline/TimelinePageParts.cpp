// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT

// What TimelinePage is made of.
#include "ui/charts/ChartExport.h"
#include "ui/panels/TableSetup.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TaskTableModel.h"
#include "ui/timeline/TimelinePage.h"
#include "ui/timeline/TimelineView.h"
#include "ui/timeline/TimelineWords.h"
#include "ui/timeline/WallPartsBar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace tierscope::ui {

namespace {

QComboBox* makeCombo(const QString& objectName, const QString& name, QWidget* parent)
{
    constexpr int kLetters = 8;
    auto* combo = new QComboBox(parent);
    combo->setObjectName(objectName);
    combo->setAccessibleName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(kLetters);
    combo->setMaxVisibleItems(16);
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    combo->setMaximumWidth(280);
    return combo;
}

QLabel* makeLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    setRole(*label, role::kLabel);
    return label;
}

/// The lanes and the bars below them, as they stand in the window.
void drawPictures(QPainter& painter, const TimelineView& view, const WallPartsBar& parts)
{
    painter.save();
    painter.translate(view.pos());
    view.drawPicture(painter);
    painter.restore();
    if (!parts.isVisibleTo(parts.parentWidget()))
        return;
    painter.save();
    painter.translate(parts.pos());
    parts.drawPicture(painter);
    painter.restore();
}

} // namespace

TimelinePage::TimelinePage(Scheme scheme, QWidget* parent)
    : QWidget(parent)
    , m_run(makeCombo(QStringLiteral("timelineRunCombo"), tr("Run"), this))
    , m_against(makeCombo(QStringLiteral("timelineAgainstCombo"), tr("Run to compare with"), this))
    , m_search(new QLineEdit(this))
    , m_found(makeLabel({}, this))
    , m_fit(new QPushButton(tr("Show all"), this))
    , m_chart(new QPushButton(tr("Chart"), this))
    , m_empty(makeLabel({}, this))
    , m_split(new QSplitter(Qt::Vertical, this))
    , m_picture(new QWidget(this))
    , m_view(new TimelineView(scheme, m_picture))
    , m_parts(new WallPartsBar(scheme, m_picture))
    , m_table(new QTableView(this))
    , m_model(new TaskTableModel(this))
    , m_export(new ChartExport({m_picture, [this](QPainter& painter) { drawPictures(painter, *m_view, *m_parts); },
                                [this] { return m_view->ground(); }, [this] { return m_view->description(); },
                                [this] { return m_view->runs().empty() ? QString() : tasksCsv(*m_view->runs()[m_tableRun]); }},
                               this))
{
    setObjectName(QStringLiteral("timelinePage"));
    m_empty->setObjectName(QStringLiteral("timelineEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(space::k24, space::k24, space::k24, space::k24);
    m_split->setObjectName(QStringLiteral("timelineSplit"));
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(makePicture());
    makeTable();
    m_split->addWidget(m_table);
    constexpr int kPictureWish = 600;
    constexpr int kTableWish = 120;
    m_split->setSizes({kPictureWish, kTableWish});
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_split->setHandleWidth(space::k12);
    m_split->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::kMargin, space::k12, metrics::kMargin, space::k12);
    column->setSpacing(metrics::kGap);
    column->addWidget(makeControls());
    column->addWidget(m_empty, 1);
    column->addWidget(m_split, 1);
    connectParts();
}

QWidget* TimelinePage::makeControls()
{
    m_search->setObjectName(QStringLiteral("timelineSearch"));
    m_search->setAccessibleName(tr("Find tasks"));
    m_search->setPlaceholderText(tr("7, > 1.2 s, longest, failed"));
    m_search->setToolTip(tr("A task's number, a time such as > 1.2 s or < 300 ms, longest, or failed. Enter goes to the next one, "
                            "Shift+Enter to the one before."));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(230);
    m_found->setObjectName(QStringLiteral("timelineFound"));
    m_found->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_fit->setObjectName(QStringLiteral("timelineFitButton"));
    m_fit->setEnabled(false);
    m_fit->setToolTip(tr("The whole run again (Home)"));
    m_chart->setObjectName(QStringLiteral("timelineChartButton"));
    m_chart->setAccessibleDescription(tr("Copies or saves the picture and the tasks"));
    auto* menu = new QMenu(this);
    m_export->addActions(*menu);
    m_chart->setMenu(menu);
    m_chart->setProperty("hasMenu", true);

    auto* controls = new QWidget(this);
    auto* rows = new QVBoxLayout(controls);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(metrics::kGap);
    auto* runs = new QHBoxLayout;
    runs->setSpacing(metrics::kGap);
    runs->addWidget(makeLabel(tr("Run"), this));
    runs->addWidget(m_run, 1);
    runs->addWidget(makeLabel(tr("against"), this));
    runs->addWidget(m_against, 1);
    runs->addStretch(0);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(metrics::kGap);
    tools->addWidget(m_search, 2);
    tools->addWidget(m_found, 1);
    tools->addWidget(m_fit);
    tools->addWidget(m_chart);
    rows->addLayout(runs);
    rows->addLayout(tools);
    return controls;
}

QWidget* TimelinePage::makePicture()
{
    m_picture->setObjectName(QStringLiteral("timelinePicture"));
    m_picture->setAccessibleName(tr("Timeline"));
    m_view->setObjectName(QStringLiteral("timelineView"));
    m_view->setAccessibleName(tr("Timeline of the tasks"));
    m_parts->setObjectName(QStringLiteral("timelineParts"));
    m_parts->setAccessibleName(tr("Where the time went"));
    auto* column = new QVBoxLayout(m_picture);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::k4);
    // No higher than there is something to see: the table has the rest.
    column->setSizeConstraint(QLayout::SetMinAndMaxSize);
    column->addWidget(m_view, 1);
    column->addWidget(m_parts);
    return m_picture;
}

void TimelinePage::makeTable()
{
    constexpr int kLeastLines = 3;
    setUpTable(*m_table);
    m_table->setObjectName(QStringLiteral("timelineTaskTable"));
    m_table->setAccessibleName(tr("Tasks"));
    m_table->setModel(m_model);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(TaskTableModel::Index, Qt::AscendingOrder);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setMinimumHeight(kLeastLines * m_table->verticalHeader()->defaultSectionSize());
    // The picture has what the table does not need; the handle between them gives it more.
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
}

void TimelinePage::connectParts()
{
    // A choice in the list is a person's; a filled list is not.
    const auto choose = [this] {
        m_hasChosen = true;
        present();
    };
    connect(m_run, &QComboBox::currentIndexChanged, this, choose);
    connect(m_against, &QComboBox::currentIndexChanged, this, &TimelinePage::present);
    connect(m_search, &QLineEdit::textChanged, this, &TimelinePage::search);
    m_search->installEventFilter(this);
    connect(m_fit, &QPushButton::clicked, m_view, &TimelineView::fit);
    connect(m_view, &TimelineView::windowChanged, this, [this] { m_fit->setEnabled(!m_view->showsEverything()); });
    connect(m_view, &TimelineView::selectionChanged, this, &TimelinePage::takeSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TimelinePage::giveSelection);
    connect(m_export, &ChartExport::failed, this, &TimelinePage::failed);
}

/// Wide enough for what stands in the first lines and the last: looking at a million takes too long. What grows under a reader's eyes does
/// not shrink.
void TimelinePage::fitColumns(bool mayShrink)
{
    constexpr int kLooked = 50;
    const QFontMetrics metrics = m_table->fontMetrics();
    const int lines = m_model->rowCount();
    for (int column = 0; column < TaskTableModel::Outcome; ++column) {
        int width = metrics.horizontalAdvance(m_model->headerData(column, Qt::Horizontal).toString()) + space::k24;
        for (int number = 0; number < std::min(lines, kLooked); ++number) {
            const int line = number % 2 == 0 ? number / 2 : lines - 1 - number / 2;
            width = std::max(width, metrics.horizontalAdvance(m_model->index(line, column).data().toString()) + space::k24);
        }
        m_table->setColumnWidth(column, mayShrink ? width : std::max(width, m_table->columnWidth(column)));
    }
}

bool TimelinePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            stepMatch(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tierscope::ui
