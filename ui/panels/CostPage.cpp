// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/CostPage.h"

#include "ui/charts/ChartExport.h"
#include "ui/charts/CurveChartView.h"
#include "ui/models/Wording.h"
#include "ui/panels/SegmentedControl.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

namespace tierscope::ui {

namespace {

constexpr int kWeightSteps = 20;
constexpr int kPriceMinimum = 60;
constexpr int kPriceWidth = 124; ///< of 0.0000166667

QLineEdit* makeAmount(const QString& objectName, const QString& name, QWidget* parent)
{
    constexpr int kWidth = 60;
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    edit->setFixedWidth(kWidth);
    edit->setToolTip(name);
    edit->setAlignment(Qt::AlignRight);
    return edit;
}

QLabel* makeLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    setRole(*label, role::kLabel);
    return label;
}

QLabel* makeNote(const QString& objectName, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setRole(*label, role::kMuted);
    return label;
}

} // namespace

CostPage::CostPage(Scheme scheme, QWidget* parent)
    : QWidget(parent)
    , m_region(new QComboBox(this))
    , m_architecture(new SegmentedControl(
          tr("Architecture"),
          {{QStringLiteral("x86_64"), QStringLiteral("x86Button")}, {QStringLiteral("arm64"), QStringLiteral("armButton")}}, this))
    , m_price(makeAmount(QStringLiteral("ownPriceEdit"), tr("Your own price of a GB-second in USD"), this))
    , m_deadline(makeAmount(QStringLiteral("deadlineEdit"), tr("Longest runtime in seconds"), this))
    , m_budget(makeAmount(QStringLiteral("budgetEdit"), tr("Highest cost of a million runs in USD"), this))
    , m_weight(new QSlider(Qt::Horizontal, this))
    , m_answers(makeNote(QStringLiteral("costAnswers"), this))
    , m_note(makeNote(QStringLiteral("priceNote"), this))
    , m_chart(new CurveChartView(scheme, this))
    , m_export(new ChartExport(exported(*m_chart), this))
{
    setObjectName(QStringLiteral("costPage"));
    m_architecture->setObjectName(QStringLiteral("architectureSwitch"));
    m_region->setObjectName(QStringLiteral("costRegionCombo"));
    m_region->setAccessibleName(tr("Region"));
    for (const core::RegionPrices& prices : core::shippedPrices().regions)
        m_region->addItem(QString::fromStdString(prices.region));
    m_region->setCurrentText(QString::fromStdString(m_choice.region));
    m_price->setMinimumWidth(kPriceMinimum);
    m_price->setMaximumWidth(kPriceWidth);
    m_architecture->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_weight->setObjectName(QStringLiteral("balanceSlider"));
    m_weight->setAccessibleName(tr("Balance of cost and time"));
    m_weight->setRange(0, kWeightSteps);
    m_weight->setValue(kWeightSteps / 2);
    m_weight->setMinimumWidth(space::k20 * 3);
    m_weight->setToolTip(tr("What counts more in the balance: in the middle twice as fast is worth twice the price"));
    m_chart->setObjectName(QStringLiteral("costChart"));
    m_chart->setAccessibleName(tr("Cost chart"));
    connect(m_region, &QComboBox::currentIndexChanged, this, &CostPage::choosePlace);
    connect(m_architecture, &SegmentedControl::chosen, this, &CostPage::choosePlace);
    connect(m_price, &QLineEdit::textChanged, this, &CostPage::choosePrice);
    connect(m_deadline, &QLineEdit::textChanged, this, &CostPage::showChart);
    connect(m_budget, &QLineEdit::textChanged, this, &CostPage::showChart);
    connect(m_weight, &QSlider::valueChanged, this, &CostPage::showChart);
    connect(m_export, &ChartExport::failed, this, &CostPage::failed);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::kMargin, space::k12, metrics::kMargin, space::k12);
    column->setSpacing(space::k12);
    column->addWidget(makeControls());
    column->addWidget(m_answers);
    column->addWidget(m_chart, 1);
    column->addWidget(m_note);
    showPrice();
    showChart();
}

QWidget* CostPage::makeControls()
{
    auto* menu = new QMenu(this);
    m_export->addActions(*menu);
    auto* button = new QPushButton(tr("Chart"), this);
    button->setObjectName(QStringLiteral("costChartButton"));
    button->setAccessibleDescription(tr("Copies or saves the chart and its data"));
    button->setMenu(menu);

    auto* controls = new QWidget(this);
    auto* rows = new QVBoxLayout(controls);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(metrics::kGap);
    auto* prices = new QHBoxLayout;
    prices->setSpacing(metrics::kGap);
    prices->addWidget(m_region);
    prices->addWidget(m_architecture);
    prices->addWidget(m_price);
    prices->addStretch(1);
    prices->addWidget(button);
    auto* limits = new QHBoxLayout;
    limits->setSpacing(metrics::kGap);
    m_deadline->setPlaceholderText(tr("at most"));
    m_budget->setPlaceholderText(tr("at most"));
    limits->addWidget(m_deadline);
    limits->addWidget(makeLabel(tr("s"), this));
    limits->addSpacing(metrics::kGap);
    limits->addWidget(m_budget);
    limits->addWidget(makeLabel(tr("USD a million"), this));
    limits->addStretch(1);
    limits->addWidget(makeLabel(tr("cheap"), this));
    limits->addWidget(m_weight, 1);
    limits->addWidget(makeLabel(tr("fast"), this));
    rows->addLayout(prices);
    rows->addLayout(limits);
    return controls;
}

void CostPage::show(const std::vector<core::SummaryRow>& summary, bool isEstimate, const QString& experimentName)
{
    m_summary = summary;
    m_isEstimate = isEstimate;
    m_export->setName(experimentName);
    showChart();
}

void CostPage::setChoice(const CostChoice& choice)
{
    const int region = m_region->findText(QString::fromStdString(choice.region));
    if (choice == m_choice || region < 0)
        return;
    m_choice = choice;
    const QSignalBlocker blocker(m_region);
    m_region->setCurrentIndex(region);
    m_architecture->setCurrent(choice.architecture == core::Architecture::Arm64 ? 1 : 0);
    showPrice();
    showChart();
    emit choiceChanged();
}

void CostPage::choosePlace()
{
    m_choice.region = m_region->currentText().toStdString();
    m_choice.architecture = m_architecture->current() == 1 ? core::Architecture::Arm64 : core::Architecture::X86;
    showPrice();
    showChart();
    emit choiceChanged();
}

void CostPage::choosePrice()
{
    const std::pair where{m_choice.region, m_choice.architecture};
    if (const auto price = amount(*m_price))
        m_choice.ownPrices[where] = *price;
    else
        m_choice.ownPrices.erase(where);
    showChart();
    emit choiceChanged();
}

/// The person's own, or in grey what stands in the list.
void CostPage::showPrice()
{
    const auto own = m_choice.ownPrices.find({m_choice.region, m_choice.architecture});
    const auto listed = core::shippedPrices().tariff(m_choice.region, m_choice.architecture);
    const auto text = [](double usd) { return QLocale::c().toString(usd, 'f', QLocale::FloatingPointShortest); };
    const QSignalBlocker blocker(m_price);
    m_price->setText(own != m_choice.ownPrices.end() ? text(own->second) : QString());
    m_price->setPlaceholderText(listed ? text(listed->compute.front().usdPerGbSecond) : tr("unknown"));
    static_cast<void>(amount(*m_price));
}

void CostPage::setScheme(Scheme scheme)
{
    m_chart->setScheme(scheme);
}

std::optional<double> CostPage::amount(QLineEdit& edit) const
{
    bool isNumber = false;
    const double value = QLocale::c().toDouble(edit.text().trimmed(), &isNumber);
    const bool isGood = isNumber && value > 0;
    const bool isWrong = !isGood && !edit.text().trimmed().isEmpty();
    if (edit.property("invalid").toBool() != isWrong) {
        edit.setProperty("invalid", isWrong);
        repolish(edit);
    }
    edit.setToolTip(isWrong ? tr("Give a number above 0, such as 2.5") : edit.accessibleName());
    return isGood ? std::optional(value) : std::nullopt;
}

void CostPage::showNote(const core::Result<core::Tariff>& tariff)
{
    if (!tariff) {
        m_note->setText(
            tr("The price of %1 in %2 is not known here: choose another region or architecture, or give your own.")
                .arg(m_architecture->current() == 1 ? QStringLiteral("arm64") : QStringLiteral("x86_64"), m_region->currentText()));
        return;
    }
    QString text = tr("Prices of %1 in %2 as of %3, without the free tier.")
                       .arg(QString::fromLatin1(core::architectureName(tariff->architecture)), QString::fromStdString(tariff->region),
                            QString::fromStdString(tariff->asOf));
    if (tariff->isCorrected)
        text += QLatin1Char(' ') + tr("The price of a GB-second is your own.");
    if (m_isEstimate)
        text += QLatin1Char(' ') + tr("An estimate: this computer's seconds are taken for Lambda's.");
    m_note->setText(text);
}

void CostPage::showChart()
{
    CostQuestion question;
    question.deadlineSeconds = amount(*m_deadline);
    question.budgetUsdPerMillion = amount(*m_budget);
    question.timeWeight = static_cast<double>(m_weight->value()) / kWeightSteps;
    const auto tariff = tariffOf(m_choice);
    showNote(tariff);
    const std::vector<core::CostPoint> points = tariff ? pricedPoints(m_summary, *tariff) : std::vector<core::CostPoint>{};
    QStringList answers;
    for (const CostAnswer& answer : costAnswers(points, question))
        answers << tr("%1: %2, %3.").arg(answer.caption, answer.figure, answer.place);
    m_answers->setText(answers.join(QLatin1Char(' ')));
    m_answers->setVisible(!answers.isEmpty());
    CurveChart chart = makeCostChart(points, question);
    if (!tariff)
        chart.emptyText = m_note->text();
    m_chart->setChart(std::move(chart));
}

} // namespace tierscope::ui
