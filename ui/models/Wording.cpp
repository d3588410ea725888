// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/Wording.h"

#include "core/analysis/Cost.h"
#include "core/analysis/Summary.h"
#include "core/experiment/Preset.h"
#include "core/tier/Sandbox.h"
#include "core/tier/TierCatalogue.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace tierscope::ui {

namespace {

struct Wording {
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

} // namespace

QString modeTitle(core::ScheduleMode mode)
{
    switch (mode) {
    case core::ScheduleMode::Sequential:
        return Wording::tr("Sequential");
    case core::ScheduleMode::Parallel:
        return Wording::tr("Parallel");
    case core::ScheduleMode::Pool:
        return Wording::tr("Pool");
    }
    return {};
}

QString modeWord(core::ScheduleMode mode)
{
    switch (mode) {
    case core::ScheduleMode::Sequential:
        return Wording::tr("sequential");
    case core::ScheduleMode::Parallel:
        return Wording::tr("parallel");
    case core::ScheduleMode::Pool:
        return Wording::tr("pool");
    }
    return {};
}

QString tierText(core::MemoryMb memory)
{
    if (memory == core::kUnlimitedTier)
        return Wording::tr("no limit");
    return Wording::tr("%1 MB").arg(memory.value);
}

QString secondsText(double seconds)
{
    return QString::fromStdString(core::formatSeconds(seconds));
}

QString usdText(double usd)
{
    return QString::fromStdString(core::formatUsd(usd));
}

QString durationText(double seconds)
{
    const auto whole = static_cast<qint64>(std::llround(std::max(0.0, seconds)));
    if (whole < 60)
        return Wording::tr("%1 s").arg(std::max<qint64>(whole, 1));
    if (whole < 3600)
        return whole % 60 == 0 ? Wording::tr("%1 min").arg(whole / 60) : Wording::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return Wording::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString numberText(qulonglong number)
{
    return QLocale(QLocale::English).toString(number);
}

QString runsText(int count)
{
    return count == 1 ? Wording::tr("1 run") : Wording::tr("%1 runs").arg(numberText(static_cast<qulonglong>(count)));
}

QString samplesText(int count)
{
    return count == 1 ? Wording::tr("1 sample") : Wording::tr("%1 samples").arg(numberText(static_cast<qulonglong>(count)));
}

QString tasksText(int count)
{
    return count == 1 ? Wording::tr("1 task") : Wording::tr("%1 tasks").arg(numberText(static_cast<qulonglong>(count)));
}

QString cpusText(int count)
{
    return count == 1 ? Wording::tr("1 CPU") : Wording::tr("%1 CPUs").arg(count);
}

QString limiterText(const std::string& limiter)
{
    if (limiter == core::limiterName(core::LimiterKind::DutyCycle))
        return Wording::tr("duty cycle");
    if (limiter == core::limiterName(core::LimiterKind::None))
        return Wording::tr("no limit");
    if (limiter == "lambda")
        return Wording::tr("AWS Lambda");
    return QString::fromStdString(limiter);
}

QString presetTitle(std::string_view presetId)
{
    if (presetId == core::kQuickLook)
        return Wording::tr("Quick look");
    if (presetId == "reference-cpp")
        return Wording::tr("Reference experiment, C++");
    if (presetId == "reference-python")
        return Wording::tr("Reference experiment, Python");
    if (presetId == "command")
        return Wording::tr("My command");
    if (presetId == "python")
        return Wording::tr("My Python function");
    return {};
}

QString presetSummary(std::string_view presetId)
{
    if (presetId == core::kQuickLook)
        return Wording::tr("A short loop at eight memory tiers: about half a minute here.");
    if (presetId == "reference-cpp")
        return Wording::tr("10 tasks of a 10,000,000-iteration loop, compiled.");
    if (presetId == "reference-python")
        return Wording::tr("10 tasks of a 10,000,000-iteration loop, as published in 2021.");
    if (presetId == "command")
        return Wording::tr("Any program, started once a task.");
    if (presetId == "python")
        return Wording::tr("Any function of a module of yours, called once a task.");
    return {};
}

QString keepUnits(QString text)
{
    static const QRegularExpression gap(QStringLiteral("(?<=\\d) (?=(MB|GB|s|ms|µs|min|h|CPUs?|vCPUs?)\\b)|(?<=B) (?=×)|(?<=×) (?=\\d)"));
    constexpr QChar kHyphen(0x2011); // that no line breaks at
    return text.replace(gap, QString(QChar::Nbsp)).replace(QLatin1String("GB-s"), QStringLiteral("GB") + kHyphen + QLatin1Char('s'));
}

QString sentenceStart(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString statusTitle(core::ExperimentStatus status)
{
    switch (status) {
    case core::ExperimentStatus::Running:
        return Wording::tr("Running");
    case core::ExperimentStatus::Finished:
        return Wording::tr("Finished");
    case core::ExperimentStatus::Cancelled:
        return Wording::tr("Stopped");
    case core::ExperimentStatus::Interrupted:
        return Wording::tr("Interrupted");
    case core::ExperimentStatus::Imported:
        return Wording::tr("Read-only");
    }
    return {};
}

} // namespace tierscope::ui
