// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/DurationEstimate.h"
#include "ui/models/FormModel.h"

#include <QByteArray>
#include <QWidget>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

class QComboBox;
class QScrollArea;

namespace tierscope::ui {

class FieldBox;
class FunctionFields;
class LambdaDesk;
class PayloadFields;
class PlanFields;
class PlanNoteView;
class SegmentedControl;
class WorkloadFields;

/// The whole spec as a form, for this computer or for a function on AWS Lambda, and below it, always in sight, what a run of it means. Only
/// the fields that apply are shown; what stands in the others is kept. A field that a person has changed is checked at once
/// and marked where it is wrong; the others when the run is asked for.
class ExperimentPanel final : public QWidget {
    Q_OBJECT

public:
    using Calibration = std::function<std::optional<core::TaskCalibration>(const core::Workload&)>;

    /// `calibration` tells what is known of a workload's tasks, for the time a run will take.
    /// `lambda` is asked for functions; it must outlive the panel.
    ExperimentPanel(Calibration calibration, LambdaDesk& lambda, QWidget* parent = nullptr);

    /// Fills the form. `choice` is the entry of the workload list that it came from: a preset's id, or empty for the one that the workload
    /// itself is. A form that says so already stays as it is, with the entry that it came from.
    void setSpec(const core::ExperimentSpec& spec, const std::string& choice = {});
    /// The page of this computer or of AWS Lambda; what stands in the fields stays.
    void setBackend(core::BackendKind backend);
    /// Goes to the first field that says what is measured. Not a focus proxy: Tab would pass over what stands before it.
    void focusFirst();
    /// Emits runRequested, or marks everything that is wrong and goes to the first.
    void submit();
    /// What stands in the fields, right or wrong, and the entry of the workload list: to be remembered over a restart.
    [[nodiscard]] QByteArray saveState() const;
    /// False, and nothing changes, for bytes that saveState does not make.
    bool restoreState(const QByteArray& state);
    /// What is known of the workload's tasks has changed.
    void refreshNote();
    /// Where functions are looked for, and the one that stands in the form.
    [[nodiscard]] LambdaForm lambdaForm() const { return form().lambda; }
    /// A function that has just been made.
    void setFunction(const QString& name);

signals:
    /// With a goal only until it is known.
    void runRequested(const tierscope::core::ExperimentSpec& spec, std::optional<tierscope::core::SweepGoal> goal);
    /// A preset has been chosen; setSpec is the answer.
    void presetChosen(const std::string& presetId);
    void deployRequested();
    void removeRequested();

private:
    void addFields();
    void updatePage();
    [[nodiscard]] std::optional<core::TaskCalibration> calibration(const core::Workload& workload) const;
    [[nodiscard]] std::string region(const core::LambdaSettings& settings) const;
    void showForm(const Form& form);
    void fillChoices();
    void choose(int index);
    void edit(const std::string& field);
    [[nodiscard]] Form form() const;
    void check();
    void updateHint();
    [[nodiscard]] FieldBox* box(const std::string& field) const;

    Calibration m_calibration;
    LambdaDesk& m_lambda;
    QScrollArea* m_scroll;
    SegmentedControl* m_backend;
    FunctionFields* m_functionFields;
    QComboBox* m_workload;
    FieldBox* m_workloadBox;
    WorkloadFields* m_workloadFields;
    PayloadFields* m_payloadFields;
    PlanFields* m_planFields;
    PlanNoteView* m_note;
    std::optional<double> m_iterationSeconds; ///< of the busy loop, as Quick look was sized by
    std::set<std::string> m_touched;
    std::string m_chosen; ///< the entry that holds, to come back to when a preset is not answered
};

} // namespace tierscope::ui
