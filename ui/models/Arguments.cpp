// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/Arguments.h"

#include <QCoreApplication>

#include <optional>

namespace tierscope::ui {

namespace {

struct ArgumentWords {
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};

constexpr std::string_view kBlanks = " \t\n\r";

} // namespace

core::Result<std::vector<std::string>> splitArguments(std::string_view text)
{
    std::vector<std::string> arguments;
    std::optional<std::string> word;
    char quote = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool isLast = at + 1 == text.size();
        if (quote == 0 && kBlanks.find(c) != std::string_view::npos) {
            if (word)
                arguments.push_back(*std::exchange(word, std::nullopt));
            continue;
        }
        if (!word)
            word.emplace();
        if (quote == 0 && (c == '\'' || c == '"')) {
            quote = c;
        } else if (c == quote && quote != 0) {
            quote = 0;
        } else if (c == '\\' && quote == 0) {
            if (isLast)
                return core::fail(core::ErrorCode::InvalidArgument, ArgumentWords::tr("The command ends in a backslash").toStdString(),
                                  ArgumentWords::tr("Remove it, or write \\\\ for a backslash.").toStdString());
            word->push_back(text[++at]);
        } else if (c == '\\' && quote == '"' && !isLast && (text[at + 1] == '"' || text[at + 1] == '\\')) {
            word->push_back(text[++at]);
        } else {
            word->push_back(c);
        }
    }
    if (quote != 0)
        return core::fail(core::ErrorCode::InvalidArgument,
                          ArgumentWords::tr("A quote (%1) is opened but not closed").arg(QLatin1Char(quote)).toStdString(),
                          ArgumentWords::tr("Close it, or write \\%1 for the character itself.").arg(QLatin1Char(quote)).toStdString());
    if (word)
        arguments.push_back(*word);
    return arguments;
}

std::string joinArguments(const std::vector<std::string>& arguments)
{
    std::string text;
    for (const std::string& argument : arguments) {
        if (!text.empty())
            text += ' ';
        if (!argument.empty() && argument.find_first_of(" \t\n\r'\"\\") == std::string::npos) {
            text += argument;
            continue;
        }
        text += '"';
        for (const char c : argument) {
            if (c == '"' || c == '\\')
                text += '\\';
            text += c;
        }
        text += '"';
    }
    return text;
}

} // namespace tierscope::ui
