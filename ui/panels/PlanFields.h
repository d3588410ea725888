// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/FormModel.h"

#include <QWidget>

#include <map>
#include <string>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace tierscope::ui {

class FieldBox;
class RepeatFields;
class TierChips;

/// The fields that say how a workload is run: tasks, repeats, tiers and how many of them, modes, cap; on Lambda invocations at once and
/// cold starts; and, folded away at first, name, warm-up, seed and time limits. Only those are shown that the form's function has.
class PlanFields final : public QWidget {
    Q_OBJECT

public:
    explicit PlanFields(QWidget* parent = nullptr);

    /// Without a signal.
    void show(const Form& form);
    void read(Form& form) const;
    [[nodiscard]] const std::map<std::string, FieldBox*>& boxes() const { return m_boxes; }
    /// Which fields apply: those of this computer, of Tierscope's own function or of any function (Form::isAnyFunction).
    void setScope(bool isLambda, bool isAny);
    /// Unfolds the settings that hold this field, if they do.
    void reveal(const FieldBox& box);
    /// Fields of others that are folded away with the seldom needed ones, above them.
    void addToMore(QWidget* fields);
    [[nodiscard]] bool hasSequential() const;
    [[nodiscard]] bool hasParallel() const;
    /// The tiers are being typed, and it is too early to call them wrong.
    [[nodiscard]] bool isTypingTier() const;
    void setNamePlaceholder(const QString& name);

signals:
    void edited(const std::string& field);

private:
    void addCounts(QVBoxLayout& column);
    void addTiers(QVBoxLayout& column);
    void addGoal(QVBoxLayout& column);
    void addModes(QVBoxLayout& column);
    void addCap(QVBoxLayout& column);
    void addInvocations(QVBoxLayout& column);
    void addMore(QVBoxLayout& column);
    QSpinBox* makeSpin(const QString& objectName, const char* field, int minimum, int maximum);
    QDoubleSpinBox* makeTimeout(const QString& objectName, const char* field);
    void updateVisibility();

    bool m_isLambda = false;
    bool m_isAny = false; ///< Form::isAnyFunction
    std::map<std::string, FieldBox*> m_boxes;
    QSpinBox* m_tasks = nullptr;
    QSpinBox* m_repeats = nullptr;
    RepeatFields* m_until = nullptr;
    QComboBox* m_goal = nullptr;
    TierChips* m_tiers = nullptr;
    QCheckBox* m_sequential = nullptr;
    QCheckBox* m_parallel = nullptr;
    QCheckBox* m_pool = nullptr;
    QComboBox* m_capKind = nullptr;
    QSpinBox* m_capCount = nullptr;
    QSpinBox* m_concurrency = nullptr;
    QSpinBox* m_coldStarts = nullptr;
    QPushButton* m_moreButton = nullptr;
    QWidget* m_more = nullptr;
    QLineEdit* m_name = nullptr;
    QSpinBox* m_warmup = nullptr;
    QLineEdit* m_seed = nullptr;
    QDoubleSpinBox* m_taskTimeout = nullptr;
    QDoubleSpinBox* m_runTimeout = nullptr;
};

} // namespace tierscope::ui
