// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/charts/ChartExport.h"

#include "ui/charts/CurveChartView.h"
#include "ui/charts/RuntimeChartView.h"
#include "ui/models/ChartCsv.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <memory>

namespace tierscope::ui {

namespace {

constexpr int kPictureScale = 2;

void askWithDialog(QWidget& parent, SaveQuestion question)
{
    auto* dialog = new QFileDialog(&parent, question.title);
    dialog->setObjectName(QStringLiteral("chartSaveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(question.filters);
    dialog->setDefaultSuffix(QFileInfo(question.suggestedName).suffix());
    dialog->selectFile(question.suggestedName);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        const auto from = filter.indexOf(QLatin1String("*."));
        dialog->setDefaultSuffix(filter.mid(from + 2, filter.indexOf(QLatin1Char(')'), from) - from - 2));
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, &parent, std::move(question.chosen));
    dialog->open();
}

} // namespace

ExportedChart exported(RuntimeChartView& view)
{
    return {&view, [&view](QPainter& painter) { view.drawPicture(painter); }, [&view] { return view.backgroundBrush().color(); },
            [&view] { return view.runtimeChart().description; }, [&view] { return chartToCsv(view.runtimeChart()); }};
}

ExportedChart exported(CurveChartView& view)
{
    return {&view, [&view](QPainter& painter) { view.drawPicture(painter); }, [&view] { return view.ground(); },
            [&view] { return view.chart().description; }, [&view] { return view.chart().csv; }};
}

QImage chartImage(const ExportedChart& chart)
{
    QImage image(chart.widget->size() * kPictureScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kPictureScale);
    image.fill(chart.ground());
    QPainter painter(&image);
    chart.draw(painter);
    return image;
}

QByteArray chartPng(const ExportedChart& chart)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    chartImage(chart).save(&buffer, "PNG");
    return bytes;
}

QByteArray chartSvg(const ExportedChart& chart)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(chart.widget->size());
    generator.setViewBox(QRect(QPoint(0, 0), chart.widget->size()));
    generator.setTitle(chart.widget->accessibleName());
    generator.setDescription(chart.description());
    QPainter painter(&generator);
    chart.draw(painter);
    painter.end();
    return bytes;
}

ChartExport::ChartExport(ExportedChart chart, QObject* parent)
    : QObject(parent)
    , m_chart(std::move(chart))
    , m_ask(askWithDialog)
{}

void ChartExport::addActions(QMenu& menu)
{
    const auto add = [this, &menu](const QString& text, const char* objectName, auto act) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QLatin1String(objectName));
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("Copy picture"), "copyPictureAction", &ChartExport::copyPicture);
    add(tr("Save picture…"), "savePictureAction", &ChartExport::savePicture);
    menu.addSeparator();
    add(tr("Copy data"), "copyDataAction", &ChartExport::copyData);
    add(tr("Save data as CSV…"), "saveDataAction", &ChartExport::saveData);
}

void ChartExport::copyPicture()
{
    QGuiApplication::clipboard()->setImage(chartImage(m_chart));
}

void ChartExport::copyData() const
{
    const QString csv = m_chart.csv();
    auto mime = std::make_unique<QMimeData>();
    mime->setText(csv);
    mime->setData(QStringLiteral("text/csv"), csv.toUtf8());
    QGuiApplication::clipboard()->setMimeData(mime.release());
}

void ChartExport::savePicture()
{
    m_ask(*m_chart.widget, {tr("Save the chart as a picture"),
                            fileName(QStringLiteral("png")),
                            {tr("PNG picture (*.png)"), tr("SVG drawing (*.svg)")},
                            [this](const QString& path) {
                                const bool isSvg = QFileInfo(path).suffix().compare(QLatin1String("svg"), Qt::CaseInsensitive) == 0;
                                write(path, isSvg ? chartSvg(m_chart) : chartPng(m_chart));
                            }});
}

void ChartExport::saveData()
{
    m_ask(*m_chart.widget,
          {tr("Save the chart's data"), fileName(QStringLiteral("csv")), {tr("Table (*.csv)")}, [this](const QString& path) {
               write(path, m_chart.csv().toUtf8());
           }});
}

void ChartExport::write(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return;
    emit failed({core::ErrorCode::Io, tr("%1 could not be written: %2").arg(path, file.errorString()).toStdString(),
                 tr("Choose another folder or free some space").toStdString()});
}

QString ChartExport::fileName(const QString& suffix) const
{
    QString name;
    for (const QChar letter : m_name.simplified())
        name += letter.isLetterOrNumber() || QStringLiteral(" -_.,()").contains(letter) ? letter : QLatin1Char('-');
    return (name.isEmpty() ? QStringLiteral("tierscope") : name) + QLatin1Char('.') + suffix;
}

} // namespace tierscope::ui
