// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/ExperimentExport.h"

#include "core/exchange/ExperimentJson.h"
#include "core/exchange/ExperimentMarkdown.h"
#include "core/exchange/ObservationsCsv.h"

#include <QRegularExpression>
#include <QSaveFile>

namespace tierscope::ui {

namespace {

std::string exportText(const core::ExperimentRecord& record, ExportFormat format)
{
    switch (format) {
    case ExportFormat::Json:
        return core::experimentToJson(record);
    case ExportFormat::Markdown:
        return core::experimentToMarkdown(record);
    case ExportFormat::Csv:
        break;
    }
    return core::observationsToCsv(record);
}

} // namespace

QString exportSuffix(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Json:
        return QStringLiteral("json");
    case ExportFormat::Markdown:
        return QStringLiteral("md");
    case ExportFormat::Csv:
        break;
    }
    return QStringLiteral("csv");
}

QString exportFileName(const QString& experimentName, ExportFormat format)
{
    constexpr qsizetype kLongest = 80;
    static const QRegularExpression unfit(QStringLiteral("[\\x00-\\x1f/\\\\:*?\"<>|]+"));
    QString name = experimentName;
    name = name.replace(unfit, QStringLiteral(" ")).simplified().left(kLongest).trimmed();
    while (name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    return (name.isEmpty() ? QStringLiteral("tierscope") : name) + QLatin1Char('.') + exportSuffix(format);
}

core::Result<QString> writeExport(const core::ExperimentRecord& record, ExportFormat format, const QString& path)
{
    QSaveFile file(path);
    const QByteArray bytes = QByteArray::fromStdString(exportText(record, format));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return core::fail(core::Error{core::ErrorCode::Io,
                                      "cannot write " + path.toStdString() + ": " + file.errorString().toStdString(),
                                      "Choose another place",
                                      core::ErrorDetail::FileNotWritten,
                                      {path.toStdString(), file.errorString().toStdString()}});
    return path;
}

} // namespace tierscope::ui
