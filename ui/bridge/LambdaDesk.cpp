// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/LambdaDesk.h"

#include <utility>

namespace tierscope::ui {

namespace {

/// Ends what goes on under the old source and gives the token of a new one.
std::stop_token renew(std::stop_source& source)
{
    source.request_stop();
    source = std::stop_source();
    return source.get_token();
}

tl::unexpected<core::Error> notHere()
{
    return core::fail(core::ErrorCode::Unsupported, "this window has no connection to AWS Lambda");
}

} // namespace

LambdaDesk::LambdaDesk(LambdaServices services, QObject* parent)
    : QObject(parent)
    , m_services(std::move(services))
{}

LambdaDesk::~LambdaDesk()
{
    for (std::stop_source* source : {&m_listing, &m_describing, &m_changing, &m_restoring})
        source->request_stop();
}

void LambdaDesk::begin()
{
    if (!m_services.lambda)
        return;
    m_questions.post([lambda = m_services.lambda] { return lambda->profiles(); },
                     [this](const core::Result<LambdaProfiles>& profiles) {
                         // Shared files that cannot be read are said where they are needed: with the list of functions.
                         if (!profiles)
                             return;
                         m_profiles = *profiles;
                         emit profilesChanged();
                     });
    m_restores.post([lambda = m_services.lambda, stop = m_restoring.get_token()] { return lambda->restoreUnfinished(stop); },
                    [this](const std::vector<core::Result<core::RestoreOutcome>>& results) { receiveRestored(results); });
}

void LambdaDesk::receiveRestored(const std::vector<core::Result<core::RestoreOutcome>>& results)
{
    std::vector<core::RestoreOutcome> outcomes;
    for (const auto& result : results) {
        if (result)
            outcomes.push_back(*result);
        else
            emit failed(result.error());
    }
    if (!outcomes.empty())
        emit restored(outcomes);
}

void LambdaDesk::listFunctions(const core::AwsAccess& access)
{
    if (!m_services.lambda)
        return;
    const std::stop_token stop = renew(m_listing);
    m_listed = access;
    m_functions = {};
    m_functions.state = FunctionList::State::Loading;
    emit functionsChanged();
    m_questions.post([lambda = m_services.lambda, access, stop] { return lambda->listFunctions(access, stop); },
                     [this, stop](core::Result<FunctionListing> listing) {
                         if (stop.stop_requested())
                             return;
                         m_functions = {};
                         if (listing) {
                             m_functions.state = FunctionList::State::Ready;
                             m_functions.region = std::move(listing->region);
                             m_functions.functions = std::move(listing->functions);
                         } else {
                             m_functions.state = FunctionList::State::Failed;
                             m_functions.error = std::move(listing.error());
                         }
                         emit functionsChanged();
                     });
}

void LambdaDesk::describe(const core::ExperimentSpec& spec, GuardAnswer answer)
{
    if (!m_services.lambda) {
        answer(notHere());
        return;
    }
    const std::stop_token stop = renew(m_describing);
    m_descriptions.post([lambda = m_services.lambda, spec, stop] { return lambda->describe(spec, stop); },
                        [stop, answer = std::move(answer)](const core::Result<core::SweepGuard>& guard) {
                            if (!stop.stop_requested())
                                answer(guard);
                        });
}

void LambdaDesk::deploy(const DeployRequest& request, FunctionAnswer answer)
{
    if (!m_services.deployer) {
        answer(notHere());
        return;
    }
    const std::stop_token stop = renew(m_changing);
    m_changes.post([deployer = m_services.deployer, request, stop] { return deployer->deploy(request, stop); },
                   [answer = std::move(answer)](const core::Result<core::FunctionConfiguration>& function) { answer(function); });
}

void LambdaDesk::remove(const core::AwsAccess& access, const std::string& function, RemovalAnswer answer)
{
    if (!m_services.deployer) {
        answer(notHere());
        return;
    }
    const std::stop_token stop = renew(m_changing);
    m_changes.post([deployer = m_services.deployer, access, function, stop] { return deployer->remove(access, function, stop); },
                   [answer = std::move(answer)](const core::Result<void>& removed) { answer(removed); });
}

} // namespace tierscope::ui
