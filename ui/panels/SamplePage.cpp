// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/SamplePage.h"

#include "core/exchange/ObservationsCsv.h"
#include "ui/models/CpuModels.h"
#include "ui/models/Experiment.h"
#include "ui/models/SampleTableModel.h"
#include "ui/models/TableText.h"
#include "ui/models/Wording.h"
#include "ui/panels/TableSetup.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSaveFile>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimer>

#include <algorithm>

namespace tierscope::ui {

namespace {

constexpr int kCellPadding = 18;
constexpr int kWidestColumn = 260; ///< longer reasons stand below the table, whole
constexpr int kRowsMeasured = 500; ///< rows that widths are taken from

/// A row is selected as a whole; the cell that keys act on is underlined.
class CellDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        if (!option.state.testFlag(QStyle::State_HasFocus))
            return;
        const QRect& cell = option.rect;
        painter->fillRect(QRect(cell.left() + 4, cell.bottom() - 2, cell.width() - 8, 2), option.palette.color(QPalette::Highlight));
    }
};

/// The arrow of the sorted column stands in its name: beside it the style would keep room in every column.
class SortedSamples final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        const QVariant data = QSortFilterProxyModel::headerData(section, orientation, role);
        if (role != Qt::DisplayRole || orientation != Qt::Horizontal || section != sortColumn())
            return data;
        const QChar arrow(sortOrder() == Qt::AscendingOrder ? 0x2191 : 0x2193);
        return QStringLiteral("%1 %2").arg(data.toString(), QString(arrow));
    }
};

void askByDialog(QWidget* parent, const QString& suggestion, std::function<void(const QString&)> then)
{
    auto* dialog = new QFileDialog(parent, SamplePage::tr("Export the samples"), suggestion, SamplePage::tr("Table (*.csv)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(then));
    dialog->open();
}

/// The experiment's name as a file's: what file systems refuse becomes a dash.
QString fileName(const QString& name)
{
    QString clean = name.simplified();
    for (QChar& character : clean) {
        if (!character.isLetterOrNumber() && !QStringLiteral(" -_.()").contains(character))
            character = QLatin1Char('-');
    }
    return clean.isEmpty() ? QStringLiteral("samples.csv") : clean + QStringLiteral(".csv");
}

} // namespace

SamplePage::SamplePage(QWidget* parent)
    : QWidget(parent)
    , m_model(new SampleTableModel(this))
    , m_sorted(new SortedSamples(this))
    , m_table(new QTableView(this))
    , m_summary(new QLabel(this))
    , m_empty(
          new QLabel(tr("No samples yet. Set up the experiment at the left and press Run: every measured run becomes a row here."), this))
    , m_detail(new QLabel(this))
    , m_detailShown(new QTimer(this))
    , m_export(new QPushButton(tr("Export CS&V…"), this))
    , m_ask(askByDialog)
{
    m_summary->setObjectName(QStringLiteral("sampleSummary"));
    m_summary->setWordWrap(true);
    setRole(*m_summary, role::kMuted);
    m_empty->setObjectName(QStringLiteral("sampleNone"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    setRole(*m_empty, role::kMuted);
    m_detail->setObjectName(QStringLiteral("sampleDetail"));
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setContentsMargins(metrics::kGap, 0, metrics::kGap, 0);
    m_export->setObjectName(QStringLiteral("exportCsvButton"));
    m_export->setToolTip(tr("Write the counted samples to a file, a row each"));
    connect(m_export, &QPushButton::clicked, this, &SamplePage::exportCsv);
    m_detailShown->setSingleShot(true);
    connect(m_detailShown, &QTimer::timeout, m_table, [this] { m_table->scrollTo(m_table->currentIndex()); });
    makeTable();
    addActions();

    auto* head = new QHBoxLayout;
    head->setContentsMargins(metrics::kGap, 0, metrics::kGap, 0);
    head->addWidget(m_summary, 1);
    head->addWidget(m_export);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::kGap, metrics::kFieldGap, metrics::kGap, metrics::kFieldGap);
    column->setSpacing(metrics::kGap);
    column->addLayout(head);
    column->addWidget(m_empty, 1);
    column->addWidget(m_table, 1);
    column->addWidget(m_detail);
    refresh(true);
}

void SamplePage::makeTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(Qt::UserRole);
    m_table->setObjectName(QStringLiteral("sampleTable"));
    m_table->setAccessibleName(tr("Samples"));
    setUpTable(*m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    // As they came, until a person sorts.
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    QHeaderView& header = *m_table->horizontalHeader();
    header.setStretchLastSection(false);
    header.setMinimumSectionSize(32);
    connect(&header, &QHeaderView::sortIndicatorChanged, this, [this] { fitColumns(false); });
    // What a run is and what came of it first: a narrow window shows no more. The tier implies its vCPUs.
    header.moveSection(header.visualIndex(SampleTableModel::Vcpus), header.visualIndex(SampleTableModel::Outcome));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SamplePage::showDetail);
}

void SamplePage::addActions()
{
    const auto add = [this](const QString& text, const QString& objectName, const QKeySequence& keys, auto act) {
        auto* action = new QAction(text, m_table);
        action->setObjectName(objectName);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, act);
        m_table->addAction(action);
    };
    add(tr("Copy rows"), QStringLiteral("copyRowsAction"), QKeySequence::Copy, [this] { copyRows(); });
    add(tr("Sort by this column, least first"), QStringLiteral("sortUpAction"), QKeySequence(Qt::ALT | Qt::Key_Up),
        [this] { sortByCurrentColumn(Qt::AscendingOrder); });
    add(tr("Sort by this column, most first"), QStringLiteral("sortDownAction"), QKeySequence(Qt::ALT | Qt::Key_Down),
        [this] { sortByCurrentColumn(Qt::DescendingOrder); });
    add(tr("Order as measured"), QStringLiteral("sortNoneAction"), QKeySequence(Qt::ALT | Qt::Key_Home),
        [this] { m_table->sortByColumn(-1, Qt::AscendingOrder); });
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void SamplePage::show(const core::ExperimentRecord& record)
{
    m_record.entry = record.entry;
    m_record.spec = record.spec;
    m_record.host = record.host;
    m_record.source = record.source;
    m_record.readOnly = record.readOnly;
    m_model->replace(record.samples);
    refresh(true);
}

void SamplePage::add(const std::vector<core::Sample>& samples)
{
    for (const core::Sample& sample : samples)
        m_model->add(sample);
    refresh(false);
}

void SamplePage::refresh(bool mayShrink)
{
    const std::vector<core::Sample>& samples = m_model->samples();
    const bool isEmpty = samples.empty();
    m_empty->setVisible(isEmpty);
    m_table->setHidden(isEmpty);
    m_summary->setHidden(isEmpty);
    m_export->setEnabled(std::ranges::any_of(samples, &core::Sample::isCounted));
    for (const auto column : {SampleTableModel::Tasks, SampleTableModel::CpuTime, SampleTableModel::Throttled, SampleTableModel::Dilated,
                              SampleTableModel::Limiter, SampleTableModel::Cpu})
        m_table->setColumnHidden(column, !m_model->tellsApart(column));
    if (!isEmpty) {
        const core::Sample& first = samples.front();
        QStringList same{samplesText(static_cast<int>(samples.size()))};
        if (!m_model->tellsApart(SampleTableModel::Tasks))
            same << tr("%1 each").arg(tasksText(first.taskCount));
        if (!m_model->tellsApart(SampleTableModel::Limiter) && !first.limiter.empty())
            same << tr("limited by %1").arg(limiterText(first.limiter));
        if (!m_model->tellsApart(SampleTableModel::Dilated) && !first.dilation.isPlain())
            same << tr("dilated ×%1").arg(first.dilation.factor, 0, 'g', 3);
        if (!m_model->tellsApart(SampleTableModel::Cpu) && !first.cpuModel.empty())
            same << shortCpuModel(first.cpuModel);
        if (const int marked = m_model->outlierCount(); marked > 0)
            same << (marked == 1 ? tr("1 outlier marked") : tr("%1 outliers marked").arg(marked));
        m_summary->setText(same.join(QStringLiteral(" · ")));
    }
    fitColumns(mayShrink);
    showDetail();
}

void SamplePage::fitColumns(bool mayShrink)
{
    const QFontMetrics metrics = m_table->fontMetrics();
    const int rows = std::min(m_model->rowCount(), kRowsMeasured);
    QHeaderView& header = *m_table->horizontalHeader();
    for (int section = 0; section < SampleTableModel::ColumnCount; ++section) {
        int width = metrics.horizontalAdvance(m_sorted->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
        for (int row = 0; row < rows; ++row)
            width = std::max(width, metrics.horizontalAdvance(m_model->index(row, section).data().toString()));
        width = std::min(width + kCellPadding, kWidestColumn);
        if (mayShrink || width > header.sectionSize(section))
            header.resizeSection(section, width);
    }
    fillRow();
}

/// What is left of the row's width goes to the result, which is as long as its reason. Where little is left it is cut short: the line below
/// the table tells the whole.
void SamplePage::fillRow()
{
    QHeaderView& header = *m_table->horizontalHeader();
    const int others = header.length() - header.sectionSize(SampleTableModel::Outcome);
    header.resizeSection(SampleTableModel::Outcome, std::max(metrics::kResultMinimum, m_table->viewport()->width() - others));
}

void SamplePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns(true);
}

void SamplePage::showDetail()
{
    const QModelIndex current = m_sorted->mapToSource(m_table->currentIndex());
    const core::Sample* sample = current.isValid() ? &m_model->samples()[static_cast<std::size_t>(current.row())] : nullptr;
    const bool hasFailed = sample != nullptr && !sample->ok;
    const SampleOutlier* marked = sample != nullptr ? m_model->outlier(*sample) : nullptr;
    const bool isTold = hasFailed || marked != nullptr;
    // The line takes room from the table, perhaps that of the row it speaks of.
    if (isTold && m_detail->isHidden())
        m_detailShown->start();
    m_detail->setVisible(isTold);
    setRole(*m_detail, hasFailed ? role::kProblem : role::kMuted);
    repolish(*m_detail);
    if (!isTold)
        return;
    const auto cell = [&](int column) { return current.siblingAtColumn(column).data().toString(); };
    m_detail->setText(tr("%1, %2: %3")
                          .arg(cell(SampleTableModel::Tier), cell(SampleTableModel::Mode).toLower(),
                               marked != nullptr ? outlierHelp(*marked) : cell(SampleTableModel::Outcome)));
}

void SamplePage::sortByCurrentColumn(Qt::SortOrder order)
{
    if (m_table->currentIndex().isValid())
        m_table->sortByColumn(m_table->currentIndex().column(), order);
}

void SamplePage::copyRows() const
{
    QModelIndexList selected = m_table->selectionModel()->selectedRows();
    if (selected.isEmpty())
        return;
    std::ranges::sort(selected, {}, &QModelIndex::row);
    QList<int> rows;
    for (const QModelIndex& index : selected)
        rows << m_sorted->mapToSource(index).row();
    QList<int> columns;
    for (int place = 0; place < SampleTableModel::ColumnCount; ++place) {
        const int column = m_table->horizontalHeader()->logicalIndex(place);
        if (!m_table->isColumnHidden(column))
            columns << column;
    }
    QGuiApplication::clipboard()->setText(tableText(*m_model, rows, columns));
}

void SamplePage::exportCsv()
{
    m_ask(this, fileName(experimentName(m_record)), [this](const QString& path) { writeCsv(path); });
}

void SamplePage::writeCsv(const QString& path)
{
    core::ExperimentRecord record = m_record;
    record.samples = m_model->samples();
    const std::string text = withComments(core::observationsToCsv(record), outlierComments(record.samples));
    const auto size = static_cast<qint64>(text.size());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), size) != size || !file.commit()) {
        emit failed({core::ErrorCode::Io, tr("The samples could not be written to %1: %2").arg(path, file.errorString()).toStdString(),
                     tr("Choose another folder").toStdString()});
        return;
    }
    setRole(*m_detail, role::kMuted);
    repolish(*m_detail);
    m_detail->setText(tr("Saved to %1").arg(path));
    m_detail->show();
}

} // namespace tierscope::ui
