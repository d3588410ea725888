// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/PlanFields.h"

#include "core/analysis/AdaptiveSweep.h"
#include "core/runner/RunRequest.h"
#include "core/tier/TierCatalogue.h"
#include "ui/models/Wording.h"
#include "ui/panels/FieldBox.h"
#include "ui/panels/RepeatFields.h"
#include "ui/panels/TierChips.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <array>

namespace tierscope::ui {

namespace {

/// Wider than what is allowed: a number that is too large is marked and explained, not silently made another.
constexpr int kMostTasks = 99'999'999;
constexpr int kMostCap = 99'999;
constexpr double kLongestTimeout = 1e6;

QString tierList(std::span<const core::MemoryMb> tiers)
{
    return QString::fromStdString(core::formatTiers(tiers)).replace(QLatin1Char(','), QLatin1String(", "));
}

QString rangeUnit(int least, int most)
{
    return PlanFields::tr("%1–%2").arg(numberText(static_cast<qulonglong>(least)), numberText(static_cast<qulonglong>(most)));
}

QHBoxLayout* makeRow(QWidget* parent = nullptr)
{
    auto* row = parent != nullptr ? new QHBoxLayout(parent) : new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    return row;
}

/// Fields that share a row are too narrow for a sentence: what is wrong with them stands below, over the whole width.
QVBoxLayout* withProblems(QHBoxLayout* row, std::initializer_list<FieldBox*> boxes)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(metrics::kLabelGap);
    column->addLayout(row);
    for (FieldBox* box : boxes)
        column->addWidget(box->takeProblemRow());
    return column;
}

} // namespace

PlanFields::PlanFields(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kFieldGap);
    addCounts(*column);
    addTiers(*column);
    addGoal(*column);
    addModes(*column);
    addCap(*column);
    addInvocations(*column);
    addMore(*column);
    updateVisibility();
}

QSpinBox* PlanFields::makeSpin(const QString& objectName, const char* field, int minimum, int maximum)
{
    auto* spin = new QSpinBox(this);
    spin->setObjectName(objectName);
    spin->setRange(minimum, maximum);
    spin->setGroupSeparatorShown(true);
    spin->setMinimumWidth(metrics::kSpinMinimum);
    connect(spin, &QSpinBox::valueChanged, this, [this, field] { emit edited(field); });
    return spin;
}

QDoubleSpinBox* PlanFields::makeTimeout(const QString& objectName, const char* field)
{
    auto* spin = new QDoubleSpinBox(this);
    spin->setObjectName(objectName);
    spin->setRange(0, kLongestTimeout);
    spin->setDecimals(1);
    spin->setSuffix(tr(" s"));
    spin->setSpecialValueText(tr("none"));
    spin->setMinimumWidth(metrics::kSpinMinimum);
    connect(spin, &QDoubleSpinBox::valueChanged, this, [this, field] { emit edited(field); });
    return spin;
}

void PlanFields::addCounts(QVBoxLayout& column)
{
    m_tasks = makeSpin(QStringLiteral("tasksSpin"), field::kTasks, 0, kMostTasks);
    m_repeats = makeSpin(QStringLiteral("repeatsSpin"), field::kRepeats, 0, kMostRepeats);
    m_boxes[field::kTasks] = new FieldBox(tr("&Tasks"), m_tasks, this);
    m_boxes[field::kRepeats] = new FieldBox(tr("R&epeats"), m_repeats, this);
    m_boxes[field::kTasks]->setUnit(rangeUnit(1, core::kMaximumTasks));
    m_boxes[field::kRepeats]->setUnit(rangeUnit(1, core::kMaximumRepeats));
    m_boxes[field::kRepeats]->setTerm(Term::Spread);
    auto* row = makeRow();
    row->setSpacing(metrics::kPairGap);
    row->addWidget(m_boxes[field::kTasks], 1, Qt::AlignTop);
    row->addWidget(m_boxes[field::kRepeats], 1, Qt::AlignTop);
    column.addLayout(withProblems(row, {m_boxes[field::kTasks], m_boxes[field::kRepeats]}));
    m_until = new RepeatFields(this);
    m_boxes.insert(m_until->boxes().begin(), m_until->boxes().end());
    connect(m_until, &RepeatFields::edited, this, &PlanFields::edited);
    column.addWidget(m_until);
}

void PlanFields::addGoal(QVBoxLayout& column)
{
    m_goal = new QComboBox(this);
    m_goal->setObjectName(QStringLiteral("goalCombo"));
    m_goal->addItem(tr("Every tier"));
    m_goal->addItem(tr("Until the fastest is known"), static_cast<int>(core::SweepGoal::Fastest));
    m_goal->addItem(tr("Until the cheapest is known"), static_cast<int>(core::SweepGoal::Cheapest));
    m_goal->addItem(tr("Until the knee is known"), static_cast<int>(core::SweepGoal::Knee));
    connect(m_goal, &QComboBox::currentIndexChanged, this, [this] { emit edited(field::kGoal); });
    m_boxes[field::kGoal] = new FieldBox(tr("Measure"), m_goal, this);
    m_boxes[field::kGoal]->setTerm(Term::Model);
    column.addWidget(m_boxes[field::kGoal]);
}

void PlanFields::addTiers(QVBoxLayout& column)
{
    auto* holder = new QWidget(this);
    auto* inner = new QVBoxLayout(holder);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(metrics::kLabelGap);
    m_tiers = new TierChips(holder);
    m_tiers->setObjectName(QStringLiteral("tiersEdit"));
    m_tiers->setAccessibleName(tr("Memory tiers"));
    connect(m_tiers, &TierChips::edited, this, [this] { emit edited(field::kTiers); });
    inner->addWidget(m_tiers);

    auto* row = makeRow();
    row->setSpacing(metrics::kMargin);
    const auto addPreset = [this, holder, row](const QString& text, const QString& objectName, const QString& tip, const QString& tiers) {
        auto* button = new QPushButton(holder);
        button->setText(text);
        button->setObjectName(objectName);
        button->setToolTip(tip);
        setRole(*button, role::kQuiet);
        connect(button, &QPushButton::clicked, this, [this, tiers] { m_tiers->replaceBy(tiers); });
        row->addWidget(button);
    };
    addPreset(tr("Article"), QStringLiteral("articleTiersButton"), tr("The eight tiers of the reference measurements"),
              tierList(core::articleTiers()));
    addPreset(tr("vCPU steps"), QStringLiteral("stepTiersButton"), tr("The last tier of each vCPU count, and below one vCPU each half"),
              tierList(core::stepTiers()));
    addPreset(tr("No limit"), QStringLiteral("noLimitButton"), tr("Not held to a tier: as fast as this computer runs it"),
              QString::fromLatin1(kNoLimit));
    row->addStretch(1);
    inner->addLayout(row);
    m_boxes[field::kTiers] = new FieldBox(tr("&Memory tiers"), holder, this);
    holder->setFocusProxy(m_tiers);
    m_boxes[field::kTiers]->setUnit(tr("MB, %1 to %2").arg(numberText(core::kSmallestTier.value), numberText(core::kLargestTier.value)));
    m_boxes[field::kTiers]->setTerm(Term::CreditVcpu);
    column.addWidget(m_boxes[field::kTiers]);
}

void PlanFields::addModes(QVBoxLayout& column)
{
    auto* holder = new QWidget(this);
    auto* row = makeRow(holder);
    row->setSpacing(metrics::kFieldGap);
    const auto addMode = [this, holder, row](const QString& text, const QString& objectName, const QString& tip) {
        auto* box = new QCheckBox(text, holder);
        box->setObjectName(objectName);
        box->setToolTip(tip);
        connect(box, &QCheckBox::toggled, this, [this] {
            updateVisibility();
            emit edited(field::kModes);
        });
        row->addWidget(box);
        return box;
    };
    m_sequential = addMode(tr("&Sequential"), QStringLiteral("sequentialCheck"), tr("One task after the other, in one process"));
    m_parallel = addMode(tr("&Parallel"), QStringLiteral("parallelCheck"), tr("A process for each task, so many at once"));
    m_pool = addMode(tr("P&ool"), QStringLiteral("poolCheck"), tr("So many processes, each used for many tasks"));
    row->addStretch(1);
    holder->setFocusProxy(m_sequential);
    m_boxes[field::kModes] = new FieldBox(tr("Run as"), holder, this);
    column.addWidget(m_boxes[field::kModes]);
}

void PlanFields::addCap(QVBoxLayout& column)
{
    auto* holder = new QWidget(this);
    auto* row = makeRow(holder);
    m_capKind = new QComboBox(holder);
    m_capKind->setObjectName(QStringLiteral("capCombo"));
    m_capKind->setAccessibleName(tr("Processes at once"));
    m_capKind->addItem(tr("Visible vCPUs"), static_cast<int>(core::CapPolicy::Kind::Auto));
    m_capKind->addItem(tr("Fixed number"), static_cast<int>(core::CapPolicy::Kind::Fixed));
    m_capKind->addItem(tr("Every number up to"), static_cast<int>(core::CapPolicy::Kind::Sweep));
    m_capCount = makeSpin(QStringLiteral("capSpin"), field::kCap, 0, kMostCap);
    m_capCount->setAccessibleName(tr("Number of processes at once"));
    connect(m_capKind, &QComboBox::currentIndexChanged, this, [this] {
        updateVisibility();
        emit edited(field::kCap);
    });
    row->addWidget(m_capKind, 2);
    row->addWidget(m_capCount, 1);
    holder->setFocusProxy(m_capKind);
    m_boxes[field::kCap] = new FieldBox(tr("Processes &at once"), holder, this);
    m_boxes[field::kCap]->setTerm(Term::Cap);
    column.addWidget(m_boxes[field::kCap]);
}

void PlanFields::addInvocations(QVBoxLayout& column)
{
    m_concurrency = makeSpin(QStringLiteral("concurrencySpin"), field::kConcurrency, 0, kMostCap);
    m_concurrency->setValue(LambdaForm().concurrency);
    m_coldStarts = makeSpin(QStringLiteral("coldStartsSpin"), field::kColdStarts, 0, kMostCap);
    m_coldStarts->setSpecialValueText(tr("none"));
    m_coldStarts->setToolTip(tr("Each is forced by changing the function's memory, and is a sample of its own"));
    m_boxes[field::kConcurrency] = new FieldBox(tr("&Invocations at once"), m_concurrency, this);
    m_boxes[field::kColdStarts] = new FieldBox(tr("Col&d starts"), m_coldStarts, this);
    auto* row = makeRow();
    row->addWidget(m_boxes[field::kConcurrency], 1, Qt::AlignTop);
    row->addWidget(m_boxes[field::kColdStarts], 1, Qt::AlignTop);
    column.addLayout(withProblems(row, {m_boxes[field::kConcurrency], m_boxes[field::kColdStarts]}));
}

void PlanFields::addMore(QVBoxLayout& column)
{
    m_moreButton = new QPushButton(this);
    m_moreButton->setObjectName(QStringLiteral("moreButton"));
    m_moreButton->setText(tr("More settings ▸"));
    m_moreButton->setCheckable(true);
    setRole(*m_moreButton, role::kQuiet);
    column.addWidget(m_moreButton, 0, Qt::AlignLeft);

    m_more = new QWidget(this);
    m_more->hide();
    connect(m_moreButton, &QPushButton::toggled, this, [this](bool isOpen) {
        m_more->setVisible(isOpen);
        m_moreButton->setText(isOpen ? tr("Fewer settings ▾") : tr("More settings ▸"));
    });
    auto* inner = new QVBoxLayout(m_more);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(metrics::kFieldGap);

    m_name = new QLineEdit(m_more);
    m_name->setObjectName(QStringLiteral("nameEdit"));
    connect(m_name, &QLineEdit::textEdited, this, [this] { emit edited(field::kName); });
    m_boxes[field::kName] = new FieldBox(tr("Name"), m_name, m_more);
    inner->addWidget(m_boxes[field::kName]);

    m_warmup = makeSpin(QStringLiteral("warmupSpin"), field::kWarmup, 0, kMostRepeats);
    m_seed = new QLineEdit(m_more);
    m_seed->setObjectName(QStringLiteral("seedEdit"));
    m_seed->setToolTip(tr("Runs are shuffled; the same seed gives the same order"));
    connect(m_seed, &QLineEdit::textEdited, this, [this] { emit edited(field::kSeed); });
    m_taskTimeout = makeTimeout(QStringLiteral("taskTimeoutSpin"), field::kTaskTimeout);
    m_runTimeout = makeTimeout(QStringLiteral("runTimeoutSpin"), field::kRunTimeout);
    m_boxes[field::kWarmup] = new FieldBox(tr("Warm-up runs"), m_warmup, m_more);
    m_boxes[field::kSeed] = new FieldBox(tr("Seed of the order"), m_seed, m_more);
    m_boxes[field::kTaskTimeout] = new FieldBox(tr("Task time limit"), m_taskTimeout, m_more);
    m_boxes[field::kRunTimeout] = new FieldBox(tr("Run time limit"), m_runTimeout, m_more);
    // Beside these longer names there is no room.
    m_boxes[field::kWarmup]->setHint(rangeUnit(0, core::kMaximumWarmup));
    m_boxes[field::kSeed]->setHint(tr("a whole number"));
    for (const auto& [left, right] : {std::pair{field::kWarmup, field::kSeed}, std::pair{field::kTaskTimeout, field::kRunTimeout}}) {
        auto* row = makeRow();
        row->setSpacing(metrics::kPairGap);
        row->addWidget(m_boxes[left], 1, Qt::AlignTop);
        row->addWidget(m_boxes[right], 1, Qt::AlignTop);
        inner->addLayout(withProblems(row, {m_boxes[left], m_boxes[right]}));
    }
    column.addWidget(m_more);
}

void PlanFields::show(const Form& form)
{
    const std::array<QObject*, 15> editors{m_goal,     m_tiers,       m_tasks,      m_repeats,     m_sequential,
                                           m_parallel, m_pool,        m_capKind,    m_capCount,    m_warmup,
                                           m_seed,     m_taskTimeout, m_runTimeout, m_concurrency, m_coldStarts};
    for (QObject* editor : editors)
        editor->blockSignals(true);
    m_tasks->setValue(form.tasks);
    m_repeats->setValue(form.repeats);
    m_until->show(form);
    m_goal->setCurrentIndex(form.goal ? m_goal->findData(static_cast<int>(*form.goal)) : 0);
    m_tiers->setText(form.tiers);
    m_sequential->setChecked(form.hasSequential);
    m_parallel->setChecked(form.hasParallel);
    m_pool->setChecked(form.hasPool);
    m_capKind->setCurrentIndex(m_capKind->findData(static_cast<int>(form.capKind)));
    m_capCount->setValue(form.capCount);
    m_name->setText(form.name);
    m_warmup->setValue(form.warmup);
    m_seed->setText(form.seed);
    m_taskTimeout->setValue(form.taskTimeout);
    m_runTimeout->setValue(form.runTimeout);
    m_concurrency->setValue(form.lambda.concurrency);
    m_coldStarts->setValue(form.lambda.coldStarts);
    for (QObject* editor : editors)
        editor->blockSignals(false);
    setScope(form.isLambda, form.isAnyFunction());
}

void PlanFields::setScope(bool isLambda, bool isAny)
{
    m_isLambda = isLambda;
    m_isAny = isAny;
    updateVisibility();
}

void PlanFields::read(Form& form) const
{
    form.tasks = m_tasks->value();
    form.repeats = m_repeats->value();
    m_until->read(form);
    const QVariant goal = m_goal->currentData();
    form.goal = goal.isValid() ? std::optional(static_cast<core::SweepGoal>(goal.toInt())) : std::nullopt;
    form.tiers = m_tiers->text();
    form.hasSequential = m_sequential->isChecked();
    form.hasParallel = m_parallel->isChecked();
    form.hasPool = m_pool->isChecked();
    form.capKind = static_cast<core::CapPolicy::Kind>(m_capKind->currentData().toInt());
    form.capCount = m_capCount->value();
    form.name = m_name->text();
    form.warmup = m_warmup->value();
    form.seed = m_seed->text();
    form.taskTimeout = m_taskTimeout->value();
    form.runTimeout = m_runTimeout->value();
    form.lambda.concurrency = m_concurrency->value();
    form.lambda.coldStarts = m_coldStarts->value();
}

void PlanFields::reveal(const FieldBox& box)
{
    if (m_more->isAncestorOf(&box))
        m_moreButton->setChecked(true);
}

void PlanFields::addToMore(QWidget* fields)
{
    qobject_cast<QVBoxLayout*>(m_more->layout())->insertWidget(0, fields);
}

bool PlanFields::hasSequential() const
{
    return m_sequential->isChecked();
}

bool PlanFields::hasParallel() const
{
    return m_parallel->isChecked();
}

bool PlanFields::isTypingTier() const
{
    return m_tiers->isUnfinished();
}

void PlanFields::setNamePlaceholder(const QString& name)
{
    m_name->setPlaceholderText(name);
}

void PlanFields::updateVisibility()
{
    m_boxes[field::kCap]->setVisible(!m_isAny && (m_parallel->isChecked() || m_pool->isChecked()));
    m_boxes[field::kTasks]->setVisible(!m_isAny);
    m_boxes[field::kGoal]->setVisible(!m_isAny);
    m_pool->setVisible(!m_isAny);
    for (const char* field : {field::kTaskTimeout, field::kRunTimeout})
        m_boxes[field]->setVisible(!m_isAny);
    for (const char* field : {field::kConcurrency, field::kColdStarts})
        m_boxes[field]->setVisible(m_isLambda);
    const auto kind = static_cast<core::CapPolicy::Kind>(m_capKind->currentData().toInt());
    m_capCount->setVisible(kind != core::CapPolicy::Kind::Auto);
    m_boxes[field::kCap]->setUnit(kind == core::CapPolicy::Kind::Auto    ? QString()
                                  : kind == core::CapPolicy::Kind::Fixed ? rangeUnit(1, core::kMaximumCap)
                                                                         : rangeUnit(2, core::kMaximumCap));
}

} // namespace tierscope::ui
