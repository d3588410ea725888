// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/FileChooser.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

namespace tierscope::ui {

void chooseFileToSave(QWidget* parent, const QString& suggestion, const std::function<void(const QString&)>& chosen)
{
    const QFileInfo file(suggestion);
    auto* dialog = new QFileDialog(parent, QCoreApplication::translate("FileChooser", "Export"), file.path());
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(QStringLiteral("*.") + file.suffix());
    dialog->setDefaultSuffix(file.suffix());
    dialog->selectFile(file.fileName());
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

void chooseFileToOpen(QWidget* parent, const QString& suggestion, const std::function<void(const QString&)>& chosen)
{
    auto* dialog = new QFileDialog(parent, QCoreApplication::translate("FileChooser", "Open"), suggestion);
    dialog->setObjectName(QStringLiteral("openFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

} // namespace tierscope::ui
