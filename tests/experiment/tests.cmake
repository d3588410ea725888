# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
find_package(rapidcheck REQUIRED)
find_package(SQLite3 REQUIRED)
tierscope_test(experiment_test
    SOURCES experiment/DurationEstimateTest.cpp experiment/ExperimentPlanTest.cpp experiment/ExperimentRunnerTest.cpp
        experiment/ExperimentSpecTest.cpp experiment/PresetTest.cpp experiment/SampleFailureTest.cpp
        experiment/SpecValidationTest.cpp
    LIBRARIES core rapidcheck rapidcheck_gtest)
tierscope_test(analysis_test
    SOURCES analysis/AdaptiveSweepTest.cpp analysis/CalibrationTest.cpp analysis/ComparisonTest.cpp analysis/CostTest.cpp
        analysis/CostTimeTest.cpp analysis/DecompositionTest.cpp analysis/DriftTest.cpp analysis/FindingsTest.cpp analysis/ModelFitTest.cpp
        analysis/ModelOverlayTest.cpp
        analysis/ModelPredictionTest.cpp analysis/ScheduleSimulationTest.cpp analysis/SpeedUpTest.cpp analysis/StatisticsTest.cpp
        analysis/StatisticsVectorsTest.cpp analysis/SummaryTest.cpp
    LIBRARIES core rapidcheck rapidcheck_gtest)
tierscope_test(store_test
    SOURCES store/ColumnCodecTest.cpp store/ExperimentStoreTest.cpp store/ProcessOwnerTest.cpp store/RecordBlobsTest.cpp
        store/StoreFaultTest.cpp
    LIBRARIES core SQLite::SQLite3 rapidcheck rapidcheck_gtest)
tierscope_test(exchange_test
    SOURCES exchange/ChromeTraceTest.cpp exchange/ExperimentImportTest.cpp exchange/ExperimentJsonTest.cpp exchange/ExperimentMarkdownTest.cpp
        exchange/ModelJsonTest.cpp exchange/ObservationsCsvTest.cpp exchange/ReferenceExperimentTest.cpp exchange/TextTimelineTest.cpp
    LIBRARIES core rapidcheck rapidcheck_gtest)

add_test(NAME cli COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/integration/cli_test.py $<TARGET_FILE:tierscope-cli>)
set_tests_properties(cli PROPERTIES TIMEOUT 600 LABELS integration)
# What needs nothing but Python; the rest of tests/integration/lambda is CI's.
foreach(name IN ITEMS fault kill)
    add_test(NAME lambda_${name} COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/integration/lambda/${name}_test.py)
    set_tests_properties(lambda_${name} PROPERTIES TIMEOUT 600 LABELS integration
        ENVIRONMENT "TIERSCOPE_CLI=$<TARGET_FILE:tierscope-cli>;PYTHONDONTWRITEBYTECODE=1")
endforeach()
