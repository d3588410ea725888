// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/DeployDialog.h"

#include "core/tier/TierCatalogue.h"
#include "ui/bridge/LambdaDesk.h"
#include "ui/models/ErrorWording.h"
#include "ui/models/Wording.h"
#include "ui/panels/DialogHeight.h"
#include "ui/panels/FieldBox.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace tierscope::ui {

namespace {

constexpr int kMostMemory = 99'999; ///< what is too much is marked, not silently made another

} // namespace

DeployDialog::DeployDialog(LambdaDesk& desk, core::AwsAccess access, QWidget* parent)
    : QDialog(parent)
    , m_desk(&desk)
    , m_access(std::move(access))
    , m_fields(new QWidget(this))
    , m_name(new QLineEdit(m_fields))
    , m_role(new QLineEdit(m_fields))
    , m_architecture(new QComboBox(m_fields))
    , m_language(new QComboBox(m_fields))
    , m_memory(new QSpinBox(m_fields))
    , m_message(new QLabel(this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(QStringLiteral("deployDialog"));
    setWindowTitle(tr("Deploy a function"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(metrics::kDialogWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::k24, space::k20, space::k24, space::k20);
    column->setSpacing(space::k12);
    auto* title = new QLabel(tr("Deploy Tierscope's own function"), this);
    setRole(*title, role::kFigure);
    column->addWidget(title);
    auto* purpose = new QLabel(
        tr("It runs the workloads of the form on Lambda. It costs nothing while nobody invokes it, and Remove deletes it."), this);
    purpose->setWordWrap(true);
    setRole(*purpose, role::kMuted);
    column->addWidget(purpose);
    addFields();
    column->addWidget(m_fields);

    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(metrics::kProgressHeight);
    m_progress->setAccessibleName(tr("Deploying"));
    m_progress->hide();
    column->addWidget(m_progress);
    m_message->setObjectName(QStringLiteral("deployMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
    column->addWidget(m_message);
    column->addStretch(1);

    auto* buttons = new QDialogButtonBox(this);
    QPushButton* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(QStringLiteral("deployCancelButton"));
    cancel->setAutoDefault(false);
    m_deploy = buttons->addButton(tr("&Deploy"), QDialogButtonBox::ActionRole);
    m_deploy->setObjectName(QStringLiteral("deployNowButton"));
    m_deploy->setDefault(true);
    setRole(*m_deploy, role::kPrimary);
    repolish(*m_deploy);
    connect(cancel, &QPushButton::clicked, this, &DeployDialog::reject);
    connect(m_deploy, &QPushButton::clicked, this, &DeployDialog::submit);
    column->addWidget(buttons);
    m_name->setFocus();
    fitHeight(*this);
}

DeployDialog::~DeployDialog()
{
    if (m_isBusy && m_desk)
        m_desk->stopChange();
}

void DeployDialog::addFields()
{
    auto* column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kFieldGap);
    const auto add = [this, column](const char* field, const QString& label, QWidget* editor, const QString& objectName) {
        editor->setObjectName(objectName);
        auto* box = new FieldBox(label, editor, m_fields);
        column->addWidget(box);
        m_boxes[field] = box;
        return box;
    };
    const auto touch = [this](const char* field) {
        return [this, field] {
            m_touched.insert(field);
            check();
        };
    };
    const DeployForm initial;
    m_name->setText(initial.name);
    m_role->setPlaceholderText(QStringLiteral("arn:aws:iam::123456789012:role/tierscope"));
    m_architecture->addItems({QStringLiteral("x86_64"), QStringLiteral("arm64")});
    m_language->addItem(tr("C++: built-in workloads and commands"), static_cast<int>(core::FunctionLanguage::Cpp));
    m_language->addItem(tr("Python: Python functions too"), static_cast<int>(core::FunctionLanguage::Python));
    m_memory->setRange(0, kMostMemory);
    m_memory->setGroupSeparatorShown(true);
    m_memory->setSuffix(tr(" MB"));
    m_memory->setValue(initial.memory);
    add(field::kDeployName, tr("&Name"), m_name, QStringLiteral("deployNameEdit"));
    add(field::kDeployRole, tr("&Role"), m_role, QStringLiteral("deployRoleEdit"))
        ->setHint(tr("The ARN of an execution role that may write logs. The policy that it needs comes with Tierscope."));
    add("deploy.language", tr("&Language"), m_language, QStringLiteral("deployLanguageCombo"));
    add("deploy.architecture", tr("&Architecture"), m_architecture, QStringLiteral("deployArchitectureCombo"));
    add(field::kDeployMemory, tr("&Memory"), m_memory, QStringLiteral("deployMemorySpin"))
        ->setUnit(tr("%1 to %2").arg(numberText(core::kSmallestTier.value), numberText(core::kLargestTier.value)));
    connect(m_name, &QLineEdit::textEdited, this, touch(field::kDeployName));
    connect(m_role, &QLineEdit::textEdited, this, touch(field::kDeployRole));
    connect(m_memory, &QSpinBox::valueChanged, this, touch(field::kDeployMemory));
}

DeployForm DeployDialog::form() const
{
    return {m_name->text(), m_role->text(), m_architecture->currentText(),
            static_cast<core::FunctionLanguage>(m_language->currentData().toInt()), m_memory->value()};
}

void DeployDialog::check()
{
    const DeployReading reading = readDeployForm(form(), m_access);
    for (const auto& [field, box] : m_boxes) {
        const auto problem = std::ranges::find(reading.problems, field, &FormProblem::field);
        if (problem != reading.problems.end() && m_touched.contains(field))
            box->setProblem(problem->message, problem->remedy);
        else
            box->clearProblem();
    }
    fitHeight(*this);
}

void DeployDialog::submit()
{
    const DeployReading reading = readDeployForm(form(), m_access);
    if (!reading.isUsable()) {
        for (const FormProblem& problem : reading.problems)
            m_touched.insert(problem.field);
        check();
        m_boxes.at(reading.problems.front().field)->editor()->setFocus();
        return;
    }
    setBusy(true);
    m_message->setText(tr("Sending the code and waiting until Lambda has it ready…"));
    setRole(*m_message, role::kMuted);
    repolish(*m_message);
    m_message->show();
    m_desk->deploy(reading.request, [self = QPointer<DeployDialog>(this)](const core::Result<core::FunctionConfiguration>& function) {
        if (self)
            self->receive(function);
    });
}

void DeployDialog::receive(const core::Result<core::FunctionConfiguration>& function)
{
    setBusy(false);
    if (function) {
        emit deployed(QString::fromStdString(function->name));
        accept();
        return;
    }
    m_message->setText(errorText(function.error()));
    setRole(*m_message, role::kProblem);
    repolish(*m_message);
    fitHeight(*this);
}

void DeployDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_fields->setEnabled(!isBusy);
    m_deploy->setEnabled(!isBusy);
    m_progress->setVisible(isBusy);
    fitHeight(*this);
}

void DeployDialog::reject()
{
    // The first Cancel stops what goes on and says how that ended.
    if (m_isBusy)
        m_desk->stopChange();
    else
        QDialog::reject();
}

} // namespace tierscope::ui
