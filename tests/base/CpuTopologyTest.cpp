// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/CpuTopology.h"

#include <gtest/gtest.h>

namespace tierscope::core {
namespace {

std::string arm(const std::string& part)
{
    return "processor\t: 0\nBogoMIPS\t: 243.75\nCPU implementer\t: 0x41\nCPU architecture: 8\nCPU variant\t: 0x3\nCPU part\t: " + part
           + "\nCPU revision\t: 1\n\nprocessor\t: 1\nCPU implementer\t: 0x41\nCPU part\t: 0xd05\n";
}

TEST(CpuModel, IsWhatTheKernelCallsIt)
{
    EXPECT_EQ(cpuModelOf("processor\t: 0\nmodel\t\t: 85\nmodel name\t: Intel(R) Xeon(R) Processor @ 2.50GHz\n"),
              "Intel(R) Xeon(R) Processor @ 2.50GHz");
    EXPECT_EQ(cpuModelOf(arm("0xd08") + "\nModel\t\t: Raspberry Pi 4 Model B\n"), "Raspberry Pi 4 Model B");
    EXPECT_EQ(cpuModelOf("processor\t: 0\n"), "");
    EXPECT_EQ(cpuModelOf("CPU implementer\t: 0x41\n"), "");
    EXPECT_EQ(cpuModelOf(""), "");
}

TEST(CpuModel, TellsGravitonsApart)
{
    EXPECT_EQ(cpuModelOf(arm("0xd0c")), "Neoverse-N1");
    EXPECT_EQ(cpuModelOf(arm("0xd40")), "Neoverse-V1");
    EXPECT_EQ(cpuModelOf(arm("0xd4f")), "Neoverse-V2");
    EXPECT_EQ(cpuModelOf(arm("0xfff")), "ARM part 0x41:0xfff");
}

} // namespace
} // namespace tierscope::core
