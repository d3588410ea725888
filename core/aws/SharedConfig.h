// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tierscope::core {

/// Reads a variable of the environment; empty: it is not set. Tests give their own.
using Environment = std::function<std::string(const std::string& name)>;
[[nodiscard]] Environment processEnvironment();

/// The sections of an INI file as AWS's tools write it, each with its keys in lower case. Nested settings (indented lines below a key) are
/// kept as text of that key. Of a key that is given twice the last one counts. Corrupt names the line that cannot be read, never its
/// content.
using IniSections = std::map<std::string, std::map<std::string, std::string>>;
[[nodiscard]] Result<IniSections> parseIni(std::string_view text, std::string_view fileName);

/// The shared files of AWS's tools (AWS SDKs and Tools Reference Guide, "Shared config and credentials files").
class SharedConfig {
public:
    /// Reads $AWS_CONFIG_FILE or ~/.aws/config and $AWS_SHARED_CREDENTIALS_FILE or ~/.aws/credentials; a missing file is an empty one.
    [[nodiscard]] static Result<SharedConfig> load(const Environment& environment);
    [[nodiscard]] static Result<SharedConfig> parse(std::string_view configText, std::string_view credentialsText);

    /// What the credentials file says of the profile, else the config file; empty: neither does.
    [[nodiscard]] std::string value(const std::string& profile, const std::string& key) const;
    /// Only of one of the files.
    [[nodiscard]] std::string credentialsValue(const std::string& profile, const std::string& key) const;
    [[nodiscard]] std::string configValue(const std::string& profile, const std::string& key) const;
    [[nodiscard]] bool hasProfile(const std::string& profile) const;
    /// Of both files, sorted.
    [[nodiscard]] std::vector<std::string> profiles() const;

private:
    std::map<std::string, std::map<std::string, std::string>> m_config; ///< by profile
    std::map<std::string, std::map<std::string, std::string>> m_credentials;
};

/// The words of credential_process, as a shell would split them: blanks separate, "…" and '…' quote, a backslash keeps the next character
/// (inside "…" only \" and \\). Nothing else has a meaning: no variable, no pipe. InvalidArgument where a quote is not closed.
[[nodiscard]] Result<std::vector<std::string>> splitCommand(std::string_view text);

} // namespace tierscope::core
