// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/ui/FakeBackend.h"
#include "tests/ui/FakeLambda.h"
#include "ui/panels/MainWindow.h"

#include <QTemporaryDir>
#include <gtest/gtest.h>

#include <functional>
#include <memory>

namespace tierscope::tests {

/// A window with a fake backend and a database of its own, driven through its controls.
class WindowFixture : public testing::Test {
protected:
    WindowFixture();
    ~WindowFixture() override;

    void openWindow(ui::Scheme scheme = ui::Scheme::Light, QSize size = QSize(1440, 900));
    /// As when the program is ended and started again.
    void closeWindow();

    /// The control, or entry of a menu, of that objectName; the test fails where there is none.
    template <typename Widget>
    [[nodiscard]] Widget& find(const char* objectName) const
    {
        auto* widget = m_window->findChild<Widget*>(QString::fromLatin1(objectName));
        if (widget == nullptr)
            throw std::runtime_error(std::string("no control is called ") + objectName);
        return *widget;
    }
    void click(const char* objectName) const;
    /// Replaces what stands in a line or a spin box, key by key, and leaves the field.
    void type(const char* objectName, const QString& text) const;
    /// An entry of a menu.
    void trigger(const char* actionName) const;
    void choose(const char* comboName, const QString& text) const;
    /// By what the entry stands for, in whatever language.
    void chooseEntry(const char* comboName, const QVariant& data) const;
    [[nodiscard]] QString text(const char* labelName) const;
    /// What is said to be wrong with the field, or nothing.
    [[nodiscard]] QString problemOf(const char* objectName) const;

    /// Lets the window work until the condition holds; false after a generous while.
    [[nodiscard]] static bool waitFor(const std::function<bool()>& condition);
    [[nodiscard]] bool waitUntilReady() const;
    [[nodiscard]] bool waitUntilEnded() const;
    /// How many samples the table shows.
    [[nodiscard]] int sampleRows() const;
    void selectHistory(const QString& name) const;
    /// Two tiers, one repeat: four runs.
    void fillSmallExperiment() const;

    QTemporaryDir m_folder;
    std::string m_database;
    FakeScript m_script;
    std::shared_ptr<FakeLambda> m_lambda = std::make_shared<FakeLambda>();
    ui::BackendFactory m_backend = m_script.factory();
    ui::LambdaServices m_services = m_lambda->services();
    /// Longer than a test takes, unless it says otherwise.
    std::chrono::milliseconds m_undoTime = std::chrono::hours(1);
    QString m_chosenFile; ///< what a person chooses when asked for a file
    QString m_suggested;  ///< what was suggested
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace tierscope::tests
