// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/FunctionFields.h"

#include "ui/bridge/LambdaDesk.h"
#include "ui/models/ErrorWording.h"
#include "ui/panels/FieldBox.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace tierscope::ui {

namespace {

/// The list of a combo, with what is typed left as it is.
void refill(QComboBox& combo, const QStringList& items)
{
    const QSignalBlocker blocker(combo);
    const QString typed = combo.currentText();
    combo.clear();
    combo.addItems(items);
    combo.setCurrentIndex(combo.findText(typed));
    combo.setEditText(typed);
}

} // namespace

FunctionFields::FunctionFields(LambdaDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(QStringLiteral("functionFields"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kFieldGap);
    addAccess(*column);
    addFunction(*column);
    addContract(*column);
    addMore();
    connect(&desk, &LambdaDesk::profilesChanged, this, &FunctionFields::fillProfiles);
    connect(&desk, &LambdaDesk::functionsChanged, this, &FunctionFields::fillFunctions);
    fillProfiles();
    fillFunctions();
}

QComboBox* FunctionFields::makeCombo(const QString& objectName, const char* field, const QString& placeholder)
{
    auto* combo = new QComboBox(this);
    combo->setObjectName(objectName);
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->setMaxVisibleItems(16);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(3);
    combo->lineEdit()->setPlaceholderText(placeholder);
    combo->lineEdit()->setObjectName(objectName + QStringLiteral("Edit"));
    combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    combo->completer()->setFilterMode(Qt::MatchContains);
    connect(combo, &QComboBox::editTextChanged, this, [this, field] {
        updateState();
        emit edited(field);
    });
    return combo;
}

void FunctionFields::addAccess(QVBoxLayout& column)
{
    m_profile = makeCombo(QStringLiteral("profileCombo"), field::kProfile, tr("default"));
    m_profile->setToolTip(tr("A profile of the shared files of AWS's tools; Tierscope keeps its name only"));
    m_region = makeCombo(QStringLiteral("regionCombo"), field::kRegion, tr("the profile's"));
    m_region->addItems(knownRegions());
    m_region->setCurrentIndex(-1);
    m_boxes[field::kProfile] = new FieldBox(tr("Pro&file"), m_profile, this);
    m_boxes[field::kRegion] = new FieldBox(tr("Re&gion"), m_region, this);
    for (QComboBox* combo : {m_profile, m_region}) {
        connect(combo, &QComboBox::activated, this, &FunctionFields::look);
        connect(combo->lineEdit(), &QLineEdit::editingFinished, this, &FunctionFields::look);
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kGap);
    row->addWidget(m_boxes[field::kProfile], 1, Qt::AlignTop);
    row->addWidget(m_boxes[field::kRegion], 1, Qt::AlignTop);
    auto* both = new QVBoxLayout;
    both->setSpacing(space::k4);
    both->addLayout(row);
    both->addWidget(m_boxes[field::kRegion]->takeProblemRow());
    column.addLayout(both);
}

void FunctionFields::addFunction(QVBoxLayout& column)
{
    auto* holder = new QWidget(this);
    auto* inner = new QVBoxLayout(holder);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(space::k4);
    m_function = makeCombo(QStringLiteral("functionCombo"), field::kFunction, tr("name or ARN"));
    m_function->setAccessibleName(tr("Function"));
    inner->addWidget(m_function);
    holder->setFocusProxy(m_function);

    m_state = new QLabel(holder);
    m_state->setObjectName(QStringLiteral("functionState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    setRole(*m_state, role::kMuted);
    inner->addWidget(m_state);
    m_failureRow = new QWidget(holder);
    auto* failureRow = new QHBoxLayout(m_failureRow);
    failureRow->setContentsMargins(0, 0, 0, 0);
    failureRow->setSpacing(6);
    auto* icon = new QLabel(m_failureRow);
    icon->setPixmap(QPixmap(cautionIconPath(schemeOf(palette()))));
    icon->setFixedSize(14, 14);
    icon->setScaledContents(true);
    failureRow->addWidget(icon, 0, Qt::AlignTop);
    m_failure = new QLabel(m_failureRow);
    m_failure->setObjectName(QStringLiteral("functionFailure"));
    m_failure->setTextFormat(Qt::PlainText);
    m_failure->setWordWrap(true);
    setRole(*m_failure, role::kProblem);
    failureRow->addWidget(m_failure, 1);
    inner->addWidget(m_failureRow);

    m_buttons = new QWidget(holder);
    auto* buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(metrics::kMargin);
    m_refresh = addButton(tr("Refresh"), QStringLiteral("refreshFunctionsButton"), tr("Ask Lambda for the list of functions again"));
    connect(m_refresh, &QPushButton::clicked, this, &FunctionFields::lookAgain);
    QPushButton* deploy = addButton(tr("Deploy…"), QStringLiteral("deployButton"), tr("Make a function of Tierscope's own"));
    connect(deploy, &QPushButton::clicked, this, &FunctionFields::deployRequested);
    m_remove =
        addButton(tr("Remove…"), QStringLiteral("removeFunctionButton"), tr("Delete the chosen function, if Tierscope has deployed it"));
    connect(m_remove, &QPushButton::clicked, this, &FunctionFields::removeRequested);
    buttons->addStretch(1);
    inner->addWidget(m_buttons);

    m_boxes[field::kFunction] = new FieldBox(tr("F&unction"), holder, this);
    column.addWidget(m_boxes[field::kFunction]);
}

QPushButton* FunctionFields::addButton(const QString& text, const QString& objectName, const QString& tip)
{
    auto* button = new QPushButton(text, m_buttons);
    button->setObjectName(objectName);
    button->setToolTip(tip);
    setRole(*button, role::kQuiet);
    m_buttons->layout()->addWidget(button);
    return button;
}

void FunctionFields::addContract(QVBoxLayout& column)
{
    m_contract = new QComboBox(this);
    m_contract->setObjectName(QStringLiteral("contractCombo"));
    m_contract->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_contract->addItem(tr("Tierscope's own function"), static_cast<int>(core::LambdaContract::Own));
    m_contract->addItem(tr("Any function"), static_cast<int>(core::LambdaContract::Any));
    m_boxes[field::kContract] = new FieldBox(tr("&What it is"), m_contract, this);
    connect(m_contract, &QComboBox::currentIndexChanged, this, [this] {
        updateState();
        emit edited(field::kContract);
    });
    column.addWidget(m_boxes[field::kContract]);
}

void FunctionFields::addMore()
{
    m_more = new QWidget(this);
    auto* column = new QVBoxLayout(m_more);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kFieldGap);
    const auto addLine = [this, column](const char* field, const QString& label, const QString& objectName, const QString& placeholder) {
        auto* line = new QLineEdit(m_more);
        line->setObjectName(objectName);
        line->setPlaceholderText(placeholder);
        connect(line, &QLineEdit::textEdited, this, [this, field] { emit edited(field); });
        m_boxes[field] = new FieldBox(label, line, m_more);
        column->addWidget(m_boxes[field]);
        return line;
    };
    m_qualifier = addLine(field::kQualifier, tr("Version or alias"), QStringLiteral("qualifierEdit"), tr("empty: the latest"));
    m_boxes[field::kQualifier]->setHint(tr("Its memory is fixed: it is measured without tiers."));
    m_endpoint = addLine(field::kEndpoint, tr("Endpoint URL"), QStringLiteral("endpointEdit"), tr("empty: the region's own"));
    connect(m_endpoint, &QLineEdit::editingFinished, this, &FunctionFields::look);
}

void FunctionFields::show(const Form& form)
{
    const std::vector<QObject*> editors{m_profile, m_region, m_function, m_contract};
    for (QObject* editor : editors)
        editor->blockSignals(true);
    m_profile->setEditText(form.lambda.profile);
    m_region->setEditText(form.lambda.region);
    m_function->setEditText(form.lambda.function);
    m_contract->setCurrentIndex(m_contract->findData(static_cast<int>(form.lambda.contract)));
    for (QObject* editor : editors)
        editor->blockSignals(false);
    m_qualifier->setText(form.lambda.qualifier);
    m_endpoint->setText(form.lambda.endpointUrl);
    updateState();
}

void FunctionFields::read(Form& form) const
{
    form.lambda.profile = m_profile->currentText();
    form.lambda.region = m_region->currentText();
    form.lambda.function = m_function->currentText();
    form.lambda.contract = static_cast<core::LambdaContract>(m_contract->currentData().toInt());
    form.lambda.qualifier = m_qualifier->text();
    form.lambda.endpointUrl = m_endpoint->text();
}

core::AwsAccess FunctionFields::access() const
{
    Form form;
    read(form);
    return accessOf(form.lambda);
}

void FunctionFields::look()
{
    // Fields of a form that is not on the page are not asked about.
    if (isHidden() || m_desk.listed() == access())
        return;
    lookAgain();
}

void FunctionFields::lookAgain()
{
    m_desk.listFunctions(access());
}

void FunctionFields::setFunction(const QString& name)
{
    m_function->setEditText(name);
    m_contract->setCurrentIndex(m_contract->findData(static_cast<int>(core::LambdaContract::Own)));
    lookAgain();
}

void FunctionFields::fillProfiles()
{
    QStringList names;
    for (const std::string& name : m_desk.profiles().names)
        names << QString::fromStdString(name);
    refill(*m_profile, names);
    if (!m_desk.profiles().used.empty())
        m_profile->lineEdit()->setPlaceholderText(QString::fromStdString(m_desk.profiles().used));
    if (!m_desk.profiles().region.empty())
        m_region->lineEdit()->setPlaceholderText(QString::fromStdString(m_desk.profiles().region));
}

void FunctionFields::fillFunctions()
{
    QStringList names;
    for (const core::FunctionConfiguration& function : m_desk.functions().functions)
        names << QString::fromStdString(function.name);
    refill(*m_function, names);
    updateState();
}

void FunctionFields::updateState()
{
    if (m_state == nullptr || m_contract == nullptr)
        return;
    const FunctionList& list = m_desk.functions();
    const core::FunctionConfiguration* chosen = list.find(m_function->currentText());
    const QString text = chosen != nullptr ? functionText(*chosen) : functionListText(list);
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    m_failure->setText(list.error ? errorText(*list.error) : QString());
    m_failureRow->setVisible(list.error.has_value());
    m_refresh->setText(list.state == FunctionList::State::Failed ? tr("Try again") : tr("Refresh"));
    m_refresh->setEnabled(list.state != FunctionList::State::Loading);
    m_remove->setEnabled(chosen != nullptr);
    m_boxes[field::kContract]->setHint(static_cast<core::LambdaContract>(m_contract->currentData().toInt()) == core::LambdaContract::Own
                                           ? tr("It runs the workload below, task by task.")
                                           : tr("It gets a payload of yours and is timed by Lambda's report."));
}

} // namespace tierscope::ui
