# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""Python workloads that ship with the runner."""


def busy_loop(iterations):
    """Counts to `iterations` in a plain loop and returns the count: the task of the reference experiment
    (resources/reference/article-2021-12.csv has 10 of them with 10,000,000 iterations)."""
    count = 0
    for _ in range(iterations):
        count += 1
    return count
