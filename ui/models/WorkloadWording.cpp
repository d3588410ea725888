// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/WorkloadWording.h"

#include "core/workload/Kernels.h"
#include "ui/models/FunctionList.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>

namespace tierscope::ui {

namespace {

struct Workloads {
    Q_DECLARE_TR_FUNCTIONS(Workloads)
};

QString fromView(std::string_view words)
{
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

/// The kernel's title with its parameters, of which it has one or two.
QString titleWith(std::string_view kernel, const QString& first, const QString& second)
{
    const QString title = kernelTitle(kernel);
    if (kernel == "busy-loop" || kernel == "sha256")
        return Workloads::tr("%1 %2", "Busy loop 10,000,000 iterations").arg(title, first);
    if (kernel == "prime-sieve")
        return Workloads::tr("%1 up to %2", "Prime sieve").arg(title, first);
    if (kernel == "matrix-multiply")
        return Workloads::tr("%1 %2 × %3", "Matrix product of n rows and columns").arg(title, first, first);
    if (kernel == "memory-walk")
        return Workloads::tr("%1 %2 MB × %3", "Memory walk, passes").arg(title, first, second);
    if (kernel == "sleep")
        return Workloads::tr("%1 %2 ms", "Sleep").arg(title, first);
    return title;
}

QString title(const core::KernelWorkload& workload)
{
    const auto prepared = core::prepareKernel(workload);
    if (!prepared)
        return kernelTitle(workload.name);
    return titleWith(workload.name, numberText(prepared->arguments[0]), numberText(prepared->arguments[1]));
}

QString title(const core::CommandWorkload& workload)
{
    return QString::fromStdString(core::workloadTitle(workload));
}

QString title(const core::PythonWorkload& workload)
{
    // The loop of the reference measurements, which is ours.
    if (workload.module == "tierscope_workloads" && workload.function == "busy_loop")
        return Workloads::tr("Reference loop, Python");
    return QString::fromStdString(core::workloadTitle(workload));
}

} // namespace

QString kernelTitle(std::string_view kernel)
{
    if (kernel == "noop")
        return Workloads::tr("Nothing");
    if (kernel == "busy-loop")
        return Workloads::tr("Busy loop");
    if (kernel == "prime-sieve")
        return Workloads::tr("Prime sieve");
    if (kernel == "sha256")
        return Workloads::tr("SHA-256");
    if (kernel == "matrix-multiply")
        return Workloads::tr("Matrix product");
    if (kernel == "memory-walk")
        return Workloads::tr("Memory walk");
    if (kernel == "sleep")
        return Workloads::tr("Sleep");
    return fromView(kernel);
}

QString kernelSummary(std::string_view kernel)
{
    if (kernel == "noop")
        return Workloads::tr("Does nothing: what is left is the cost of starting a task.");
    if (kernel == "busy-loop")
        return Workloads::tr("A chain of whole-number operations, about 1 ns an iteration.");
    if (kernel == "prime-sieve")
        return Workloads::tr("Counts the primes up to a limit.");
    if (kernel == "sha256")
        return Workloads::tr("Hashes a block of 64 bytes again and again.");
    if (kernel == "matrix-multiply")
        return Workloads::tr("Multiplies two square matrices of 64-bit whole numbers.");
    if (kernel == "memory-walk")
        return Workloads::tr("Reads and writes every cache line of its memory.");
    if (kernel == "sleep")
        return Workloads::tr("Waits without using a CPU.");
    const core::Kernel* found = core::findKernel(kernel);
    return found == nullptr ? QString() : fromView(found->summary) + QLatin1Char('.');
}

QString workloadText(const core::Workload& workload)
{
    return std::visit([](const auto& kind) { return title(kind); }, workload);
}

QString unnamedTitle(const core::Workload& workload, int tasks)
{
    return Workloads::tr("%1, %2", "workload, tasks").arg(workloadText(workload), tasksText(tasks));
}

QString unnamedTitle(const core::ExperimentSpec& spec)
{
    if (spec.backend == core::BackendKind::Lambda && spec.lambda.contract == core::LambdaContract::Any)
        return Workloads::tr("Function %1").arg(functionTitle(spec.lambda.function, spec.lambda.qualifier));
    return unnamedTitle(spec.workload, spec.tasks);
}

QString entryName(const core::ExperimentEntry& entry)
{
    // Of those that are in no database, the reference alone has ended.
    if (entry.id == 0 && entry.status == core::ExperimentStatus::Imported)
        return Workloads::tr("Reference measurements (2021)");
    if (entry.isNamed || !entry.workload)
        return QString::fromStdString(entry.name);
    if (entry.isAnyFunction)
        return Workloads::tr("Function %1").arg(functionTitle(entry.function, entry.qualifier));
    return unnamedTitle(*entry.workload, entry.taskCount);
}

QString entryWorkload(const core::ExperimentEntry& entry)
{
    return entry.workload ? workloadText(*entry.workload) : QString::fromStdString(entry.workloadTitle);
}

} // namespace tierscope::ui
