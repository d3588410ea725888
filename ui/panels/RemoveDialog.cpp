// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/RemoveDialog.h"

#include "ui/bridge/LambdaDesk.h"
#include "ui/models/ErrorWording.h"
#include "ui/panels/DialogHeight.h"
#include "ui/theme/Theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace tierscope::ui {

RemoveDialog::RemoveDialog(LambdaDesk& desk, core::AwsAccess access, QString function, QWidget* parent)
    : QDialog(parent)
    , m_desk(&desk)
    , m_access(std::move(access))
    , m_function(std::move(function))
    , m_message(new QLabel(this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(QStringLiteral("removeDialog"));
    setWindowTitle(tr("Remove the function"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(metrics::kDialogWidth);
    auto* title = new QLabel(tr("Delete the function “%1”?").arg(m_function), this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    setRole(*title, role::kFigure);
    m_message->setObjectName(QStringLiteral("removeMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setText(
        tr("With all its versions and aliases, on AWS. This cannot be taken back. Only a function that Tierscope has deployed is "
           "deleted; experiments that were measured on it stay."));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(metrics::kProgressHeight);
    m_progress->setAccessibleName(tr("Deleting"));
    m_progress->hide();

    auto* buttons = new QDialogButtonBox(this);
    QPushButton* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(QStringLiteral("removeCancelButton"));
    m_remove = buttons->addButton(tr("D&elete"), QDialogButtonBox::ActionRole);
    m_remove->setObjectName(QStringLiteral("removeNowButton"));
    m_remove->setAutoDefault(false);
    cancel->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &RemoveDialog::submit);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::k24, space::k20, space::k24, space::k20);
    column->setSpacing(space::k12);
    column->addWidget(title);
    column->addWidget(m_progress);
    column->addWidget(m_message);
    column->addStretch(1);
    column->addWidget(buttons);
    cancel->setFocus();
}

RemoveDialog::~RemoveDialog()
{
    if (m_isBusy && m_desk)
        m_desk->stopChange();
}

void RemoveDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_remove->setEnabled(!isBusy);
    m_progress->setVisible(isBusy);
}

void RemoveDialog::submit()
{
    setBusy(true);
    m_desk->remove(m_access, m_function.toStdString(), [self = QPointer<RemoveDialog>(this)](const core::Result<void>& result) {
        if (!self)
            return;
        self->setBusy(false);
        if (result) {
            emit self->removed(self->m_function);
            self->accept();
            return;
        }
        self->m_message->setText(errorText(result.error()));
        setRole(*self->m_message, role::kProblem);
        repolish(*self->m_message);
        fitHeight(*self);
    });
}

} // namespace tierscope::ui
