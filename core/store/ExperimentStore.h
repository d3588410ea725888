// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/experiment/ExperimentSpec.h"
#include "core/experiment/Sample.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tierscope::core {

/// One line of a list of experiments.
struct ExperimentEntry {
    std::int64_t id = 0;
    std::string name;     ///< the given one, or in English what it measures
    bool isNamed = false; ///< a person has given it
    std::string workloadTitle;
    std::optional<Workload> workload; ///< none where the stored spec cannot be read
    int taskCount = 0;                ///< of each run; 0 with it
    BackendKind backend = BackendKind::Local;
    std::string function;       ///< of Lambda, as it was given: name or ARN; empty: not known
    std::string qualifier;      ///< likewise
    std::string region;         ///< likewise
    bool isAnyFunction = false; ///< LambdaContract::Any: workloadTitle says nothing
    ExperimentStatus status = ExperimentStatus::Finished;
    std::int64_t createdAtMs = 0; ///< Unix time
    int plannedRuns = 0;
    int finishedRuns = 0;
    int failedRuns = 0;
    int tierCount = 0;                    ///< 0: measured without a limit
    std::optional<double> fastestSeconds; ///< least median of any tier, mode and cap; none while nothing good is measured
};

/// An experiment with all its samples.
struct ExperimentRecord {
    ExperimentEntry entry;
    ExperimentSpec spec;
    Host host;
    std::string source; ///< where imported figures come from; empty for own measurements
    bool readOnly = false;
    std::vector<Sample> samples; ///< in plan order
};

/// Whether samples come with what there may be a million of: task records and the CPU trace. Without, neither is read from the file.
enum class SampleParts : std::uint8_t { All, WithoutRecords };

/// --database, else TIERSCOPE_DATABASE, else $XDG_DATA_HOME/tierscope/experiments.sqlite. Makes no file.
[[nodiscard]] std::string defaultDatabasePath();

/// The SQLite file of experiments. One instance a thread; any number of processes (WAL). What a call has returned survives a crash and a
/// power cut. Errors: Io (unwritable, disk full), Corrupt (not a database, or of a later version), Busy (locked for 5 s), NotFound.
class ExperimentStore {
public:
    /// Opens or makes it (folders too), and migrates an earlier version.
    [[nodiscard]] static Result<ExperimentStore> open(const std::string& path);
    ExperimentStore(ExperimentStore&&) noexcept;
    ExperimentStore& operator=(ExperimentStore&&) noexcept;
    ~ExperimentStore();

    /// A running experiment, owned by this process until finish().
    [[nodiscard]] Result<std::int64_t> create(const ExperimentSpec& spec, const Host& host, int plannedRuns);
    /// A record that was made elsewhere; its id and status (Imported) are set here.
    [[nodiscard]] Result<std::int64_t> importRecord(const ExperimentRecord& record);
    /// Takes over an experiment that does not run elsewhere.
    [[nodiscard]] Result<void> claim(std::int64_t id);
    /// Stores one sample; a failed one of the same plan index is replaced.
    [[nodiscard]] Result<void> append(std::int64_t id, const Sample& sample);
    [[nodiscard]] Result<void> finish(std::int64_t id, ExperimentStatus status);

    /// Newest first. An experiment whose process has died is Interrupted.
    [[nodiscard]] Result<std::vector<ExperimentEntry>> list() const;
    [[nodiscard]] Result<ExperimentRecord> load(std::int64_t id, SampleParts parts = SampleParts::All) const;
    /// One sample with its records. NotFound when the experiment has none of that plan index.
    [[nodiscard]] Result<Sample> loadSample(std::int64_t id, int planIndex) const;
    [[nodiscard]] Result<void> rename(std::int64_t id, const std::string& name);
    [[nodiscard]] Result<void> remove(std::int64_t id);

    [[nodiscard]] const std::string& path() const;

private:
    struct Database;
    explicit ExperimentStore(std::unique_ptr<Database> database);
    std::unique_ptr<Database> m_database;
};

} // namespace tierscope::core
