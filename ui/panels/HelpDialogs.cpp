// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/HelpDialogs.h"

#include "core/base/Version.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tierscope::ui {

namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QLabel* addText(QVBoxLayout& column, const QString& text, const char* role)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    setRole(*label, role);
    column.addWidget(label);
    return label;
}

/// Shown by whoever fills it.
QDialog* makeDialog(QWidget* parent, const QString& title, const QString& objectName)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(objectName);
    dialog->setWindowTitle(title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setMinimumWidth(metrics::kDialogWidth);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(space::k24, space::k20, space::k24, space::k20);
    column->setSpacing(space::k12);
    addText(*column, title, role::kFigure);
    return dialog;
}

void open(QDialog& dialog)
{
    auto* buttons = new QDialogButtonBox(&dialog);
    QPushButton* close = buttons->addButton(Help::tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(QStringLiteral("closeDialogButton"));
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    dialog.layout()->addWidget(buttons);
    dialog.open();
}

} // namespace

void showKeys(QWidget* parent)
{
    const QList<std::pair<QString, QString>> keys{
        {QStringLiteral("Ctrl+R, F5"), Help::tr("Run the experiment of the form")},
        {QStringLiteral("Esc, Ctrl+."), Help::tr("Stop the run; what was measured is kept")},
        {QStringLiteral("F2"), Help::tr("Rename the experiment that is shown, or in the history the selected one")},
        {QStringLiteral("Ctrl+E"), Help::tr("Export what is shown")},
        {QStringLiteral("Ctrl+PgUp, Ctrl+PgDown"), Help::tr("The tab before, the next tab")},
        {QStringLiteral("Enter"), Help::tr("In the history: open")},
        {QStringLiteral("Space"), Help::tr("In the history: lay over the chart")},
        {QStringLiteral("Ctrl+D"), Help::tr("In the history: put what it measures into the form")},
        {QStringLiteral("Del"), Help::tr("In the history: delete")},
        {QStringLiteral("Ctrl+Z"), Help::tr("Bring back what was deleted last")},
        {QStringLiteral("+, −, Home"), Help::tr("In the timeline: closer, further away, the whole run")},
        {QStringLiteral("Tab, Shift+Tab"), Help::tr("The next field, the field before")},
        {QStringLiteral("F1"), Help::tr("These keys")},
        {QStringLiteral("Ctrl+Q"), Help::tr("Quit")},
    };
    QDialog* dialog = makeDialog(parent, Help::tr("Keyboard"), QStringLiteral("keysDialog"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::k24);
    grid->setVerticalSpacing(space::k8);
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < keys.size(); ++row) {
        auto* key = new QLabel(keys.at(row).first, dialog);
        setRole(*key, role::kTitle);
        grid->addWidget(key, row, 0, Qt::AlignTop);
        auto* meaning = new QLabel(keys.at(row).second, dialog);
        meaning->setWordWrap(true);
        grid->addWidget(meaning, row, 1);
    }
    qobject_cast<QVBoxLayout*>(dialog->layout())->addLayout(grid);
    open(*dialog);
}

void showAbout(QWidget* parent)
{
    QDialog* dialog = makeDialog(parent, Help::tr("About Tierscope"), QStringLiteral("aboutDialog"));
    QVBoxLayout& column = *qobject_cast<QVBoxLayout*>(dialog->layout());
    addText(column, Help::tr("Which AWS Lambda memory tier, and how many processes at once? Measures it on this computer and charts it."),
            role::kLabel);
    QLabel* version =
        addText(column, Help::tr("Version %1, with Qt %2").arg(QLatin1String(core::kVersion), QLatin1String(qVersion())), role::kTitle);
    version->setObjectName(QStringLiteral("versionLabel"));
    addText(column, Help::tr("Copyright 2026 the Tierscope authors. Free software under the MIT licence, without any warranty."),
            role::kMuted);
    open(*dialog);
}

} // namespace tierscope::ui
