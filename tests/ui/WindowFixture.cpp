// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/WindowFixture.h"

#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

namespace tierscope::tests {

WindowFixture::WindowFixture()
    : m_database(m_folder.filePath(QStringLiteral("experiments.sqlite")).toStdString())
{}

WindowFixture::~WindowFixture() = default;

void WindowFixture::openWindow(ui::Scheme scheme, QSize size)
{
    ui::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), scheme);
    m_window = std::make_unique<ui::MainWindow>(ui::WindowOptions{
        .databasePath = m_database,
        .backend = m_backend,
        .lambda = m_services,
        .scheme = scheme,
        .settingsPath = m_folder.filePath(QStringLiteral("window.ini")),
        .undoTime = m_undoTime,
        .chooseFile = [this](QWidget* /*parent*/, const QString& suggestion, const std::function<void(const QString&)>& chosen) {
            m_suggested = suggestion;
            chosen(m_chosenFile);
        }});
    m_window->resize(size);
    m_window->show();
    m_window->begin();
}

void WindowFixture::closeWindow()
{
    m_window->close();
    m_window.reset();
}

void WindowFixture::click(const char* objectName) const
{
    QTest::mouseClick(&find<QAbstractButton>(objectName), Qt::LeftButton);
}

void WindowFixture::type(const char* objectName, const QString& text) const
{
    auto& field = find<QWidget>(objectName);
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&field, Qt::Key_Delete);
    QTest::keyClicks(&field, text);
}

void WindowFixture::choose(const char* comboName, const QString& text) const
{
    auto& combo = find<QComboBox>(comboName);
    const int index = combo.findText(text);
    ASSERT_GE(index, 0) << text.toStdString();
    combo.setCurrentIndex(index);
    // What a person's choice in the list emits besides.
    emit combo.activated(index);
}

void WindowFixture::chooseEntry(const char* comboName, const QVariant& data) const
{
    const auto& combo = find<QComboBox>(comboName);
    choose(comboName, combo.itemText(combo.findData(data)));
}

QString WindowFixture::text(const char* labelName) const
{
    const auto* label = m_window->findChild<QLabel*>(QString::fromLatin1(labelName));
    return label != nullptr ? label->text() : find<QLineEdit>(labelName).text();
}

QString WindowFixture::problemOf(const char* objectName) const
{
    const auto* label = m_window->findChild<QLabel*>(QString::fromLatin1(objectName) + QStringLiteral("Problem"));
    return label == nullptr || !label->isVisibleTo(m_window.get()) ? QString() : label->text();
}

bool WindowFixture::waitFor(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, 30000);
}

bool WindowFixture::waitUntilReady() const
{
    return waitFor([this] { return find<QAbstractButton>("runButton").isEnabled(); });
}

bool WindowFixture::waitUntilEnded() const
{
    return waitFor([this] { return !find<QAbstractButton>("stopButton").isEnabled(); });
}

int WindowFixture::sampleRows() const
{
    return find<QTableView>("sampleTable").model()->rowCount();
}

void WindowFixture::selectHistory(const QString& name) const
{
    auto& table = find<QTableView>("historyTable");
    const QModelIndexList found =
        table.model()->match(table.model()->index(0, ui::HistoryModel::Name), Qt::DisplayRole, name, 1, Qt::MatchExactly);
    ASSERT_FALSE(found.isEmpty()) << name.toStdString();
    table.setFocus();
    table.setCurrentIndex(found.first());
}

void WindowFixture::trigger(const char* actionName) const
{
    find<QAction>(actionName).trigger();
}

void WindowFixture::fillSmallExperiment() const
{
    type("tiersEdit", QStringLiteral("512, 2048"));
    type("repeatsSpin", QStringLiteral("1"));
}

} // namespace tierscope::tests
