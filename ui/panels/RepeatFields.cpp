// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/RepeatFields.h"

#include "ui/models/Wording.h"
#include "ui/panels/FieldBox.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tierscope::ui {

namespace {

/// Wider than what is allowed: a number that is too large is marked and explained, not silently made another.
constexpr int kMostPercent = 999;

} // namespace

RepeatFields::RepeatFields(QWidget* parent)
    : QWidget(parent)
    , m_isWanted(new QCheckBox(tr("Repeat u&ntil the median is sure"), this))
    , m_fields(new QWidget(this))
    , m_precision(makeSpin(QStringLiteral("precisionSpin"), field::kPrecision, kMostPercent))
    , m_most(makeSpin(QStringLiteral("maxRepeatsSpin"), field::kMaxRepeats, kMostRepeats))
{
    m_isWanted->setObjectName(QStringLiteral("precisionCheck"));
    m_isWanted->setToolTip(tr("Each tier and mode is repeated further until the 95 % interval of its median is this narrow"));
    m_precision->setPrefix(tr("± "));
    m_precision->setSuffix(tr(" %"));
    m_boxes[field::kPrecision] = new FieldBox(tr("Within"), m_precision, m_fields);
    m_boxes[field::kMaxRepeats] = new FieldBox(tr("At most"), m_most, m_fields);
    m_boxes[field::kPrecision]->setUnit(tr("%1–%2").arg(1).arg(core::kMaximumPrecisionPercent));
    m_boxes[field::kMaxRepeats]->setUnit(tr("repeats"));

    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kPairGap);
    auto* fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(metrics::kLabelGap);
    fields->addLayout(row);
    for (const char* name : {field::kPrecision, field::kMaxRepeats}) {
        row->addWidget(m_boxes[name], 1, Qt::AlignTop);
        fields->addWidget(m_boxes[name]->takeProblemRow());
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap);
    column->addWidget(m_isWanted);
    column->addWidget(m_fields);
    m_fields->hide();
    connect(m_isWanted, &QCheckBox::toggled, m_fields, &QWidget::setVisible);
    connect(m_isWanted, &QCheckBox::toggled, this, [this] { emit edited(field::kPrecision); });
}

QSpinBox* RepeatFields::makeSpin(const QString& objectName, const char* field, int most)
{
    auto* spin = new QSpinBox(this);
    spin->setObjectName(objectName);
    spin->setRange(0, most);
    spin->setMinimumWidth(metrics::kSpinMinimum);
    connect(spin, &QSpinBox::valueChanged, this, [this, field] { emit edited(field); });
    return spin;
}

void RepeatFields::show(const Form& form)
{
    const QSignalBlocker blocker(this);
    m_isWanted->setChecked(form.isUntilSure);
    m_precision->setValue(form.precisionPercent);
    m_most->setValue(form.maxRepeats);
}

void RepeatFields::read(Form& form) const
{
    form.isUntilSure = m_isWanted->isChecked();
    form.precisionPercent = m_precision->value();
    form.maxRepeats = m_most->value();
}

} // namespace tierscope::ui
