// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/PayloadFields.h"

#include "ui/models/ErrorWording.h"
#include "ui/panels/FieldBox.h"
#include "ui/theme/Theme.h"

#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace tierscope::ui {

namespace {

constexpr int kLines = 4; ///< of a payload that are seen

/// As text; empty where it cannot be read, is longer than Lambda takes, or is not UTF-8.
std::optional<QString> readPayloadFile(const QString& path)
{
    QFile file(path);
    // Several payloads may stand in one file.
    constexpr qint64 kLongest = 4 * static_cast<qint64>(core::kMaximumPayloadBytes);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLongest)
        return std::nullopt;
    const QByteArray bytes = file.read(kLongest);
    QString text = QString::fromUtf8(bytes);
    if (text.contains(QChar::ReplacementCharacter))
        return std::nullopt;
    return text;
}

} // namespace

PayloadFields::PayloadFields(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kFieldGap);
    m_sequential = addPayload(*column, field::kSequentialPayload, tr("Payload, sequential"), QStringLiteral("sequentialPayloadEdit"),
                              QStringLiteral("sequentialPayloadFileButton"));
    m_parallel = addPayload(*column, field::kParallelPayload, tr("Payload, parallel"), QStringLiteral("parallelPayloadEdit"),
                            QStringLiteral("parallelPayloadFileButton"));
    m_sequential->setPlaceholderText(QStringLiteral("{\"multiprocess\": false}"));
    m_parallel->setPlaceholderText(QStringLiteral("{\"multiprocess\": true}"));
}

QPlainTextEdit* PayloadFields::addPayload(QVBoxLayout& column, const char* field, const QString& label, const QString& objectName,
                                          const QString& buttonName)
{
    auto* holder = new QWidget(this);
    auto* inner = new QVBoxLayout(holder);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(space::k4);
    auto* editor = new QPlainTextEdit(holder);
    editor->setObjectName(objectName);
    editor->setAccessibleName(label);
    editor->setTabChangesFocus(true);
    editor->setFixedHeight(editor->fontMetrics().lineSpacing() * kLines + space::k16);
    editor->setToolTip(
        tr("JSON. Several payloads take turns: a line of --- between them, --- 3 where the next comes three times as often."));
    inner->addWidget(editor);
    auto* button = new QPushButton(tr("From file…"), holder);
    button->setObjectName(buttonName);
    button->setAccessibleName(tr("%1: from file").arg(label));
    setRole(*button, role::kQuiet);
    inner->addWidget(button, 0, Qt::AlignLeft);
    holder->setFocusProxy(editor);
    m_boxes[field] = new FieldBox(label, holder, this);
    m_boxes[field]->setUnit(tr("JSON"));
    column.addWidget(m_boxes[field]);
    connect(editor, &QPlainTextEdit::textChanged, this, [this, field] { emit edited(field); });
    connect(button, &QPushButton::clicked, this, [this, field, editor] {
        m_choose(this, QDir::homePath(), [this, field, editor](const QString& path) {
            if (!path.isEmpty())
                takeFile(field, *editor, path);
        });
    });
    return editor;
}

void PayloadFields::takeFile(const char* field, QPlainTextEdit& editor, const QString& path)
{
    const std::optional<QString> text = readPayloadFile(path);
    if (text)
        editor.setPlainText(*text);
    else
        m_boxes[field]->setProblem(tr("“%1” cannot be read as a payload").arg(QDir::toNativeSeparators(path)),
                                   tr("Give a text file of JSON of at most 6 MB a payload"));
}

void PayloadFields::show(const Form& form)
{
    const QSignalBlocker first(m_sequential);
    const QSignalBlocker second(m_parallel);
    m_sequential->setPlainText(form.lambda.sequentialPayload);
    m_parallel->setPlainText(form.lambda.parallelPayload);
}

void PayloadFields::read(Form& form) const
{
    form.lambda.sequentialPayload = m_sequential->toPlainText();
    form.lambda.parallelPayload = m_parallel->toPlainText();
}

void PayloadFields::setModes(bool hasSequential, bool hasParallel)
{
    m_boxes[field::kSequentialPayload]->setVisible(hasSequential);
    m_boxes[field::kParallelPayload]->setVisible(hasParallel);
}

} // namespace tierscope::ui
