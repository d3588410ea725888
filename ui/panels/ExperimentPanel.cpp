// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/ExperimentPanel.h"

#include "core/base/CpuTopology.h"
#include "core/experiment/Preset.h"
#include "core/workload/Kernels.h"
#include "ui/models/FormState.h"
#include "ui/models/PlanNote.h"
#include "ui/models/Wording.h"
#include "ui/models/WorkloadWording.h"
#include "ui/panels/FieldBox.h"
#include "ui/panels/PlanFields.h"
#include "ui/panels/TermHelp.h"
#include "ui/panels/WorkloadFields.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace tierscope::ui {

namespace {

constexpr const char* kKernelPrefix = "kernel:";
constexpr const char* kQuickLook = "quick-look";

/// Asked once: the computer stays the same.
int usableCpuCount()
{
    static const int count = static_cast<int>(core::usableCpus().size());
    return count;
}

QString text(std::string_view words)
{
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

/// The list's entry for a workload that did not come from a preset.
std::string entryOf(const core::Workload& workload)
{
    if (const auto* kernel = std::get_if<core::KernelWorkload>(&workload))
        return kKernelPrefix + kernel->name;
    return std::holds_alternative<core::CommandWorkload>(workload) ? "command" : "python";
}

/// Top to bottom as the fields stand, so that "the first" that is wrong is the first one sees.
constexpr std::array kFieldOrder{field::kWorkload,        field::kCommand,    field::kPythonModule, field::kPythonFunction,
                                 field::kPythonArguments, field::kPythonPath, field::kTasks,        field::kRepeats,
                                 field::kTiers,           field::kModes,      field::kCap,          field::kName,
                                 field::kWarmup,          field::kSeed,       field::kTaskTimeout,  field::kRunTimeout};

std::ptrdiff_t orderOf(const std::string& field)
{
    // A kernel's parameters stand where the other workloads' fields do.
    return field.rfind(field::kParameterPrefix, 0) == 0 ? 1 : std::ranges::find(kFieldOrder, field) - kFieldOrder.begin();
}

} // namespace

ExperimentPanel::ExperimentPanel(Calibration calibration, QWidget* parent)
    : QWidget(parent)
    , m_calibration(std::move(calibration))
    , m_scroll(new QScrollArea(this))
    , m_workload(new QComboBox(this))
    , m_workloadFields(new WorkloadFields(this))
    , m_planFields(new PlanFields(this))
    , m_noteHeadline(new QLabel(this))
    , m_noteDetail(new QLabel(this))
    , m_dilationHelp(new TermHelp(Term::Dilation, this))
{
    setObjectName(QStringLiteral("experimentPanel"));
    setAccessibleName(tr("Experiment"));
    setMinimumWidth(metrics::kLeftDockMinimum);
    m_scroll->setObjectName(QStringLiteral("experimentScroll"));
    m_scroll->setAccessibleName(tr("Fields of the experiment"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    m_workload->setObjectName(QStringLiteral("workloadCombo"));
    setFocusProxy(m_workload);
    m_workload->setMaxVisibleItems(20);
    m_workload->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    fillChoices();
    m_workloadBox = new FieldBox(tr("&Workload"), m_workload, this);

    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::kMargin, 0, metrics::kMargin, metrics::kMargin);
    column->setSpacing(metrics::kFieldGap);
    column->addWidget(m_workloadBox);
    column->addWidget(m_workloadFields);
    column->addWidget(m_planFields);
    column->addStretch(1);
    m_scroll->setWidget(content);
    // The fields end where the note below them does, with a scroll bar and without.
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, column, [this, column](int least, int most) {
        const int bar = most > least ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
        column->setContentsMargins(metrics::kMargin, 0, std::max(0, metrics::kMargin - bar), metrics::kMargin);
    });
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_scroll, 1);
    whole->addWidget(makeNote());

    connect(m_workload, &QComboBox::activated, this, &ExperimentPanel::choose);
    connect(m_workloadFields, &WorkloadFields::edited, this, &ExperimentPanel::edit);
    connect(m_planFields, &PlanFields::edited, this, &ExperimentPanel::edit);
    core::ExperimentSpec initial;
    initial.workload = core::KernelWorkload{"busy-loop", {}};
    setSpec(initial);
}

QWidget* ExperimentPanel::makeNote()
{
    auto* place = new QWidget(this);
    auto* margin = new QVBoxLayout(place);
    margin->setContentsMargins(metrics::kMargin, metrics::kGap, metrics::kMargin, metrics::kMargin);
    auto* note = new QWidget(place);
    note->setObjectName(QStringLiteral("planNote"));
    note->setAttribute(Qt::WA_StyledBackground);
    margin->addWidget(note);
    m_noteHeadline->setObjectName(QStringLiteral("planHeadline"));
    setRole(*m_noteHeadline, role::kTitle);
    m_noteDetail->setObjectName(QStringLiteral("planDetail"));
    setRole(*m_noteDetail, role::kMuted);
    m_noteDetail->setWordWrap(true);
    m_dilationHelp->setObjectName(QStringLiteral("dilationTerm"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_noteHeadline, 1);
    head->addWidget(m_dilationHelp);
    auto* column = new QVBoxLayout(note);
    column->setContentsMargins(space::k12, space::k8, space::k12, space::k8);
    column->setSpacing(metrics::kLabelGap);
    column->addLayout(head);
    column->addWidget(m_noteDetail);
    return place;
}

void ExperimentPanel::fillChoices()
{
    for (const core::Preset& preset : core::presets())
        m_workload->addItem(presetTitle(preset.id), text(preset.id));
    m_workload->insertSeparator(m_workload->count());
    for (const core::Kernel& kernel : core::kernelCatalogue())
        m_workload->addItem(kernelTitle(kernel.name), QLatin1String(kKernelPrefix) + text(kernel.name));
}

void ExperimentPanel::setSpec(const core::ExperimentSpec& spec, const std::string& choice)
{
    m_touched.clear();
    if (choice.empty() && !m_chosen.empty() && readForm(form()).spec == spec)
        return;
    if (choice == kQuickLook)
        m_iterationSeconds = quickLookIterationSeconds(spec, usableCpuCount());
    m_chosen = choice.empty() ? entryOf(spec.workload) : choice;
    showForm(makeForm(spec));
}

void ExperimentPanel::showForm(const Form& form)
{
    m_workload->setCurrentIndex(m_workload->findData(QString::fromStdString(m_chosen)));
    m_workloadFields->show(form);
    m_planFields->show(form);
    updateHint();
    check();
}

QByteArray ExperimentPanel::saveState() const
{
    return encodeFormState({form(), m_chosen});
}

bool ExperimentPanel::restoreState(const QByteArray& state)
{
    const std::optional<FormState> restored = decodeFormState(state);
    if (!restored || m_workload->findData(QString::fromStdString(restored->choice)) < 0)
        return false;
    m_touched.clear();
    m_chosen = restored->choice;
    showForm(restored->form);
    return true;
}

void ExperimentPanel::choose(int index)
{
    const std::string entry = m_workload->itemData(index).toString().toStdString();
    const bool isKernel = entry.rfind(kKernelPrefix, 0) == 0;
    if (!isKernel) {
        emit presetChosen(entry);
        return;
    }
    // A kernel replaces the workload only: tiers, tasks and the rest stay as they were set.
    m_chosen = entry;
    Form changed = form();
    changed.kind = WorkloadKind::Kernel;
    changed.kernel = entry.substr(std::string_view(kKernelPrefix).size());
    changed.parameters = defaultParameters(changed.kernel);
    m_workloadFields->show(changed);
    updateHint();
    check();
}

void ExperimentPanel::updateHint()
{
    QString hint;
    for (const core::Preset& preset : core::presets()) {
        if (preset.id == m_chosen)
            hint = presetSummary(preset.id);
    }
    for (const core::Kernel& kernel : core::kernelCatalogue()) {
        if (kKernelPrefix + std::string(kernel.name) == m_chosen)
            hint = kernelSummary(kernel.name);
    }
    m_workloadBox->setHint(hint);
}

void ExperimentPanel::edit(const std::string& field)
{
    m_touched.insert(field);
    check();
}

Form ExperimentPanel::form() const
{
    Form form;
    m_workloadFields->read(form);
    m_planFields->read(form);
    return form;
}

FieldBox* ExperimentPanel::box(const std::string& field) const
{
    if (field == field::kWorkload)
        return m_workloadBox;
    if (FieldBox* found = m_workloadFields->box(field); found != nullptr)
        return found;
    const auto found = m_planFields->boxes().find(field);
    return found == m_planFields->boxes().end() ? nullptr : found->second;
}

void ExperimentPanel::check()
{
    const FormReading reading = readForm(form());
    const auto mark = [this, &reading](const std::string& field, FieldBox* box) {
        const auto problem = std::ranges::find(reading.problems, field, &FormProblem::field);
        const bool isEarly = field == field::kTiers && m_planFields->isTypingTier();
        if (problem != reading.problems.end() && m_touched.contains(field) && !isEarly)
            box->setProblem(problem->message, problem->remedy);
        else
            box->clearProblem();
    };
    mark(field::kWorkload, m_workloadBox);
    for (const auto& [field, box] : m_workloadFields->boxes())
        mark(field, box);
    for (const auto& [field, box] : m_planFields->boxes())
        mark(field, box);

    m_planFields->setNamePlaceholder(reading.isUsable() ? unnamedTitle(reading.spec.workload, reading.spec.tasks) : QString());
    refreshNote();
}

void ExperimentPanel::refreshNote()
{
    const FormReading reading = readForm(form());
    if (!reading.isUsable()) {
        m_dilationHelp->hide();
        m_noteHeadline->setText(tr("Not ready to run"));
        m_noteDetail->setText(tr("%1.").arg(reading.problems.front().message));
        return;
    }
    const PlanNote note = makePlanNote(reading.spec, usableCpuCount(), calibration(reading.spec.workload));
    m_dilationHelp->setVisible(note.isDilated);
    m_noteHeadline->setText(note.headline);
    m_noteDetail->setText(note.detail);
}

std::optional<core::TaskCalibration> ExperimentPanel::calibration(const core::Workload& workload) const
{
    if (const auto known = m_calibration(workload))
        return known;
    const auto* kernel = std::get_if<core::KernelWorkload>(&workload);
    if (!m_iterationSeconds || kernel == nullptr || kernel->name != "busy-loop" || !kernel->parameters.contains("iterations"))
        return std::nullopt;
    const double seconds = *m_iterationSeconds * static_cast<double>(kernel->parameters.at("iterations"));
    return core::TaskCalibration{seconds, seconds, 0};
}

void ExperimentPanel::submit()
{
    FormReading reading = readForm(form());
    if (reading.isUsable()) {
        emit runRequested(reading.spec);
        return;
    }
    for (const FormProblem& problem : reading.problems) {
        m_touched.insert(problem.field);
        m_planFields->reveal(problem.field);
    }
    check();
    std::ranges::stable_sort(reading.problems, {}, [](const FormProblem& problem) { return orderOf(problem.field); });
    if (FieldBox* first = box(reading.problems.front().field); first != nullptr) {
        first->editor()->setFocus(Qt::OtherFocusReason);
        m_scroll->ensureWidgetVisible(first);
    }
}

} // namespace tierscope::ui
