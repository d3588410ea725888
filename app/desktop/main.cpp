// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/backend/LambdaBackend.h"
#include "core/backend/LocalBackend.h"
#include "core/base/Version.h"
#include "core/store/ExperimentStore.h"
#include "ui/bridge/AwsLambda.h"
#include "ui/bridge/TerminationSignals.h"
#include "ui/panels/MainWindow.h"
#include "ui/theme/DesktopScheme.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace tierscope;

constexpr int kUnusable = 2; ///< arguments that cannot be used, or no display: as tierscope-cli has it

bool hasDisplay()
{
    const auto isSet = [](const char* variable) {
        const char* value = std::getenv(variable);
        return value != nullptr && *value != '\0';
    };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
}

std::unique_ptr<core::Backend> makeBackend(core::BackendKind kind)
{
    if (kind == core::BackendKind::Lambda)
        return std::make_unique<core::LambdaBackend>();
    return std::make_unique<core::LocalBackend>();
}

int runWindow(int argc, char** argv, const std::string& databasePath)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tierscope"));
    QApplication::setApplicationDisplayName(QStringLiteral("Tierscope"));
    QApplication::setApplicationVersion(QString::fromLatin1(core::kVersion));
    ui::DesktopScheme desktop;
    ui::MainWindow window({.databasePath = databasePath,
                           .backend = makeBackend,
                           .lambda = ui::makeAwsLambda(),
                           .scheme = desktop.scheme(),
                           .settingsPath = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
                                           + QStringLiteral("/tierscope/window.ini")});
    QObject::connect(&desktop, &ui::DesktopScheme::changed, &window, &ui::MainWindow::setDesktopScheme);
    const ui::TerminationSignals termination;
    QObject::connect(&termination, &ui::TerminationSignals::received, &window, &QWidget::close);
    window.show();
    window.begin();
    return QApplication::exec();
}

int runProgram(int argc, char** argv)
{
    CLI::App options("Which AWS Lambda memory tier, and how many processes at once? Measures it on this computer and charts it.",
                     "tierscope");
    std::string databasePath = core::defaultDatabasePath();
    options.add_option("--database", databasePath, "Keep experiments in FILE (default: TIERSCOPE_DATABASE, or the user's data folder)")
        ->type_name("FILE");
    options.set_version_flag("--version", std::string("tierscope ") + core::kVersion);
    try {
        options.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return options.exit(error) == 0 ? EXIT_SUCCESS : kUnusable;
    }
    if (!hasDisplay()) {
        std::fputs("tierscope: there is no display to open a window on. Start it in a desktop session, or use tierscope-cli run.\n",
                   stderr);
        return kUnusable;
    }
    return runWindow(argc, argv, databasePath);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return runProgram(argc, argv);
    } catch (const std::exception&) {
        std::fputs("tierscope: a fault of the program stopped it. What was measured is saved; please report what you did.\n", stderr);
    }
    return EXIT_FAILURE;
}
