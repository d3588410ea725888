// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QObject>
#include <QString>

#include <functional>

class QMenu;
class QPainter;
class QWidget;

namespace tierscope::ui {

class CurveChartView;
class RuntimeChartView;

/// What can be copied and saved of a chart. The widget must outlive it.
struct ExportedChart {
    QWidget* widget = nullptr;
    std::function<void(QPainter& painter)> draw; ///< in a rectangle of the widget's size
    std::function<QColor()> ground;
    std::function<QString()> description;
    std::function<QString()> csv;
};
[[nodiscard]] ExportedChart exported(RuntimeChartView& view);
[[nodiscard]] ExportedChart exported(CurveChartView& view);

/// The chart as it is drawn, at twice its size on the screen.
[[nodiscard]] QImage chartImage(const ExportedChart& chart);
[[nodiscard]] QByteArray chartPng(const ExportedChart& chart);
[[nodiscard]] QByteArray chartSvg(const ExportedChart& chart);

/// Where to save: asked without waiting for the answer.
struct SaveQuestion {
    QString title;
    QString suggestedName;                           ///< "thumbs-prod.png"
    QStringList filters;                             ///< as QFileDialog has them, the first is the suggestion's
    std::function<void(const QString& path)> chosen; ///< not called when the person thinks better of it
};
using AskWhereToSave = std::function<void(QWidget& parent, SaveQuestion question)>;

/// Copies and saves the chart and its figures. Files are written whole or not at all.
class ChartExport final : public QObject {
    Q_OBJECT

public:
    explicit ChartExport(ExportedChart chart, QObject* parent = nullptr);

    /// For tests: the answer instead of a dialog.
    void setAsk(AskWhereToSave ask) { m_ask = std::move(ask); }
    /// The experiment's, for the names of files.
    void setName(const QString& name) { m_name = name; }
    void addActions(QMenu& menu);

signals:
    void failed(const tierscope::core::Error& error);

private:
    void copyPicture();
    void copyData() const;
    void savePicture();
    void saveData();
    void write(const QString& path, const QByteArray& bytes);
    [[nodiscard]] QString fileName(const QString& suffix) const;

    ExportedChart m_chart;
    AskWhereToSave m_ask;
    QString m_name;
};

} // namespace tierscope::ui
