// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/ExperimentPanel.h"

#include "core/base/CpuTopology.h"
#include "core/experiment/Preset.h"
#include "core/workload/Kernels.h"
#include "ui/models/PlanNote.h"
#include "ui/models/Wording.h"
#include "ui/panels/FieldBox.h"
#include "ui/panels/PlanFields.h"
#include "ui/panels/WorkloadFields.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace tierscope::ui {

namespace {

constexpr const char* kKernelPrefix = "kernel:";

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
    : QScrollArea(parent)
    , m_calibration(std::move(calibration))
    , m_workload(new QComboBox(this))
    , m_workloadFields(new WorkloadFields(this))
    , m_planFields(new PlanFields(this))
    , m_noteHeadline(new QLabel(this))
    , m_noteDetail(new QLabel(this))
{
    setObjectName(QStringLiteral("experimentPanel"));
    setAccessibleName(tr("Experiment"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(264);
    setFocusPolicy(Qt::NoFocus); // its fields have it, and it scrolls to them

    m_workload->setObjectName(QStringLiteral("workloadCombo"));
    m_workload->setMaxVisibleItems(20);
    m_workload->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    fillChoices();
    m_workloadBox = new FieldBox(tr("&Workload"), m_workload, this);

    auto* note = new QWidget(this);
    note->setObjectName(QStringLiteral("planNote"));
    note->setAttribute(Qt::WA_StyledBackground);
    auto* noteColumn = new QVBoxLayout(note);
    noteColumn->setContentsMargins(12, 10, 12, 10);
    noteColumn->setSpacing(4);
    m_noteHeadline->setObjectName(QStringLiteral("planHeadline"));
    setRole(*m_noteHeadline, role::kTitle);
    m_noteDetail->setObjectName(QStringLiteral("planDetail"));
    setRole(*m_noteDetail, role::kMuted);
    m_noteDetail->setWordWrap(true);
    noteColumn->addWidget(m_noteHeadline);
    noteColumn->addWidget(m_noteDetail);

    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::kMargin, 0, metrics::kMargin, metrics::kMargin);
    column->setSpacing(metrics::kFieldGap);
    column->addWidget(m_workloadBox);
    column->addWidget(m_workloadFields);
    column->addWidget(m_planFields);
    column->addWidget(note);
    column->addStretch(1);
    setWidget(content);

    connect(m_workload, &QComboBox::activated, this, &ExperimentPanel::choose);
    connect(m_workloadFields, &WorkloadFields::edited, this, &ExperimentPanel::edit);
    connect(m_planFields, &PlanFields::edited, this, &ExperimentPanel::edit);
    core::ExperimentSpec initial;
    initial.workload = core::KernelWorkload{"busy-loop", {}};
    setSpec(initial);
}

void ExperimentPanel::fillChoices()
{
    for (const core::Preset& preset : core::presets())
        m_workload->addItem(presetTitle(preset.id), text(preset.id));
    m_workload->insertSeparator(m_workload->count());
    for (const core::Kernel& kernel : core::kernelCatalogue())
        m_workload->addItem(text(kernel.name), QLatin1String(kKernelPrefix) + text(kernel.name));
}

void ExperimentPanel::setSpec(const core::ExperimentSpec& spec, const std::string& choice)
{
    m_touched.clear();
    if (choice.empty() && !m_chosen.empty() && readForm(form()).spec == spec)
        return;
    m_chosen = choice.empty() ? entryOf(spec.workload) : choice;
    m_workload->setCurrentIndex(m_workload->findData(QString::fromStdString(m_chosen)));
    const Form form = makeForm(spec);
    m_workloadFields->show(form);
    m_planFields->show(form);
    updateHint();
    check();
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
            hint = text(kernel.summary) + QLatin1Char('.');
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
        const auto problem = std::ranges::find(reading.problems, field, &core::FieldProblem::field);
        if (problem != reading.problems.end() && m_touched.contains(field))
            box->setProblem(sentenceStart(QString::fromStdString(problem->message)), QString::fromStdString(problem->remedy));
        else
            box->clearProblem();
    };
    mark(field::kWorkload, m_workloadBox);
    for (const auto& [field, box] : m_workloadFields->boxes())
        mark(field, box);
    for (const auto& [field, box] : m_planFields->boxes())
        mark(field, box);

    core::ExperimentSpec unnamed = reading.spec;
    unnamed.name.clear();
    m_planFields->setNamePlaceholder(reading.isUsable() ? QString::fromStdString(core::experimentTitle(unnamed)) : QString());
    refreshNote();
}

void ExperimentPanel::refreshNote()
{
    const FormReading reading = readForm(form());
    if (!reading.isUsable()) {
        m_noteHeadline->setText(tr("Not ready to run"));
        m_noteDetail->setText(sentenceStart(QString::fromStdString(reading.problems.front().message)) + QLatin1Char('.'));
        return;
    }
    static const int cpus = static_cast<int>(core::usableCpus().size());
    const PlanNote note = makePlanNote(reading.spec, cpus, m_calibration(reading.spec.workload));
    m_noteHeadline->setText(note.headline);
    m_noteDetail->setText(note.detail);
}

QByteArray ExperimentPanel::saveState() const
{
    const nlohmann::json state{{"choice", m_chosen}, {"spec", core::encodeSpec(readForm(form()).spec)}};
    return QByteArray::fromStdString(state.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void ExperimentPanel::restoreState(const QByteArray& state)
{
    const auto json = nlohmann::json::parse(state.begin(), state.end(), nullptr, false);
    if (!json.is_object() || !json.contains("choice") || !json.contains("spec"))
        return;
    if (const auto spec = core::decodeSpec(json["spec"]))
        setSpec(*spec, json["choice"].get<std::string>());
}

void ExperimentPanel::submit()
{
    FormReading reading = readForm(form());
    if (reading.isUsable()) {
        emit runRequested(reading.spec);
        return;
    }
    for (const core::FieldProblem& problem : reading.problems) {
        m_touched.insert(problem.field);
        m_planFields->reveal(problem.field);
    }
    check();
    std::ranges::stable_sort(reading.problems, {}, [](const core::FieldProblem& problem) { return orderOf(problem.field); });
    if (FieldBox* first = box(reading.problems.front().field); first != nullptr) {
        first->editor()->setFocus(Qt::OtherFocusReason);
        ensureWidgetVisible(first);
    }
}

} // namespace tierscope::ui
