// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/TaskSearch.h"

#include "ui/timeline/RowSort.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace tierscope::ui {

namespace {

struct Search {
    Q_DECLARE_TR_FUNCTIONS(TaskSearch)
};

bool isWord(const QString& text, const char* english, const QString& translated)
{
    return text.compare(QLatin1String(english), Qt::CaseInsensitive) == 0 || text.compare(translated, Qt::CaseInsensitive) == 0;
}

std::optional<double> secondsPer(const QString& unit)
{
    if (unit.isEmpty() || unit == QLatin1String("s"))
        return 1;
    if (unit == QLatin1String("ms"))
        return 1e-3;
    if (unit == QStringLiteral("µs") || unit == QStringLiteral("μs") || unit == QLatin1String("us"))
        return 1e-6;
    if (unit == QLatin1String("min"))
        return 60;
    return std::nullopt;
}

template <typename Fits>
std::vector<std::uint32_t> rowsWhere(const TimelineTasks& tasks, const Fits& fits)
{
    std::vector<KeyedRow> found;
    for (std::size_t row = 0; row < tasks.size(); ++row) {
        if (const TimelineTask& task = tasks.at(row); fits(task))
            found.push_back({keyOfSeconds(task.started), static_cast<std::uint32_t>(row)});
    }
    sortByKey(found);
    std::vector<std::uint32_t> rows(found.size());
    std::ranges::transform(found, rows.begin(), &KeyedRow::row);
    return rows;
}

} // namespace

std::optional<TaskQuery> parseTaskQuery(const QString& text)
{
    const QString words = text.simplified();
    if (isWord(words, "longest", Search::tr("longest")))
        return TaskQuery{TaskQuery::Kind::Longest, 0};
    if (isWord(words, "failed", Search::tr("failed")))
        return TaskQuery{TaskQuery::Kind::Failed, 0};
    static const QRegularExpression index(QStringLiteral(R"(^#?\s?(\d{1,9})$)"));
    if (const auto match = index.match(words); match.hasMatch())
        return TaskQuery{TaskQuery::Kind::Index, match.captured(1).toDouble()};
    static const QRegularExpression duration(QStringLiteral(R"(^([<>＜＞])=?\s?(\d*\.?\d+)\s?(\S*)$)"));
    const auto match = duration.match(words);
    if (!match.hasMatch())
        return std::nullopt;
    const auto unit = secondsPer(match.captured(3));
    if (!unit)
        return std::nullopt;
    const bool isLonger = match.captured(1) == QLatin1String(">") || match.captured(1) == QStringLiteral("＞");
    return TaskQuery{isLonger ? TaskQuery::Kind::LongerThan : TaskQuery::Kind::ShorterThan, match.captured(2).toDouble() * *unit};
}

std::vector<std::uint32_t> findTasks(const TimelineTasks& tasks, const TaskQuery& query)
{
    switch (query.kind) {
    case TaskQuery::Kind::Index:
        return rowsWhere(tasks, [&](const TimelineTask& task) { return task.index == static_cast<std::int32_t>(query.value); });
    case TaskQuery::Kind::LongerThan:
        return rowsWhere(tasks, [&](const TimelineTask& task) { return task.wasStarted() && task.seconds() > query.value; });
    case TaskQuery::Kind::ShorterThan:
        return rowsWhere(tasks, [&](const TimelineTask& task) { return task.wasStarted() && task.seconds() < query.value; });
    case TaskQuery::Kind::Failed:
        return rowsWhere(tasks, [](const TimelineTask& task) { return !task.isDone(); });
    case TaskQuery::Kind::Longest:
        break;
    }
    double longest = -1;
    for (const TimelineTask& task : tasks.all())
        longest = task.wasStarted() ? std::max(longest, task.seconds()) : longest;
    return rowsWhere(tasks, [&](const TimelineTask& task) { return task.wasStarted() && task.seconds() == longest; });
}

} // namespace tierscope::ui
