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

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <variant>

namespace {

using namespace tierscope;

constexpr int kUnusable = 2; ///< arguments that cannot be used, or no display: as tierscope-cli has it

constexpr const char* kHelp =
    "Which AWS Lambda memory tier, and how many processes at once? Measures it on this computer or on AWS Lambda and charts it.\n"
    "Usage: tierscope [OPTIONS]\n"
    "\n"
    "Options:\n"
    "  -h, --help         Print this and exit\n"
    "  --version          Print the version and exit\n"
    "  --database FILE    Keep experiments in FILE (default: TIERSCOPE_DATABASE, or the user's data folder)\n";

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

QStringList argumentList(int argc, char** argv)
{
    QStringList arguments;
    std::transform(argv, argv + argc, std::back_inserter(arguments), [](const char* text) { return QString::fromLocal8Bit(text); });
    return arguments;
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

/// What the command line asks for, or the exit status with which there is nothing left to do.
std::variant<std::string, int> readArguments(const QStringList& arguments)
{
    const QCommandLineOption help(QStringList{"h", "help"});
    const QCommandLineOption version("version");
    const QCommandLineOption database("database", {}, "FILE");
    QCommandLineParser parser;
    parser.addOptions({help, version, database});
    if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty()) {
        const QString problem = parser.positionalArguments().isEmpty() ? parser.errorText()
                                                                       : "Not expected: " + parser.positionalArguments().constFirst() + ".";
        std::fprintf(stderr, "tierscope: %s Run it with --help for what there is.\n", qUtf8Printable(problem));
        return kUnusable;
    }
    if (parser.isSet(help)) {
        std::fputs(kHelp, stdout);
        return EXIT_SUCCESS;
    }
    if (parser.isSet(version)) {
        std::printf("tierscope %s\n", core::kVersion);
        return EXIT_SUCCESS;
    }
    return parser.isSet(database) ? parser.value(database).toStdString() : core::defaultDatabasePath();
}

int runProgram(int argc, char** argv)
{
    const auto asked = readArguments(argumentList(argc, argv));
    if (const int* status = std::get_if<int>(&asked))
        return *status;
    if (!hasDisplay()) {
        std::fputs("tierscope: there is no display to open a window on. Start it in a desktop session, or use tierscope-cli run.\n",
                   stderr);
        return kUnusable;
    }
    return runWindow(argc, argv, std::get<std::string>(asked));
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
