// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/FunctionList.h"

#include "core/aws/FunctionName.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace tierscope::ui {

namespace {

struct Functions {
    Q_DECLARE_TR_FUNCTIONS(Functions)
};

} // namespace

const core::FunctionConfiguration* FunctionList::find(const QString& nameOrArn) const
{
    const auto name = core::parseFunctionName(nameOrArn.trimmed().toStdString());
    if (!name || (!name->region.empty() && name->region != region))
        return nullptr;
    const auto found = std::ranges::find(functions, name->name, &core::FunctionConfiguration::name);
    const bool isOthers = found != functions.end() && !name->account.empty() && name->account != found->account();
    return found == functions.end() || isOthers ? nullptr : &*found;
}

QString functionListText(const FunctionList& list)
{
    const QString region = QString::fromStdString(list.region);
    switch (list.state) {
    case FunctionList::State::NotAsked:
    case FunctionList::State::Failed:
        break;
    case FunctionList::State::Loading:
        return Functions::tr("Looking for functions…");
    case FunctionList::State::Ready:
        if (list.functions.empty())
            return Functions::tr("There is no function in %1 yet. Deploy Tierscope's own, or choose another region.").arg(region);
        return list.functions.size() == 1
                   ? Functions::tr("1 function in %1").arg(region)
                   : Functions::tr("%1 functions in %2").arg(numberText(static_cast<qulonglong>(list.functions.size())), region);
    }
    return {};
}

QString functionText(const core::FunctionConfiguration& function)
{
    QStringList parts{Functions::tr("%1 now").arg(tierText(function.memory))};
    if (!function.architecture.empty())
        parts << QString::fromStdString(function.architecture);
    parts << (function.runtime.empty() ? Functions::tr("container image") : QString::fromStdString(function.runtime));
    parts << Functions::tr("time limit %1").arg(durationText(static_cast<double>(function.timeout.count())));
    return keepUnits(parts.join(QStringLiteral(", ")));
}

QString functionTitle(const std::string& function, const std::string& qualifier)
{
    const auto name = core::parseFunctionName(function);
    if (!name)
        return QString::fromStdString(function);
    const std::string& version = qualifier.empty() ? name->qualifier : qualifier;
    return QString::fromStdString(version.empty() ? name->name : name->name + ':' + version);
}

std::string regionOfFunction(const std::string& function)
{
    const auto name = core::parseFunctionName(function);
    return name ? name->region : std::string();
}

} // namespace tierscope::ui
