// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/TierList.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>

namespace tierscope::ui {

namespace {

constexpr int kMbPerGb = 1024;
constexpr qsizetype kLongestWrong = 40; ///< of a text that cannot be read, so that a slip in pasting does not fill the window

QString noLimitWord()
{
    return QStringLiteral("none");
}

TierEntry tierEntry(core::MemoryMb memory)
{
    return {QString::number(memory.value), memory, TierFault::None};
}

/// One word without separators: "512", "512MB", "1.5GB", "none".
TierEntry parseWord(const QString& word)
{
    if (word.compare(noLimitWord(), Qt::CaseInsensitive) == 0)
        return {noLimitWord(), core::kUnlimitedTier, TierFault::None};
    const TierEntry wrong{word.left(kLongestWrong), {}, TierFault::NotANumber};
    const QRegularExpression form(QStringLiteral(R"(\A([0-9]+(?:\.[0-9]+)?)(mb|mib|m|gb|gib|g)?\z)"),
                                  QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(word);
    if (!match.hasMatch())
        return wrong;
    const bool isGb = match.captured(2).startsWith(QLatin1Char('g'), Qt::CaseInsensitive);
    const double mb = match.captured(1).toDouble() * (isGb ? kMbPerGb : 1);
    if (mb != std::floor(mb))
        return wrong;
    if (mb < core::kSmallestTier.value || mb > core::kLargestTier.value)
        return {wrong.text, {}, TierFault::OutOfRange};
    return tierEntry(core::MemoryMb{static_cast<int>(mb)});
}

} // namespace

bool TierEntry::isNoLimit() const
{
    return isGood() && memory == core::kUnlimitedTier;
}

TierList parseTierList(const QString& text)
{
    QString words = text.normalized(QString::NormalizationForm_KC);
    // A unit belongs to the number before it, and "no limit" is one entry.
    words.replace(QRegularExpression(QStringLiteral(R"(([0-9])\s+(mb|mib|m|gb|gib|g)\b)"), QRegularExpression::CaseInsensitiveOption),
                  QStringLiteral("\\1\\2"));
    words.replace(QRegularExpression(QStringLiteral(R"(\bno[\s-]*limit\b)"), QRegularExpression::CaseInsensitiveOption), noLimitWord());
    TierList entries;
    const QRegularExpression separators(QStringLiteral("[\\s,;\u3001]+"));
    for (const QString& word : words.split(separators, Qt::SkipEmptyParts)) {
        const auto addAll = [&entries](std::span<const core::MemoryMb> tiers) {
            std::ranges::transform(tiers, std::back_inserter(entries), tierEntry);
        };
        if (word == QLatin1String("article"))
            addAll(core::articleTiers());
        else if (word == QLatin1String("steps"))
            addAll(core::stepTiers());
        else
            entries.push_back(parseWord(word));
    }
    return sortTierList(std::move(entries));
}

TierList sortTierList(TierList entries)
{
    const bool hasTier =
        std::ranges::any_of(entries, [](const TierEntry& entry) { return entry.isGood() && entry.memory != core::kUnlimitedTier; });
    for (TierEntry& entry : entries) {
        if (entry.fault == TierFault::NoLimitAlone)
            entry.fault = TierFault::None;
        if (hasTier && entry.isNoLimit())
            entry.fault = TierFault::NoLimitAlone;
    }
    std::ranges::stable_sort(entries, [](const TierEntry& left, const TierEntry& right) {
        return left.isGood() != right.isGood() ? left.isGood() : left.isGood() && left.memory < right.memory;
    });
    TierList kept;
    for (TierEntry& entry : entries) {
        if (std::ranges::find(kept, entry) == kept.end())
            kept.push_back(std::move(entry));
    }
    return kept;
}

TierList addTiers(TierList list, const TierList& added)
{
    const auto isNoLimit = [](const TierEntry& entry) { return entry.isNoLimit() || entry.fault == TierFault::NoLimitAlone; };
    const auto isTier = [isNoLimit](const TierEntry& entry) { return entry.isGood() && !isNoLimit(entry); };
    if (std::ranges::any_of(added, isNoLimit))
        std::erase_if(list, isTier);
    if (std::ranges::any_of(added, isTier))
        std::erase_if(list, isNoLimit);
    list.insert(list.end(), added.begin(), added.end());
    return sortTierList(std::move(list));
}

QString formatTierList(const TierList& entries)
{
    QStringList words;
    for (const TierEntry& entry : entries)
        words << entry.text;
    return words.join(QLatin1String(", "));
}

bool isUnfinishedTier(const QString& text)
{
    const QString word = text.normalized(QString::NormalizationForm_KC).trimmed();
    const QString none = noLimitWord();
    if (word.isEmpty())
        return false;
    if (none.startsWith(word, Qt::CaseInsensitive) || QStringLiteral("no limit").startsWith(word, Qt::CaseInsensitive))
        return word.compare(none, Qt::CaseInsensitive) != 0;
    const QRegularExpression start(QStringLiteral(R"(\A[0-9]{1,3}(\.[0-9]*)?\s*[mg]?\z)"), QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = start.match(word);
    if (!match.hasMatch())
        return false;
    const TierList entries = parseTierList(word);
    return !entries.empty() && !entries.front().isGood();
}

} // namespace tierscope::ui
