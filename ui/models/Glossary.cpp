// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/Glossary.h"

#include "core/tier/TierCatalogue.h"

#include <QCoreApplication>

namespace tierscope::ui {

namespace {

struct Glossary {
    Q_DECLARE_TR_FUNCTIONS(Glossary)
};

} // namespace

QString glossaryTitle(Term term)
{
    switch (term) {
    case Term::VisibleVcpu:
        return Glossary::tr("Visible vCPU");
    case Term::CreditVcpu:
        return Glossary::tr("Credit vCPU");
    case Term::Quota:
        return Glossary::tr("Quota");
    case Term::Throttled:
        return Glossary::tr("Throttled");
    case Term::Dilation:
        return Glossary::tr("Dilation");
    case Term::BreakEven:
        return Glossary::tr("Break-even");
    case Term::SpeedUp:
        return Glossary::tr("Speed-up");
    case Term::Efficiency:
        return Glossary::tr("Efficiency");
    case Term::Cap:
        return Glossary::tr("Processes at once");
    case Term::Spread:
        return Glossary::tr("Spread");
    case Term::GbSecond:
        return Glossary::tr("GB-second");
    case Term::Model:
        return Glossary::tr("Performance model");
    }
    return {};
}

QString glossaryText(Term term)
{
    switch (term) {
    case Term::VisibleVcpu:
        return Glossary::tr("The processors that a function sees: 2 up to 3008 MB and 6 at 10240 MB. How much of them it may use is "
                            "another matter: that is its credit.");
    case Term::CreditVcpu:
        return Glossary::tr("The CPU time that a memory tier may use in each second: its memory divided by %1 MB. Below that size it is "
                            "less than one processor, and a second process cannot help.")
            .arg(core::kOneVcpuMemory.value);
    case Term::Quota:
        return Glossary::tr("How much CPU time a tier gets in each 20 ms. When it is used up, everything waits for the next 20 ms.");
    case Term::Throttled:
        return Glossary::tr("Time in which processes could have computed but had to wait, because the tier's quota was used up.");
    case Term::Dilation:
        return Glossary::tr(
            "Where a tier has more vCPUs than this computer, everything runs slower by the same factor, and the times shown "
            "are divided by it. ×3 means that a run takes three times as long as it says.");
    case Term::BreakEven:
        return Glossary::tr("The smallest memory tier from which running tasks in parallel stays faster than one after the other.");
    case Term::SpeedUp:
        return Glossary::tr("How many times as fast parallel is as one task after the other in the same tier. 2× means half the time.");
    case Term::Efficiency:
        return Glossary::tr("Speed-up divided by the number of processes at once: 100 % means that every process counted in full.");
    case Term::Cap:
        return Glossary::tr("How many tasks may run at the same time, a process each. More than there are vCPUs only makes them wait for "
                            "each other.");
    case Term::Spread:
        return Glossary::tr("How far repeated runs lie from their median, as their median distance from it. More repeats make the median "
                            "surer, and show the spread.");
    case Term::GbSecond:
        return Glossary::tr(
            "What AWS Lambda charges for: the tier's memory in GB times the seconds of a run. A larger tier costs more by the "
            "second, and less in all where it is faster by more.");
    case Term::Model:
        return Glossary::tr(
            "A simulation of the tasks under a tier's quota, fitted to the measured runs: the CPU time of a task, of starting "
            "a process, and how much busy vCPUs slow each other. It says how long a run takes in tiers that were not measured.");
    }
    return {};
}

} // namespace tierscope::ui
