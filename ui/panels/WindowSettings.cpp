// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/WindowSettings.h"

#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

namespace tierscope::ui {

namespace {

constexpr const char* kThemeKey = "appearance/theme";
constexpr const char* kLanguageKey = "appearance/language";
constexpr const char* kTabKey = "window/tab";
constexpr const char* kRuntimeXKey = "runtime/x";
constexpr const char* kRuntimeYKey = "runtime/y";
constexpr const char* kRegionKey = "cost/region";
constexpr const char* kArchitectureKey = "cost/architecture";
constexpr const char* kOwnPricesKey = "cost/own_prices";
constexpr const char* kRuntimeModelKey = "runtime/model";
constexpr std::array<std::pair<ThemeChoice, const char*>, 3> kThemes{
    {{ThemeChoice::System, "system"}, {ThemeChoice::Light, "light"}, {ThemeChoice::Dark, "dark"}}};
constexpr std::array<std::pair<core::Architecture, const char*>, 2> kArchitectures{
    {{core::Architecture::X86, "x86_64"}, {core::Architecture::Arm64, "arm64"}}};
constexpr std::array<std::pair<LanguageChoice, const char*>, 3> kLanguages{
    {{LanguageChoice::System, "system"}, {LanguageChoice::English, "en"}, {LanguageChoice::Japanese, "ja"}}};

template <typename Names>
auto readChoice(const QSettings& settings, const char* key, const Names& names)
{
    const QString word = settings.value(QLatin1String(key)).toString();
    const auto found = std::ranges::find_if(names, [&word](const auto& named) { return word == QLatin1String(named.second); });
    return found == names.end() ? names.front().first : found->first;
}

template <typename Choice, typename Names>
void writeChoice(QSettings& settings, const char* key, Choice choice, const Names& names)
{
    const auto found = std::ranges::find_if(names, [choice](const auto& named) { return choice == named.first; });
    settings.setValue(QLatin1String(key), QString::fromLatin1(found->second));
}

} // namespace

std::unique_ptr<QSettings> openSettings(const QString& path)
{
    return path.isEmpty() ? nullptr : std::make_unique<QSettings>(path, QSettings::IniFormat);
}

ThemeChoice readTheme(const QSettings& settings)
{
    return readChoice(settings, kThemeKey, kThemes);
}

void writeTheme(QSettings& settings, ThemeChoice choice)
{
    writeChoice(settings, kThemeKey, choice, kThemes);
}

LanguageChoice readLanguage(const QSettings& settings)
{
    return readChoice(settings, kLanguageKey, kLanguages);
}

void writeLanguage(QSettings& settings, LanguageChoice choice)
{
    writeChoice(settings, kLanguageKey, choice, kLanguages);
}

namespace {

CostChoice readCost(const QSettings& settings)
{
    CostChoice choice;
    if (const QString region = settings.value(QLatin1String(kRegionKey)).toString(); !region.isEmpty())
        choice.region = region.toStdString();
    choice.architecture = readChoice(settings, kArchitectureKey, kArchitectures);
    decodeOwnPrices(choice, settings.value(QLatin1String(kOwnPricesKey)).toStringList());
    return choice;
}

} // namespace

CentreTabs::Choice readViews(const QSettings& settings)
{
    return {settings.value(QLatin1String(kTabKey)).toInt(),
            {settings.value(QLatin1String(kRuntimeXKey)).toInt() == 1 ? RuntimeX::VcpuCount : RuntimeX::MemoryTier,
             settings.value(QLatin1String(kRuntimeYKey)).toInt() == 1 ? AxisScale::Linear : AxisScale::Log,
             settings.value(QLatin1String(kRuntimeModelKey), true).toBool()},
            readCost(settings)};
}

void writeViews(QSettings& settings, const CentreTabs::Choice& choice)
{
    settings.setValue(QLatin1String(kTabKey), choice.tab);
    settings.setValue(QLatin1String(kRuntimeXKey), choice.runtime.x == RuntimeX::VcpuCount ? 1 : 0);
    settings.setValue(QLatin1String(kRuntimeYKey), choice.runtime.y == AxisScale::Linear ? 1 : 0);
    settings.setValue(QLatin1String(kRuntimeModelKey), choice.runtime.showsModel);
    settings.setValue(QLatin1String(kRegionKey), QString::fromStdString(choice.cost.region));
    writeChoice(settings, kArchitectureKey, choice.cost.architecture, kArchitectures);
    settings.setValue(QLatin1String(kOwnPricesKey), encodeOwnPrices(choice.cost));
}

} // namespace tierscope::ui
