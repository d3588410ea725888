// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/PlanNote.h"

#include <QWidget>

class QLabel;

namespace tierscope::ui {

class TermHelp;

/// What a run means, below the form and always in sight.
class PlanNoteView final : public QWidget {
    Q_OBJECT

public:
    explicit PlanNoteView(QWidget* parent = nullptr);
    void show(const PlanNote& note);

private:
    QLabel* m_headline;
    QLabel* m_detail;
    TermHelp* m_dilationHelp;
};

} // namespace tierscope::ui
