// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/SharedConfig.h"

#include "core/base/UniqueFd.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fmt/format.h>
#include <set>

namespace tierscope::core {

namespace {

using Profiles = std::map<std::string, std::map<std::string, std::string>>;

std::string_view trim(std::string_view text)
{
    const auto isBlank = [](char character) { return character == ' ' || character == '\t' || character == '\r'; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char character) { return static_cast<char>(std::tolower(static_cast<unsigned char>(character))); });
    return result;
}

/// A comment may follow a value after a blank, as in "region = eu-west-1 # home".
std::string_view withoutComment(std::string_view value)
{
    for (std::size_t at = 1; at < value.size(); ++at) {
        const bool isMark = value[at] == '#' || value[at] == ';';
        if (isMark && (value[at - 1] == ' ' || value[at - 1] == '\t'))
            return trim(value.substr(0, at));
    }
    return value;
}

std::string fileOf(const Environment& environment, const char* variable, const char* usualName)
{
    std::string path = environment(variable);
    if (path.empty())
        return environment("HOME") + "/.aws/" + usualName;
    if (path.starts_with("~/"))
        path.replace(0, 1, environment("HOME"));
    return path;
}

/// A file that is not there is an empty one.
Result<IniSections> readIni(const std::string& path)
{
    const auto text = readFile(path);
    if (text)
        return parseIni(*text, path);
    if (text.error().code == ErrorCode::NotFound)
        return IniSections{};
    return fail(text.error().code, text.error().message, "Make the file readable");
}

/// The config file has "[profile name]", and "[default]"; other kinds of sections (sso-session, services) are no profiles.
Profiles configProfiles(const IniSections& sections)
{
    constexpr std::string_view kPrefix = "profile";
    Profiles profiles;
    for (const auto& [section, values] : sections) {
        const std::string_view name = section;
        if (name == "default")
            profiles.emplace("default", values);
        else if (name.starts_with(kPrefix) && name.size() > kPrefix.size() && (name[kPrefix.size()] == ' ' || name[kPrefix.size()] == '\t'))
            profiles[std::string(trim(name.substr(kPrefix.size())))] = values;
    }
    return profiles;
}

std::string find(const Profiles& profiles, const std::string& profile, const std::string& key)
{
    const auto section = profiles.find(profile);
    if (section == profiles.end())
        return {};
    const auto value = section->second.find(key);
    return value == section->second.end() ? std::string{} : value->second;
}

} // namespace

Environment processEnvironment()
{
    return [](const std::string& name) {
        const char* value = std::getenv(name.c_str());
        return std::string(value != nullptr ? value : "");
    };
}

Result<IniSections> parseIni(std::string_view text, std::string_view fileName)
{
    IniSections sections;
    std::map<std::string, std::string>* section = nullptr;
    std::string* lastValue = nullptr;
    const auto corrupt = [&](int number) {
        return fail(Error{ErrorCode::Corrupt,
                          fmt::format("line {} of {} is neither a section, a setting nor a comment", number, fileName),
                          "Correct that line",
                          ErrorDetail::SharedConfigDamaged,
                          {std::to_string(number), std::string(fileName)}});
    };
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view raw = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const std::string_view line = trim(raw);
        if (line.empty() || line.front() == '#' || line.front() == ';')
            continue;
        if (line.front() == '[') {
            const std::size_t close = line.find(']');
            if (close == std::string_view::npos)
                return corrupt(number);
            std::string_view name = trim(line.substr(1, close - 1));
            std::string plain(name);
            std::erase(plain, '"');
            section = &sections[plain];
            lastValue = nullptr;
            continue;
        }
        if (section == nullptr)
            return corrupt(number);
        const bool isNested = raw.front() == ' ' || raw.front() == '\t';
        if (isNested && lastValue != nullptr) {
            *lastValue += '\n';
            *lastValue += line;
            continue;
        }
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos || equals == 0)
            return corrupt(number);
        lastValue = &(*section)[lower(trim(line.substr(0, equals)))];
        *lastValue = std::string(withoutComment(trim(line.substr(equals + 1))));
    }
    return sections;
}

Result<SharedConfig> SharedConfig::load(const Environment& environment)
{
    auto config = readIni(fileOf(environment, "AWS_CONFIG_FILE", "config"));
    if (!config)
        return fail(std::move(config.error()));
    auto credentials = readIni(fileOf(environment, "AWS_SHARED_CREDENTIALS_FILE", "credentials"));
    if (!credentials)
        return fail(std::move(credentials.error()));
    SharedConfig shared;
    shared.m_config = configProfiles(*config);
    shared.m_credentials = std::move(*credentials);
    return shared;
}

Result<SharedConfig> SharedConfig::parse(std::string_view configText, std::string_view credentialsText)
{
    auto config = parseIni(configText, "the config file");
    if (!config)
        return fail(std::move(config.error()));
    auto credentials = parseIni(credentialsText, "the credentials file");
    if (!credentials)
        return fail(std::move(credentials.error()));
    SharedConfig shared;
    shared.m_config = configProfiles(*config);
    shared.m_credentials = std::move(*credentials);
    return shared;
}

std::string SharedConfig::value(const std::string& profile, const std::string& key) const
{
    std::string value = credentialsValue(profile, key);
    return value.empty() ? configValue(profile, key) : value;
}

std::string SharedConfig::credentialsValue(const std::string& profile, const std::string& key) const
{
    return find(m_credentials, profile, key);
}

std::string SharedConfig::configValue(const std::string& profile, const std::string& key) const
{
    return find(m_config, profile, key);
}

bool SharedConfig::hasProfile(const std::string& profile) const
{
    return m_config.contains(profile) || m_credentials.contains(profile);
}

std::vector<std::string> SharedConfig::profiles() const
{
    std::set<std::string> names;
    for (const Profiles* file : {&m_config, &m_credentials}) {
        for (const auto& [name, values] : *file)
            names.insert(name);
    }
    return {names.begin(), names.end()};
}

Result<std::vector<std::string>> splitCommand(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    bool inWord = false;
    char quote = '\0';
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char character = text[at];
        const bool hasNext = at + 1 < text.size();
        const bool isEscape =
            character == '\\' && hasNext && quote != '\'' && (quote == '\0' || text[at + 1] == '"' || text[at + 1] == '\\');
        if (isEscape) {
            word += text[++at];
            inWord = true;
        } else if (quote != '\0') {
            if (character == quote)
                quote = '\0';
            else
                word += character;
        } else if (character == '"' || character == '\'') {
            quote = character;
            inWord = true;
        } else if (character == ' ' || character == '\t' || character == '\n') {
            if (inWord)
                words.push_back(std::move(word));
            word.clear();
            inWord = false;
        } else {
            word += character;
            inWord = true;
        }
    }
    if (quote != '\0')
        return fail(ErrorCode::InvalidArgument, "credential_process has a quote that is not closed",
                    "Correct it in the shared config file");
    if (inWord)
        words.push_back(std::move(word));
    return words;
}

} // namespace tierscope::core
