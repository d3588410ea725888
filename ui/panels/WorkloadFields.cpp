// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/WorkloadFields.h"

#include "core/workload/Kernels.h"
#include "ui/models/DigitGroups.h"
#include "ui/models/Wording.h"
#include "ui/panels/FieldBox.h"
#include "ui/theme/Tokens.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace tierscope::ui {

namespace {

bool isParameter(const std::string& field)
{
    return field.rfind(field::kParameterPrefix, 0) == 0;
}

QString parameterLabel(const core::KernelParameter& parameter)
{
    const QString name = QString::fromUtf8(parameter.name.data(), static_cast<qsizetype>(parameter.name.size()));
    if (name == QLatin1String("mb"))
        return WorkloadFields::tr("Memory");
    if (name == QLatin1String("ms"))
        return WorkloadFields::tr("Time");
    if (name == QLatin1String("iterations"))
        return WorkloadFields::tr("Iterations");
    if (name == QLatin1String("limit"))
        return WorkloadFields::tr("Primes up to");
    if (name == QLatin1String("rounds"))
        return WorkloadFields::tr("Rounds");
    if (name == QLatin1String("size"))
        return WorkloadFields::tr("Rows and columns");
    if (name == QLatin1String("passes"))
        return WorkloadFields::tr("Passes");
    return name;
}

QString parameterUnit(const core::KernelParameter& parameter)
{
    const QString least = numberText(parameter.minimum);
    const QString most = numberText(parameter.maximum);
    if (parameter.unit.empty())
        return WorkloadFields::tr("%1–%2").arg(least, most);
    const QString unit = QString::fromUtf8(parameter.unit.data(), static_cast<qsizetype>(parameter.unit.size()));
    return WorkloadFields::tr("%1, %2 to %3").arg(unit, least, most);
}

/// Groups the digits while they are typed, with the caret where it was among them.
void groupWhileTyped(QLineEdit& line)
{
    const GroupedDigits grouped = groupTypedDigits(line.text(), line.cursorPosition());
    if (grouped.text == line.text())
        return;
    line.setText(grouped.text);
    line.setCursorPosition(grouped.caret);
}

} // namespace

WorkloadFields::WorkloadFields(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::kFieldGap);
    addLine(field::kCommand, tr("Command and arguments"), QStringLiteral("commandEdit"), tr("gzip -k big-{index}.log"));
    m_boxes[field::kCommand]->setHint(
        tr("Started without a shell. Quotes group words; $, *, | and > mean nothing. {index} is the task's number."));
    addLine(field::kPythonModule, tr("Module"), QStringLiteral("pythonModuleEdit"), tr("images.thumbnails"));
    addLine(field::kPythonFunction, tr("Function"), QStringLiteral("pythonFunctionEdit"), tr("resize"));
    addLine(field::kPythonArguments, tr("Arguments, as a JSON list"), QStringLiteral("pythonArgumentsEdit"),
            tr("[\"photo-{index}.jpg\", 200]"));
    addLine(field::kPythonPath, tr("Folder of the module"), QStringLiteral("pythonPathEdit"), tr("empty: as Python finds it"));
}

QLineEdit* WorkloadFields::addLine(const std::string& field, const QString& label, const QString& objectName, const QString& placeholder)
{
    auto* line = new QLineEdit(this);
    line->setObjectName(objectName);
    line->setPlaceholderText(placeholder);
    auto* box = new FieldBox(label, line, this);
    m_column->addWidget(box);
    m_lines[field] = line;
    m_boxes[field] = box;
    connect(line, &QLineEdit::textEdited, this, [this, field] { emit edited(field); });
    return line;
}

void WorkloadFields::makeParameters(const std::string& kernel)
{
    if (kernel == m_kernel)
        return;
    m_kernel = kernel;
    std::erase_if(m_lines, [](const auto& line) { return isParameter(line.first); });
    std::erase_if(m_boxes, [](const auto& box) {
        if (!isParameter(box.first))
            return false;
        // Not deleted at once: the change may come from one of its own signals.
        box.second->hide();
        box.second->deleteLater();
        return true;
    });
    const core::Kernel* found = core::findKernel(kernel);
    if (found == nullptr)
        return;
    for (const core::KernelParameter& parameter : found->parameters) {
        const std::string name(parameter.name);
        QLineEdit* line =
            addLine(field::kParameterPrefix + name, parameterLabel(parameter), QString::fromStdString(name) + QStringLiteral("Edit"), {});
        m_boxes[field::kParameterPrefix + name]->setUnit(parameterUnit(parameter));
        connect(line, &QLineEdit::textEdited, line, [line] { groupWhileTyped(*line); });
    }
}

void WorkloadFields::show(const Form& form)
{
    m_kind = form.kind;
    makeParameters(form.kernel);
    for (const auto& [name, value] : form.parameters)
        setText(field::kParameterPrefix + name, value);
    setText(field::kCommand, form.command);
    setText(field::kPythonModule, form.pythonModule);
    setText(field::kPythonFunction, form.pythonFunction);
    setText(field::kPythonArguments, form.pythonArguments);
    setText(field::kPythonPath, form.pythonPath);
    for (const auto& [name, box] : m_boxes) {
        const WorkloadKind kind = isParameter(name)         ? WorkloadKind::Kernel
                                  : name == field::kCommand ? WorkloadKind::Command
                                                            : WorkloadKind::Python;
        box->setVisible(kind == m_kind);
    }
    setVisible(m_kind != WorkloadKind::Kernel || !form.parameters.empty());
}

void WorkloadFields::read(Form& form) const
{
    form.kind = m_kind;
    form.kernel = m_kernel;
    form.parameters.clear();
    for (const auto& [name, line] : m_lines) {
        if (isParameter(name))
            form.parameters[name.substr(std::string_view(field::kParameterPrefix).size())] = line->text();
    }
    form.command = text(field::kCommand);
    form.pythonModule = text(field::kPythonModule);
    form.pythonFunction = text(field::kPythonFunction);
    form.pythonArguments = text(field::kPythonArguments);
    form.pythonPath = text(field::kPythonPath);
}

FieldBox* WorkloadFields::box(const std::string& field) const
{
    const auto found = m_boxes.find(field);
    return found == m_boxes.end() || found->second->isHidden() ? nullptr : found->second;
}

QString WorkloadFields::text(const std::string& field) const
{
    return m_lines.at(field)->text();
}

void WorkloadFields::setText(const std::string& field, const QString& text)
{
    if (const auto line = m_lines.find(field); line != m_lines.end())
        line->second->setText(text);
}

} // namespace tierscope::ui
