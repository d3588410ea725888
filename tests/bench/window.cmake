# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
if(TARGET tierscope_ui)
    add_executable(window_bench window_bench.cpp)
    target_link_libraries(window_bench PRIVATE tierscope_ui)
    add_dependencies(window_bench tierscope-runner)

    add_executable(chart_bench chart_bench.cpp)
    target_link_libraries(chart_bench PRIVATE tierscope_ui)

    add_executable(timeline_bench timeline_bench.cpp)
    target_link_libraries(timeline_bench PRIVATE tierscope_ui)
endif()
