// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/ExperimentPanel.h"

#include "core/base/CpuTopology.h"
#include "core/experiment/Preset.h"
#include "core/workload/Kernels.h"
#include "ui/bridge/LambdaDesk.h"
#include "ui/models/FieldOrder.h"
#include "ui/models/FormState.h"
#include "ui/models/LambdaNote.h"
#include "ui/models/PlanNote.h"
#include "ui/models/Wording.h"
#include "ui/models/WorkloadWording.h"
#include "ui/panels/FieldBox.h"
#include "ui/panels/FunctionFields.h"
#include "ui/panels/PayloadFields.h"
#include "ui/panels/PlanFields.h"
#include "ui/panels/PlanNoteView.h"
#include "ui/panels/SegmentedControl.h"
#include "ui/panels/WorkloadFields.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tierscope::ui {

namespace {

constexpr const char* kKernelPrefix = "kernel:";

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

/// The fields of the workload, as they stand in another form.
void keepWorkload(Form& form, const Form& from)
{
    form.kind = from.kind;
    form.kernel = from.kernel;
    form.parameters = from.parameters;
    form.command = from.command;
    form.pythonModule = from.pythonModule;
    form.pythonFunction = from.pythonFunction;
    form.pythonArguments = from.pythonArguments;
    form.pythonPath = from.pythonPath;
    form.tasks = from.tasks;
}

} // namespace

ExperimentPanel::ExperimentPanel(Calibration calibration, LambdaDesk& lambda, QWidget* parent)
    : QWidget(parent)
    , m_calibration(std::move(calibration))
    , m_lambda(lambda)
    , m_scroll(new QScrollArea(this))
    , m_backend(new SegmentedControl(
          tr("Where"),
          {{tr("This computer"), QStringLiteral("localBackendButton")}, {tr("AWS Lambda"), QStringLiteral("lambdaBackendButton")}}, this))
    , m_functionFields(new FunctionFields(lambda, this))
    , m_workload(new QComboBox(this))
    , m_workloadFields(new WorkloadFields(this))
    , m_payloadFields(new PayloadFields(this))
    , m_planFields(new PlanFields(this))
    , m_note(new PlanNoteView(this))
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
    m_workload->setMaxVisibleItems(20);
    m_workload->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    fillChoices();
    m_workloadBox = new FieldBox(tr("&Workload"), m_workload, this);

    addFields();
    // Narrower than its words with their padding: in the least panel the padding gives way.
    constexpr int kLeastSegment = 200;
    m_backend->setMinimumWidth(kLeastSegment);
    m_backend->setObjectName(QStringLiteral("backendSegment"));
    connect(m_backend, &SegmentedControl::chosen, this,
            [this](int index) { setBackend(index == 1 ? core::BackendKind::Lambda : core::BackendKind::Local); });
    connect(m_workload, &QComboBox::activated, this, &ExperimentPanel::choose);
    connect(m_workloadFields, &WorkloadFields::edited, this, &ExperimentPanel::edit);
    connect(m_functionFields, &FunctionFields::edited, this, &ExperimentPanel::edit);
    connect(m_functionFields, &FunctionFields::deployRequested, this, &ExperimentPanel::deployRequested);
    connect(m_functionFields, &FunctionFields::removeRequested, this, &ExperimentPanel::removeRequested);
    connect(m_payloadFields, &PayloadFields::edited, this, &ExperimentPanel::edit);
    connect(m_planFields, &PlanFields::edited, this, &ExperimentPanel::edit);
    connect(&lambda, &LambdaDesk::functionsChanged, this, &ExperimentPanel::refreshNote);
    core::ExperimentSpec initial;
    initial.workload = core::KernelWorkload{"busy-loop", {}};
    setSpec(initial);
}

void ExperimentPanel::addFields()
{
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::kMargin, 0, metrics::kMargin, metrics::kMargin);
    column->setSpacing(metrics::kFieldGap);
    column->addWidget(m_backend);
    column->addWidget(m_functionFields);
    column->addWidget(m_workloadBox);
    column->addWidget(m_workloadFields);
    column->addWidget(m_payloadFields);
    column->addWidget(m_planFields);
    column->addStretch(1);
    m_planFields->addToMore(m_functionFields->moreFields());
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
    whole->addWidget(m_note);
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
    if (choice == core::kQuickLook)
        m_iterationSeconds = quickLookIterationSeconds(spec, usableCpuCount());
    Form next = makeForm(spec);
    const Form now = form();
    // What the spec does not say stays: a preset is of a workload, a local experiment of no function.
    if (!choice.empty())
        next.isLambda = now.isLambda;
    if (spec.backend != core::BackendKind::Lambda)
        next.lambda = now.lambda;
    if (next.isAnyFunction() && choice.empty())
        keepWorkload(next, now);
    else
        m_chosen = choice.empty() ? entryOf(spec.workload) : choice;
    showForm(next);
}

void ExperimentPanel::setBackend(core::BackendKind backend)
{
    Form changed = form();
    changed.isLambda = backend == core::BackendKind::Lambda;
    showForm(changed);
}

void ExperimentPanel::setFunction(const QString& name)
{
    m_functionFields->setFunction(name);
    updatePage();
}

void ExperimentPanel::focusFirst()
{
    if (m_backend->current() == 1)
        m_functionFields->boxes().at(field::kFunction)->editor()->setFocus(Qt::OtherFocusReason);
    else
        m_workload->setFocus(Qt::OtherFocusReason);
}

/// Shows what applies.
void ExperimentPanel::updatePage()
{
    const Form now = form();
    m_functionFields->setVisible(now.isLambda);
    m_functionFields->moreFields()->setVisible(now.isLambda);
    m_workloadBox->setVisible(!now.isAnyFunction());
    m_payloadFields->setVisible(now.isAnyFunction());
    m_payloadFields->setModes(now.hasSequential, now.hasParallel);
    m_planFields->setScope(now.isLambda, now.isAnyFunction());
    if (now.isAnyFunction())
        m_workloadFields->hide();
    else
        m_workloadFields->show(now);
    if (now.isLambda)
        m_functionFields->look();
}

void ExperimentPanel::showForm(const Form& form)
{
    m_workload->setCurrentIndex(m_workload->findData(QString::fromStdString(m_chosen)));
    m_backend->setCurrent(form.isLambda ? 1 : 0);
    m_functionFields->show(form);
    m_workloadFields->show(form);
    m_payloadFields->show(form);
    m_planFields->show(form);
    updatePage();
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
    if (field == field::kContract || field == field::kModes)
        updatePage();
    check();
}

Form ExperimentPanel::form() const
{
    Form form;
    form.isLambda = m_backend->current() == 1;
    m_functionFields->read(form);
    m_workloadFields->read(form);
    m_payloadFields->read(form);
    m_planFields->read(form);
    return form;
}

FieldBox* ExperimentPanel::box(const std::string& field) const
{
    if (field == field::kWorkload)
        return m_workloadBox;
    if (FieldBox* found = m_workloadFields->box(field); found != nullptr)
        return found;
    for (const auto* boxes : {&m_functionFields->boxes(), &m_payloadFields->boxes(), &m_planFields->boxes()}) {
        if (const auto found = boxes->find(field); found != boxes->end())
            return found->second;
    }
    return nullptr;
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
    for (const auto* boxes : {&m_functionFields->boxes(), &m_workloadFields->boxes(), &m_payloadFields->boxes(), &m_planFields->boxes()}) {
        for (const auto& [field, box] : *boxes)
            mark(field, box);
    }

    m_planFields->setNamePlaceholder(reading.isUsable() ? unnamedTitle(reading.spec) : QString());
    refreshNote();
}

void ExperimentPanel::refreshNote()
{
    const Form now = form();
    const FormReading reading = readForm(now);
    if (!reading.isUsable())
        m_note->show({tr("Not ready to run"), tr("%1.").arg(reading.problems.front().message)});
    else if (now.isLambda)
        m_note->show(makeLambdaNote(reading.spec, m_lambda.functions().find(now.lambda.function), region(reading.spec.lambda),
                                    calibration(reading.spec.workload), core::shippedPrices(), reading.goal));
    else
        m_note->show(makePlanNote(reading.spec, usableCpuCount(), calibration(reading.spec.workload), reading.goal));
}

/// As far as it is known before Lambda is asked about the function.
std::string ExperimentPanel::region(const core::LambdaSettings& settings) const
{
    const std::string ofFunction = regionOfFunction(settings.function);
    if (!ofFunction.empty() || !settings.region.empty())
        return ofFunction.empty() ? settings.region : ofFunction;
    return m_lambda.functions().region;
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
        emit runRequested(reading.spec, reading.goal);
        return;
    }
    for (const FormProblem& problem : reading.problems) {
        m_touched.insert(problem.field);
        if (const FieldBox* wrong = box(problem.field); wrong != nullptr)
            m_planFields->reveal(*wrong);
    }
    check();
    std::ranges::stable_sort(reading.problems, {}, [](const FormProblem& problem) { return fieldOrder(problem.field); });
    if (FieldBox* first = box(reading.problems.front().field); first != nullptr) {
        first->editor()->setFocus(Qt::OtherFocusReason);
        m_scroll->ensureWidgetVisible(first);
    }
}

} // namespace tierscope::ui
