// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/ExperimentLibrary.h"

#include "ui/models/Experiment.h"

#include <algorithm>

namespace tierscope::ui {

namespace {

using core::ExperimentStore;
using core::Result;

Result<ExperimentStore*> opened(std::optional<ExperimentStore>& store, const std::string& path)
{
    if (!store) {
        auto fresh = ExperimentStore::open(path);
        if (!fresh)
            return core::fail(fresh.error());
        store.emplace(std::move(*fresh));
    }
    return &*store;
}

/// With where the time of its runs went, as long as their tasks are not so many that opening it would take noticeably long.
Result<core::ExperimentRecord> loadBare(const ExperimentStore& store, std::int64_t id)
{
    constexpr std::int64_t kMostTasks = 500'000;
    auto record = store.load(id, core::SampleParts::WithoutRecords);
    if (!record)
        return record;
    std::int64_t tasks = 0;
    for (const core::Sample& sample : record->samples)
        tasks += sample.taskCount;
    if (tasks > kMostTasks)
        return record;
    record = store.load(id, core::SampleParts::All);
    if (record)
        std::ranges::transform(record->samples, record->samples.begin(), withoutTasks);
    return record;
}

} // namespace

ExperimentLibrary::ExperimentLibrary(std::string databasePath, QObject* parent)
    : QObject(parent)
    , m_databasePath(std::move(databasePath))
    , m_store(std::make_shared<std::optional<ExperimentStore>>())
    , m_queue(this)
{}

template <typename Value, typename Work, typename Signal>
void ExperimentLibrary::ask(Work work, Signal answer)
{
    m_queue.post(
        [store = m_store, path = m_databasePath, work]() -> Result<Value> {
            const auto open = opened(*store, path);
            if (!open)
                return core::fail(open.error());
            return work(**open);
        },
        [this, answer](const Result<Value>& result) {
            if (result)
                answer(*result);
            else
                emit failed(result.error());
        });
}

void ExperimentLibrary::list()
{
    using Entries = std::vector<core::ExperimentEntry>;
    ask<Entries>([](const ExperimentStore& store) { return store.list(); }, [this](const Entries& entries) { emit listed(entries); });
}

void ExperimentLibrary::load(std::int64_t id)
{
    ask<core::ExperimentRecord>([id](const ExperimentStore& store) { return loadBare(store, id); },
                                [this](const core::ExperimentRecord& record) { emit loaded(record); });
}

void ExperimentLibrary::loadRun(std::int64_t id, int planIndex, const std::optional<core::TaskAlone>& alone)
{
    m_queue.post(
        [store = m_store, path = m_databasePath, id, planIndex, alone]() -> Result<RunTimelinePtr> {
            const auto open = opened(*store, path);
            if (!open)
                return core::fail(open.error());
            auto sample = (*open)->loadSample(id, planIndex);
            if (!sample)
                return core::fail(sample.error());
            return std::make_shared<const RunTimeline>(makeRunTimeline(std::move(*sample), alone));
        },
        [this, id, planIndex](const Result<RunTimelinePtr>& run) {
            if (run)
                emit runLoaded(id, planIndex, *run);
            else
                emit runNotLoaded(id, planIndex, run.error());
        });
}

void ExperimentLibrary::remove(std::int64_t id)
{
    m_queue.post(
        [store = m_store, path = m_databasePath, id]() -> Result<void> {
            const auto open = opened(*store, path);
            return open ? (*open)->remove(id) : core::fail(open.error());
        },
        [this, id](const Result<void>& gone) {
            if (gone)
                emit removed(id);
            else
                emit notRemoved(id, gone.error());
        });
}

void ExperimentLibrary::rename(std::int64_t id, const std::string& name)
{
    ask<std::int64_t>(
        [id, name](ExperimentStore& store) -> Result<std::int64_t> {
            if (const auto done = store.rename(id, name); !done)
                return core::fail(done.error());
            return id;
        },
        [this](std::int64_t renamedId) { emit renamed(renamedId); });
}

void ExperimentLibrary::exportTo(std::int64_t id, ExportFormat format, const QString& path)
{
    ask<QString>(
        [id, format, path](const ExperimentStore& store) -> Result<QString> {
            const auto record = store.load(id);
            return record ? writeExport(*record, format, path) : core::fail(record.error());
        },
        [this](const QString& written) { emit exported(written); });
}

void ExperimentLibrary::exportTo(const core::ExperimentRecord& record, ExportFormat format, const QString& path)
{
    m_queue.post([record, format, path] { return writeExport(record, format, path); },
                 [this](const Result<QString>& written) {
                     if (written)
                         emit exported(*written);
                     else
                         emit failed(written.error());
                 });
}

} // namespace tierscope::ui
