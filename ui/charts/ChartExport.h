// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QString>

#include <functional>

class QMenu;
class QWidget;

namespace tierscope::ui {

class RuntimeChartView;

/// The chart as it is drawn, at twice its size on the screen.
[[nodiscard]] QImage chartImage(RuntimeChartView& view);
[[nodiscard]] QByteArray chartPng(RuntimeChartView& view);
[[nodiscard]] QByteArray chartSvg(RuntimeChartView& view);

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
    explicit ChartExport(RuntimeChartView& view, QObject* parent = nullptr);

    /// For tests: the answer instead of a dialog.
    void setAsk(AskWhereToSave ask) { m_ask = std::move(ask); }
    /// The experiment's, for the names of files.
    void setName(const QString& name) { m_name = name; }
    void addActions(QMenu& menu);

signals:
    void failed(const tierscope::core::Error& error);

private:
    void copyPicture();
    void copyData();
    void savePicture();
    void saveData();
    void write(const QString& path, const QByteArray& bytes);
    [[nodiscard]] QString fileName(const QString& suffix) const;

    RuntimeChartView& m_view;
    AskWhereToSave m_ask;
    QString m_name;
};

} // namespace tierscope::ui
