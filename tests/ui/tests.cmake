# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
find_package(Qt6 6.4 REQUIRED COMPONENTS DBus Test)
find_package(rapidcheck REQUIRED)

tierscope_test(ui_test
    SOURCES
        ui/main.cpp
        ui/ArgumentsTest.cpp
        ui/AwsPageTest.cpp
        ui/ChartAxisTest.cpp
        ui/ChartReadoutTest.cpp
        ui/ChartSamples.cpp
        ui/ChartZoomTest.cpp
        ui/ChipEditTest.cpp
        ui/ChipLayoutTest.cpp
        ui/ColumnFitTest.cpp
        ui/CostChartModelTest.cpp
        ui/CostChoiceTest.cpp
        ui/CpuModelsTest.cpp
        ui/CurvePagesTest.cpp
        ui/DesktopSchemeTest.cpp
        ui/DigitGroupsTest.cpp
        ui/ErrorWordingTest.cpp
        ui/EventBridgeTest.cpp
        ui/ExperimentSessionTest.cpp
        ui/ExperimentWordsTest.cpp
        ui/FailureWordingTest.cpp
        ui/FakeBackend.cpp
        ui/FakeLambda.cpp
        ui/FigureDigitsTest.cpp
        ui/FormModelTest.cpp
        ui/FormPanelTest.cpp
        ui/FormStateTest.cpp
        ui/GlossaryTest.cpp
        ui/LabelLayoutTest.cpp
        ui/LambdaDeskTest.cpp
        ui/LaneDetailTest.cpp
        ui/LambdaModelsTest.cpp
        ui/LambdaWindowTest.cpp
        ui/LoopbackLambda.cpp
        ui/ModelLinesTest.cpp
        ui/PlotGeometryTest.cpp
        ui/ProblemWordingTest.cpp
        ui/QtWarnings.cpp
        ui/RowSortTest.cpp
        ui/RuntimeChartModelTest.cpp
        ui/RuntimePageTest.cpp
        ui/SpeedupChartModelTest.cpp
        ui/StatusModelTest.cpp
        ui/TableModelsTest.cpp
        ui/TerminationSignalsTest.cpp
        ui/ThemeTest.cpp
        ui/TierListTest.cpp
        ui/SamplePageTest.cpp
        ui/TimelineGeometryTest.cpp
        ui/TimelineModelsTest.cpp
        ui/TimelinePageTest.cpp
        ui/TimelineSamples.cpp
        ui/TranslationsTest.cpp
        ui/WindowFixture.cpp
        ui/WindowHistoryTest.cpp
        ui/WindowKeyboardTest.cpp
        ui/WindowPicturesTest.cpp
        ui/WindowSettingsTest.cpp
        ui/WindowTest.cpp
        ui/WindowTimelineTest.cpp
        ui/WorkQueueTest.cpp
        ui/WorkloadWordingTest.cpp
    LIBRARIES tierscope_ui Qt6::DBus Qt6::Test rapidcheck rapidcheck_gtest)

# Where pictures are written.
set_source_files_properties(ui/CurvePagesTest.cpp ui/RuntimePageTest.cpp ui/TimelinePageTest.cpp ui/WindowPicturesTest.cpp PROPERTIES COMPILE_DEFINITIONS
    "TIERSCOPE_BINARIES=\"${CMAKE_RUNTIME_OUTPUT_DIRECTORY}\"")

target_precompile_headers(ui_test PRIVATE <QApplication> <QComboBox> <QHeaderView> <QLabel> <QLineEdit> <QPainter> <QPushButton> <QTableView>
    <QTest> <QVBoxLayout> <gmock/gmock.h> <gtest/gtest.h>)

add_test(NAME desktop COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/integration/desktop_test.py $<TARGET_FILE:tierscope>)
set_tests_properties(desktop PROPERTIES TIMEOUT ${TIERSCOPE_TEST_TIMEOUT} LABELS ui)

# The same pictures for denser screens; "wide" at twice the density is a 4K screen.
add_test(NAME pictures_2x COMMAND ui_test --gtest_filter=*/WindowPicturesTest.*)
set_tests_properties(pictures_2x PROPERTIES TIMEOUT ${TIERSCOPE_TEST_TIMEOUT} LABELS ui ENVIRONMENT "QT_SCALE_FACTOR=2")
add_test(NAME pictures_1_5x COMMAND ui_test "--gtest_filter=*/WindowPicturesTest.EveryPage/light:*/WindowPicturesTest.EveryPage/japanesesmalldark")
set_tests_properties(pictures_1_5x PROPERTIES TIMEOUT ${TIERSCOPE_TEST_TIMEOUT} LABELS ui ENVIRONMENT "QT_SCALE_FACTOR=1.5")

# README's pictures: cmake --build … --target screenshots draws them anew.
add_custom_target(screenshots
    COMMAND ui_test "--gtest_filter=*/WindowPicturesTest.EveryPage/light:*/WindowPicturesTest.EveryPage/dark"
    COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/pictures/first-start-light.png ${CMAKE_SOURCE_DIR}/resources/screenshots/runtime-light.png
    COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/pictures/first-start-dark.png ${CMAKE_SOURCE_DIR}/resources/screenshots/runtime-dark.png
    VERBATIM)
