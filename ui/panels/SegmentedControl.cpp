// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/SegmentedControl.h"

#include "ui/theme/Tokens.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace tierscope::ui {

SegmentedControl::SegmentedControl(const QString& accessibleName, const QList<Choice>& choices, QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(accessibleName);
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kHair, space::kHair, space::kHair, space::kHair);
    row->setSpacing(0);
    for (int index = 0; index < choices.size(); ++index) {
        auto* button = new QToolButton(this);
        button->setText(choices[index].text);
        button->setObjectName(choices[index].objectName);
        button->setAccessibleName(tr("%1: %2").arg(accessibleName, choices[index].text));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_group->addButton(button, index);
        row->addWidget(button);
    }
    m_group->setExclusive(true);
    setCurrent(0);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::chosen);
}

int SegmentedControl::current() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int index)
{
    if (QAbstractButton* button = m_group->button(index); button != nullptr)
        button->setChecked(true);
}

} // namespace tierscope::ui
