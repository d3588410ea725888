// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/ObservationsCsv.h"
#include "core/experiment/Preset.h"
#include "core/tier/TierCatalogue.h"
#include "ui/models/ErrorWording.h"
#include "ui/models/Experiment.h"
#include "ui/models/FindingsModel.h"
#include "ui/models/PlanNote.h"
#include "ui/models/SweepOutcome.h"
#include "ui/models/Wording.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace {

using namespace tierscope;

TEST(WordingTest, DurationsAsPeopleSayThem)
{
    EXPECT_EQ(ui::durationText(0.2), "1 s") << "nothing takes no time";
    EXPECT_EQ(ui::durationText(59.4), "59 s");
    EXPECT_EQ(ui::durationText(60), "1 min");
    EXPECT_EQ(ui::durationText(92), "1 min 32 s");
    EXPECT_EQ(ui::durationText(7500), "2 h 5 min");
}

TEST(WordingTest, OneIsNotMany)
{
    EXPECT_EQ(ui::runsText(1), "1 run");
    EXPECT_EQ(ui::runsText(1200), "1,200 runs");
    EXPECT_EQ(ui::samplesText(1), "1 sample");
    EXPECT_EQ(ui::tasksText(2), "2 tasks");
    EXPECT_EQ(ui::cpusText(1), "1 CPU");
}

TEST(WordingTest, UnitsStayWithTheirFigures)
{
    const QString nbsp(QChar::Nbsp);
    EXPECT_EQ(ui::keepUnits("3.36 s against 2048 MB up, 2 samples"), "3.36" + nbsp + "s against 2048" + nbsp + "MB up, 2 samples");
    EXPECT_EQ(ui::keepUnits("1 s · 10240 MB × 6"), "1" + nbsp + "s · 10240" + nbsp + "MB" + nbsp + "×" + nbsp + "6");
}

TEST(LeadTextTest, TheReferenceSaysWhatItShowsFromItsOwnFigures)
{
    const QString lead = ui::leadText(core::referenceExperiment());
    EXPECT_TRUE(lead.contains("pays off from 2048 MB")) << lead.toStdString();
    EXPECT_TRUE(lead.contains("at 10240 MB it is 4.0×")) << lead.toStdString();
}

TEST(LeadTextTest, OwnMeasurementsSayWhatTheyWereMeasuredUnder)
{
    core::ExperimentRecord record;
    record.spec.workload = core::KernelWorkload{"busy-loop", {{"iterations", 10'000'000}}};
    record.host.usableCpus = 2;
    EXPECT_EQ(ui::leadText(record), "Busy loop 10,000,000, 10 tasks, measured on this computer with 2 CPUs.");
    core::Sample plain;
    plain.limiter = "cgroup v1";
    core::Sample dilated = plain;
    dilated.dilation = {3};
    record.samples = {plain, dilated};
    EXPECT_EQ(ui::leadText(record), "Busy loop 10,000,000, 10 tasks, measured on this computer with 2 CPUs, limited by cgroup v1, "
                                    "tiers with more vCPUs dilated up to ×3.");
}

TEST(ExperimentRecordTest, SamplesLoseOnlyTheirRecords)
{
    core::Sample sample;
    sample.planIndex = 3;
    sample.wallSeconds = 2;
    sample.costUsd = 0.1;
    sample.tasks.resize(5);
    sample.cpuTrace.resize(5);
    sample.tasks[0].slot = 0;
    sample.tasks[0].ended = std::chrono::seconds(1);
    const core::Sample bare = ui::withoutTasks(sample);
    EXPECT_TRUE(bare.tasks.empty());
    EXPECT_TRUE(bare.cpuTrace.empty());
    ASSERT_TRUE(bare.wallParts) << "where the time went is kept";
    EXPECT_EQ(bare.wallParts->wallSeconds, 2);
    EXPECT_EQ(bare.planIndex, 3);
    EXPECT_EQ(bare.costUsd, 0.1);
}

TEST(ExperimentRecordTest, ASampleOfTheSamePlanIndexIsReplaced)
{
    core::ExperimentRecord record;
    core::Sample sample;
    sample.planIndex = 3;
    ui::addSample(record, sample);
    sample.ok = true;
    ui::addSample(record, sample);
    ASSERT_EQ(record.samples.size(), 1U);
    EXPECT_TRUE(record.samples[0].ok);
}

TEST(FindingCardsTest, EachHasAFigureAndAReason)
{
    const auto cards = ui::makeFindingCards(core::findings(core::summarise(core::referenceExperiment().samples)));
    ASSERT_GE(cards.size(), 3U);
    EXPECT_EQ(cards[0].caption, "Fastest");
    EXPECT_EQ(cards[0].figure, ui::keepUnits("869 ms · 10240 MB × 6"));
    for (const ui::FindingCard& card : cards)
        EXPECT_FALSE(card.caption.isEmpty() || card.figure.isEmpty() || card.reason.isEmpty());
}

TEST(FindingCardsTest, WordsThatNotEverybodyKnowsAreExplained)
{
    const auto cards = ui::makeFindingCards(core::findings(core::summarise(core::referenceExperiment().samples)));
    const auto termOf = [&cards](core::Finding::Kind kind) {
        const auto found = std::ranges::find(cards, kind, &ui::FindingCard::kind);
        return found == cards.end() ? std::nullopt : found->term;
    };
    EXPECT_EQ(termOf(core::Finding::Kind::BreakEven), ui::Term::BreakEven);
    EXPECT_EQ(termOf(core::Finding::Kind::Cheapest), ui::Term::GbSecond);
    EXPECT_EQ(termOf(core::Finding::Kind::Fastest), std::nullopt);
}

TEST(FindingCardsTest, ReasonsAreWholeSentencesFromTheFigures)
{
    const auto cards = ui::makeFindingCards(core::findings(core::summarise(core::referenceExperiment().samples)));
    const auto reasonOf = [&cards](core::Finding::Kind kind) {
        const auto found = std::ranges::find(cards, kind, &ui::FindingCard::kind);
        return found == cards.end() ? QString() : QString(found->reason).replace(QChar::Nbsp, QLatin1Char(' '));
    };
    EXPECT_EQ(reasonOf(core::Finding::Kind::Fastest), "65× as fast as the slowest: parallel with 2 at once at 128 MB, 56.8 s.");
    EXPECT_TRUE(reasonOf(core::Finding::Kind::Cheapest).contains(QStringLiteral("GB\u2011seconds, ")))
        << reasonOf(core::Finding::Kind::Cheapest).toStdString();
    EXPECT_TRUE(reasonOf(core::Finding::Kind::BreakEven).contains(" one after the other there, "));
    for (const ui::FindingCard& card : cards)
        EXPECT_TRUE(card.reason.endsWith('.')) << card.reason.toStdString();
}

TEST(FindingCardsTest, WithoutALimitThereIsNoTierToName)
{
    core::Finding finding;
    finding.kind = core::Finding::Kind::BreakEven;
    finding.row.memory = core::kUnlimitedTier;
    finding.row.medianSeconds = 1;
    finding.other = finding.row;
    finding.other->medianSeconds = 1.5;
    const ui::FindingCard card = ui::makeFindingCards({finding})[0];
    EXPECT_EQ(card.figure, "Parallel wins");
    EXPECT_TRUE(card.reason.contains("1.50×")) << card.reason.toStdString();
}

TEST(FindingCardsTest, TheLargestLossSaysWhatToDo)
{
    core::Finding finding;
    finding.kind = core::Finding::Kind::LargestLoss;
    finding.row.memory = core::MemoryMb{885};
    finding.row.mode = core::ScheduleMode::Parallel;
    finding.row.cap = 2;
    finding.row.share = core::CpuShare{0.5};
    finding.figure = 4;
    finding.parts = core::Decomposition{{6, 1, 4, 1, 0, 0}, 12};
    const auto plain = [](QString text) { return text.replace(QChar::Nbsp, QLatin1Char(' ')); };
    const ui::FindingCard card = ui::makeFindingCards({finding})[0];
    EXPECT_EQ(plain(card.figure), "4.00 s of 12.0 s: throttled");
    EXPECT_EQ(plain(card.reason),
              "Of the fastest, parallel with 2 at once at 885 MB. A higher tier gives more CPU, and one at a time costs "
              "nothing here.");
    EXPECT_EQ(card.term, ui::Term::Throttled);
    std::set<QString> words;
    for (std::size_t part = 1; part < core::kWallParts; ++part) {
        finding.parts = core::Decomposition{{}, 12};
        finding.parts->seconds[part] = 4;
        const ui::FindingCard each = ui::makeFindingCards({finding})[0];
        words.insert(each.figure);
        EXPECT_TRUE(each.reason.endsWith('.'));
    }
    EXPECT_EQ(words.size(), core::kWallParts - 1);
}

TEST(ErrorTextTest, EveryCodeHasAHeadlineAndCoresTextIsTheDetail)
{
    std::set<QString> headlines;
    for (int code = 0; code <= static_cast<int>(core::ErrorCode::Internal); ++code)
        headlines.insert(ui::errorHeadline(static_cast<core::ErrorCode>(code)));
    EXPECT_EQ(headlines.size(), static_cast<std::size_t>(core::ErrorCode::Internal) + 1);
    EXPECT_EQ(ui::errorText({core::ErrorCode::NotFound, "there is no experiment 7", "List them"}),
              "Something is missing: there is no experiment 7. List them.");
    EXPECT_EQ(ui::errorText({core::ErrorCode::Busy, "the database is locked", ""}),
              "Somebody else holds it: the database is locked. Wait a moment and try again.");
    EXPECT_EQ(ui::warningText({core::ErrorCode::Unsupported, "runs are limited by duty cycle", ""}),
              "Worth knowing: runs are limited by duty cycle.");
}

TEST(WordingTest, LimitersAndPresetsHaveNames)
{
    EXPECT_EQ(ui::limiterText("cgroup v2"), "cgroup v2");
    EXPECT_EQ(ui::limiterText("duty cycle"), "duty cycle");
    EXPECT_EQ(ui::limiterText("lambda"), "AWS Lambda");
    EXPECT_EQ(ui::limiterText("none"), "no limit");
    for (const core::Preset& preset : core::presets()) {
        EXPECT_FALSE(ui::presetTitle(preset.id).isEmpty()) << preset.id;
        EXPECT_TRUE(ui::presetSummary(preset.id).endsWith('.')) << preset.id;
    }
}

TEST(FindingCardsTest, FailedSamplesAreCounted)
{
    core::Finding finding;
    finding.kind = core::Finding::Kind::FailedSamples;
    finding.count = 2;
    EXPECT_EQ(ui::makeFindingCards({finding})[0].figure, "2 samples");
    EXPECT_TRUE(ui::makeFindingCards({finding})[0].reason.startsWith("They are not counted."));
    finding.count = 1;
    EXPECT_TRUE(ui::makeFindingCards({finding})[0].reason.startsWith("It is not counted: "));
}

TEST(PlanNoteTest, SaysRunsAndDilationAndTimeOnceATaskIsKnown)
{
    core::ExperimentSpec spec = core::presetSpec("reference-cpp").value();
    const ui::PlanNote before = ui::makePlanNote(spec, 2, std::nullopt);
    EXPECT_EQ(before.headline, "48 runs");
    EXPECT_TRUE(before.detail.contains("dilated ×1.5 to ×3")) << before.detail.toStdString();
    const ui::PlanNote after = ui::makePlanNote(spec, 2, core::TaskCalibration{0.35, 0.35, 0.001});
    EXPECT_TRUE(after.headline.startsWith("About ")) << after.headline.toStdString();
    EXPECT_TRUE(after.detail.startsWith("48 runs, reckoned from")) << after.detail.toStdString();
    EXPECT_TRUE(after.isDilated);
    EXPECT_FALSE(ui::makePlanNote(spec, 8, std::nullopt).detail.contains("dilated")) << "eight CPUs hold every tier";
    spec.tiers = {core::MemoryMb{3072}};
    EXPECT_TRUE(ui::makePlanNote(spec, 2, std::nullopt).detail.contains("dilated ×1.5:")) << "one factor is no range";
}

TEST(PlanNoteTest, SaysHowManyThereMayBeWhereItEndsEarly)
{
    core::ExperimentSpec spec = core::presetSpec("reference-cpp").value();
    const core::TaskCalibration calibration{0.35, 0.35, 0.001};
    spec.precisionPercent = 5;
    spec.maxRepeats = 6;
    const ui::PlanNote until = ui::makePlanNote(spec, 8, std::nullopt);
    EXPECT_EQ(until.headline, "48 to 96 runs");
    EXPECT_TRUE(until.detail.contains(ui::keepUnits("sure to ± 5 %, at the latest after 6"))) << until.detail.toStdString();
    EXPECT_TRUE(ui::makePlanNote(spec, 8, calibration).headline.contains(" to "));

    spec.precisionPercent = 0;
    const ui::PlanNote adaptive = ui::makePlanNote(spec, 8, calibration, core::SweepGoal::Fastest);
    EXPECT_TRUE(adaptive.headline.startsWith("At most ")) << adaptive.headline.toStdString();
    EXPECT_TRUE(adaptive.detail.contains(ui::keepUnits("the fastest tier is known: a full sweep is 48 runs at 8 tiers")))
        << adaptive.detail.toStdString();
}

TEST(FindingCardsTest, AnAdaptiveSweepSaysWhatAFullOneWouldHaveMeasured)
{
    ui::SweepOutcome outcome{core::SweepGoal::Fastest, {{core::MemoryMb{6144}}, core::MemoryMb{10240}, 0.931, 3, 8}};
    const ui::FindingCard going = ui::makeFindingCards({}, nullptr, &outcome).front();
    EXPECT_EQ(going.figure, "3 of 8 tiers");
    EXPECT_EQ(going.reason, ui::keepUnits("10240 MB is the fastest, 93 % sure. A full sweep measures 8 tiers."));
    outcome.step.next.clear();
    outcome.step.confidence = 0.999;
    EXPECT_EQ(ui::makeFindingCards({}, nullptr, &outcome).front().reason,
              ui::keepUnits("10240 MB is the fastest, over 99 % sure. A full sweep would have measured 8 tiers."));
    outcome.step.measuredTiers = 8;
    EXPECT_TRUE(ui::makeFindingCards({}, nullptr, &outcome).front().reason.contains("all are measured"));
    outcome.step.measuredTiers = 0;
    EXPECT_TRUE(ui::makeFindingCards({}, nullptr, &outcome).empty()) << "before the first run there is nothing to say";
}

TEST(PlanNoteTest, QuickLookTellsHowFastThisComputerIs)
{
    const core::ExperimentSpec quick = core::presetSpec("quick-look").value();
    const double iterations = static_cast<double>(std::get<core::KernelWorkload>(quick.workload).parameters.at("iterations"));
    const auto perIteration = ui::quickLookIterationSeconds(quick, 2);
    ASSERT_TRUE(perIteration.has_value());
    const double task = *perIteration * iterations;
    EXPECT_EQ(ui::makePlanNote(quick, 2, core::TaskCalibration{task, task, 0}).headline, "About 30 s");
    EXPECT_FALSE(ui::quickLookIterationSeconds(core::presetSpec("command").value(), 2).has_value());
}

} // namespace
