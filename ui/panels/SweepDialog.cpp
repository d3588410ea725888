// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/SweepDialog.h"

#include "ui/bridge/LambdaDesk.h"
#include "ui/models/ErrorWording.h"
#include "ui/models/SweepWording.h"
#include "ui/panels/DialogHeight.h"
#include "ui/theme/Theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace tierscope::ui {

namespace {

constexpr int kWidth = 520;
constexpr int kStepsHeight = 180;

QLabel* makeText(QWidget* parent, const QString& objectName, const char* textRole)
{
    auto* label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setRole(*label, textRole);
    return label;
}

} // namespace

SweepDialog::SweepDialog(LambdaDesk& desk, core::ExperimentSpec spec, QWidget* parent)
    : QDialog(parent)
    , m_desk(&desk)
    , m_spec(std::move(spec))
    , m_headline(makeText(this, QStringLiteral("sweepHeadline"), role::kFigure))
    , m_message(makeText(this, QStringLiteral("sweepMessage"), role::kMuted))
    , m_busy(new QProgressBar(this))
    , m_place(new QVBoxLayout)
    , m_steps(new QListWidget(this))
{
    setObjectName(QStringLiteral("sweepDialog"));
    setWindowTitle(tr("Measure on AWS Lambda"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(kWidth);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedHeight(metrics::kProgressHeight);
    m_busy->setAccessibleName(tr("Asking Lambda"));
    m_steps->setObjectName(QStringLiteral("sweepSteps"));
    m_steps->setAccessibleName(tr("Steps of the sweep"));
    m_steps->setFixedHeight(kStepsHeight);
    m_steps->hide();

    auto* buttons = new QDialogButtonBox(this);
    const auto addButton = [buttons](const QString& text, const QString& objectName, QDialogButtonBox::ButtonRole buttonRole) {
        QPushButton* button = buttons->addButton(text, buttonRole);
        button->setObjectName(objectName);
        button->setAutoDefault(false);
        return button;
    };
    m_cancel = addButton(tr("Cancel"), QStringLiteral("sweepCancelButton"), QDialogButtonBox::RejectRole);
    m_again = addButton(tr("Try &again"), QStringLiteral("sweepAgainButton"), QDialogButtonBox::ActionRole);
    m_dryRun = addButton(tr("&Dry run"), QStringLiteral("dryRunButton"), QDialogButtonBox::ActionRole);
    m_measure = addButton(tr("&Measure"), QStringLiteral("measureButton"), QDialogButtonBox::ActionRole);
    m_dryRun->setToolTip(tr("Shows every step and changes nothing"));
    setRole(*m_measure, role::kPrimary);
    repolish(*m_measure);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_again, &QPushButton::clicked, this, &SweepDialog::ask);
    connect(m_dryRun, &QPushButton::clicked, this, &SweepDialog::showSteps);
    connect(m_measure, &QPushButton::clicked, this, &SweepDialog::measure);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::k24, space::k20, space::k24, space::k20);
    column->setSpacing(space::k12);
    column->addWidget(m_headline);
    column->addWidget(m_busy);
    column->addLayout(m_place);
    column->addWidget(m_message);
    column->addWidget(m_steps);
    column->addStretch(1);
    column->addWidget(buttons);
    ask();
}

SweepDialog::~SweepDialog()
{
    if (m_desk)
        m_desk->stopDescribing();
}

void SweepDialog::clearFacts()
{
    delete m_facts;
    m_facts = nullptr;
    m_steps->hide();
}

void SweepDialog::ask()
{
    m_guard.reset();
    clearFacts();
    m_headline->setText(tr("Looking at the function…"));
    m_message->setText(tr("Nothing is changed before you have agreed to it."));
    setRole(*m_message, role::kMuted);
    repolish(*m_message);
    m_busy->show();
    m_measure->setEnabled(false);
    m_dryRun->setEnabled(false);
    m_again->hide();
    m_cancel->setFocus();
    m_desk->describe(m_spec, [self = QPointer<SweepDialog>(this)](const core::Result<core::SweepGuard>& guard) {
        if (self)
            self->receive(guard);
    });
}

void SweepDialog::receive(const core::Result<core::SweepGuard>& guard)
{
    m_busy->hide();
    if (!guard) {
        m_headline->setText(tr("The function cannot be measured"));
        m_message->setText(errorText(guard.error()));
        setRole(*m_message, role::kProblem);
        repolish(*m_message);
        m_again->show();
        fitHeight(*this);
        m_again->setFocus();
        return;
    }
    m_guard = *guard;
    showGuard();
    m_measure->setEnabled(true);
    m_dryRun->setEnabled(true);
    m_measure->setFocus();
}

void SweepDialog::showGuard()
{
    const SweepWords words = makeSweepWords(m_spec, *m_guard);
    m_headline->setText(words.headline);
    setAccessibleDescription(words.headline);
    m_message->setText(words.promise);
    m_message->setVisible(!words.promise.isEmpty());
    m_facts = new QWidget(this);
    m_facts->setObjectName(QStringLiteral("sweepFacts"));
    auto* grid = new QGridLayout(m_facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::k16);
    grid->setVerticalSpacing(space::k4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [name, value] : words.rows) {
        QLabel* label = makeText(m_facts, QStringLiteral("sweepFactName%1").arg(row), role::kLabel);
        label->setText(name);
        label->setWordWrap(false);
        QLabel* fact = makeText(m_facts, QStringLiteral("sweepFact%1").arg(row), role::kTitle);
        fact->setText(value);
        fact->setTextInteractionFlags(Qt::TextSelectableByMouse);
        fact->setProperty("role", QVariant());
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(fact, row, 1);
        ++row;
    }
    if (!words.warnings.empty())
        grid->setRowMinimumHeight(row++, space::k4);
    for (const QString& warning : words.warnings) {
        QLabel* label = makeText(m_facts, QStringLiteral("sweepWarning%1").arg(row), role::kProblem);
        label->setText(warning);
        grid->addWidget(label, row++, 0, 1, 2);
    }
    m_place->addWidget(m_facts);
    m_facts->show();
    fitHeight(*this);
}

void SweepDialog::showSteps()
{
    m_steps->clear();
    m_steps->addItems(sweepSteps(m_spec, *m_guard));
    m_steps->show();
    m_steps->setFocus();
    m_message->setText(tr("Dry run: these steps would be taken, in this order. Nothing has been changed and nothing was invoked."));
    m_message->show();
    fitHeight(*this);
}

void SweepDialog::measure()
{
    // What stands in the history is where it was measured, not where it would be measured today.
    if (m_spec.lambda.region.empty())
        m_spec.lambda.region = m_guard->function.region();
    const core::ExperimentSpec spec = m_spec;
    emit measureRequested(spec);
    accept();
}

} // namespace tierscope::ui
