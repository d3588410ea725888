// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "../experiment/SampleFixture.h"
#include "core/store/ExperimentStore.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

namespace tierscope::core::test {

/// A folder of its own for each test, so that tests may run at the same time.
class StoreFixture : public testing::Test {
protected:
    StoreFixture() { std::filesystem::create_directories(m_folder); }
    ~StoreFixture() override { std::filesystem::remove_all(m_folder); }

    [[nodiscard]] std::string path() const { return m_folder / "experiments.sqlite"; }

    [[nodiscard]] ExperimentStore open() const
    {
        auto store = ExperimentStore::open(path());
        EXPECT_TRUE(store) << store.error().sentence();
        return std::move(*store);
    }

    /// The error of an attempt to open it.
    [[nodiscard]] Error openFault() const
    {
        const auto store = ExperimentStore::open(path());
        EXPECT_FALSE(store);
        return store ? Error{} : store.error();
    }

    static ExperimentSpec spec()
    {
        ExperimentSpec spec;
        spec.workload = KernelWorkload{"busy-loop", {{"iterations", 5}}};
        spec.tiers = {{128}, {512}};
        return spec;
    }

    static Host host() { return Host{2, 4, "Some CPU", "x86_64", 4096}; }

    static Sample sample(int planIndex, bool ok = true)
    {
        Sample sample = sampleOf(PlannedRun{planIndex, MemoryMb{128}, ScheduleMode::Parallel, 2, 0, false}, 1.5);
        sample.ok = ok;
        sample.error = ok ? "" : "task 0 was killed";
        return sample;
    }

    std::filesystem::path m_folder =
        std::filesystem::temp_directory_path()
        / ("tierscope-store-" + std::to_string(getpid()) + "-" + testing::UnitTest::GetInstance()->current_test_info()->name());
};

} // namespace tierscope::core::test
