# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
find_package(rapidcheck REQUIRED)

tierscope_test(ui_test
    SOURCES
        ui/main.cpp
        ui/ArgumentsTest.cpp
        ui/ChartAxisTest.cpp
        ui/ChartReadoutTest.cpp
        ui/ChartSamples.cpp
        ui/ChartZoomTest.cpp
        ui/ChipLayoutTest.cpp
        ui/CostChartModelTest.cpp
        ui/CurvePagesTest.cpp
        ui/DigitGroupsTest.cpp
        ui/EventBridgeTest.cpp
        ui/ExperimentSessionTest.cpp
        ui/ExperimentWordsTest.cpp
        ui/FakeBackend.cpp
        ui/FigureDigitsTest.cpp
        ui/FormModelTest.cpp
        ui/FormPanelTest.cpp
        ui/FormStateTest.cpp
        ui/GlossaryTest.cpp
        ui/LabelLayoutTest.cpp
        ui/PlotGeometryTest.cpp
        ui/ProblemWordingTest.cpp
        ui/QtWarnings.cpp
        ui/RuntimeChartModelTest.cpp
        ui/RuntimePageTest.cpp
        ui/SpeedupChartModelTest.cpp
        ui/StatusModelTest.cpp
        ui/TableModelsTest.cpp
        ui/TerminationSignalsTest.cpp
        ui/ThemeTest.cpp
        ui/TierListTest.cpp
        ui/SamplePageTest.cpp
        ui/TranslationsTest.cpp
        ui/WindowFixture.cpp
        ui/WindowHistoryTest.cpp
        ui/WindowKeyboardTest.cpp
        ui/WindowPicturesTest.cpp
        ui/WindowSettingsTest.cpp
        ui/WindowTest.cpp
        ui/WorkQueueTest.cpp
    LIBRARIES tierscope_ui Qt6::Test rapidcheck rapidcheck_gtest)

# The same pictures for a screen of twice the density.
add_test(NAME pictures_2x COMMAND ui_test --gtest_filter=*/WindowPicturesTest.*)
set_tests_properties(pictures_2x PROPERTIES TIMEOUT ${TIERSCOPE_TEST_TIMEOUT} LABELS ui ENVIRONMENT "QT_SCALE_FACTOR=2")
