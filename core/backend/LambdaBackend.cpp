// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/backend/LambdaBackend.h"

#include "core/backend/FunctionRestore.h"
#include "core/backend/LambdaSample.h"
#include "core/backend/TierSwitch.h"
#include "core/runner/RunRequest.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <condition_variable>
#include <fmt/format.h>
#include <map>
#include <mutex>
#include <thread>

namespace tierscope::core {

namespace {

/// Long enough that invocations at once need an environment each.
constexpr std::uint64_t kWarmUpMs = 200;

void ignoreEvent(const RunEvent& /*event*/) {}

/// Hands what several threads tell to the one that runs the experiment.
class Mailbox {
public:
    void post(Error notice)
    {
        const std::lock_guard lock(m_mutex);
        m_notices.push_back(std::move(notice));
        m_wakeUp.notify_one();
    }
    void ended()
    {
        const std::lock_guard lock(m_mutex);
        ++m_ended;
        m_wakeUp.notify_one();
    }
    /// Passes notices on as they come, until `count` threads have ended.
    void serve(int count, const RunEventSink& sink)
    {
        std::unique_lock lock(m_mutex);
        while (m_ended < count || !m_notices.empty()) {
            m_wakeUp.wait(lock, [&] { return m_ended >= count || !m_notices.empty(); });
            const std::vector<Error> notices = std::exchange(m_notices, {});
            lock.unlock();
            for (const Error& notice : notices)
                sink(WarningRaised{notice});
            lock.lock();
        }
        m_ended = 0;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    std::vector<Error> m_notices;
    int m_ended = 0;
};

Error noticeOf(const RetryNotice& notice)
{
    return {notice.error.code,
            fmt::format("{}; trying again in {:.1f} s ({} of {})", notice.error.message, static_cast<double>(notice.pause.count()) / 1000,
                        notice.attempt + 1, notice.attempts),
            {}};
}

std::string warmUpPayload()
{
    RunRequest request;
    request.workload = KernelWorkload{"sleep", {{"ms", kWarmUpMs}}};
    request.mode = ScheduleMode::Sequential;
    request.cap = 1;
    return encodeRunRequest(request);
}

ErrorDetail detailOf(RestoreOutcome::Kind kind)
{
    switch (kind) {
    case RestoreOutcome::Kind::Restored:
        return ErrorDetail::SweepPutBack;
    case RestoreOutcome::Kind::WasAsBefore:
        return ErrorDetail::SweepAsBefore;
    case RestoreOutcome::Kind::LeftToOthers:
        return ErrorDetail::SweepOvertaken;
    case RestoreOutcome::Kind::Gone:
        break;
    }
    return ErrorDetail::SweepFunctionGone;
}

/// Whether no further run can be measured after this.
bool endsAll(const LambdaFailure& failure)
{
    return failure.error.code == ErrorCode::Cancelled || failure.error.code == ErrorCode::PermissionDenied
           || failure.type == "PreconditionFailedException" || failure.type == "ResourceNotFoundException";
}

} // namespace

Result<AwsAccess> lambdaAccess(const LambdaSettings& settings)
{
    const auto function = parseFunctionName(settings.function);
    if (!function)
        return fail(function.error());
    if (!function->region.empty() && !settings.region.empty() && function->region != settings.region)
        return fail(Error{ErrorCode::InvalidArgument,
                          fmt::format("the function's ARN is of {}, and the region is {}", function->region, settings.region),
                          "Leave the region out",
                          ErrorDetail::RegionOfArn,
                          {function->region, settings.region}});
    return AwsAccess{settings.profile, function->region.empty() ? settings.region : function->region, settings.endpointUrl};
}

struct LambdaBackend::State {
    LambdaBackendOptions options;
    ExperimentSpec spec;
    FunctionName function;
    std::optional<LambdaClient> client;
    std::optional<RestoreJournal> journal;
    std::optional<TierSwitch> tier;
    std::vector<PlannedRun> announced;
    std::map<int, Result<Sample>> ready; ///< measured ahead, by plan index
    std::map<MemoryMb, std::string> refused;
    std::optional<MemoryMb> warmTier;
    Mailbox mailbox;
    std::thread::id runThread;
    const RunEventSink* sink = nullptr; ///< of the call that is on

    [[nodiscard]] Result<void> open(const RunEventSink& to, const std::stop_token& stop);
    void told(const RetryNotice& notice);
    [[nodiscard]] LambdaResult<void> reach(const PlannedRun& run, const std::stop_token& stop);
    [[nodiscard]] std::vector<PlannedRun> batchFrom(const PlannedRun& run) const;
    void warmUp(const std::stop_token& stop);
    void measure(const std::vector<PlannedRun>& batch, const std::stop_token& stop);
    [[nodiscard]] Result<Sample> invoke(const PlannedRun& run, const std::stop_token& stop) const;
    [[nodiscard]] Sample failedSample(const PlannedRun& run, std::string why) const;
    [[nodiscard]] AwsAccess restoreAccess(AwsAccess access) const;
};

LambdaBackend::LambdaBackend(LambdaBackendOptions options)
    : m_state(std::make_unique<State>())
{
    m_state->options = std::move(options);
}

LambdaBackend::~LambdaBackend()
{
    static_cast<void>(finish(ignoreEvent));
}

/// Says it at once where it comes from the experiment's own thread, which is in the call.
void LambdaBackend::State::told(const RetryNotice& notice)
{
    if (options.client.onRetry)
        options.client.onRetry(notice);
    if (std::this_thread::get_id() != runThread)
        mailbox.post(noticeOf(notice));
    else if (sink != nullptr)
        (*sink)(WarningRaised{noticeOf(notice)});
}

/// The next start may have another environment; what it chose is kept with the entry.
AwsAccess LambdaBackend::State::restoreAccess(AwsAccess access) const
{
    access.region = client->region();
    if (access.profile.empty())
        access.profile = options.client.environment("AWS_PROFILE");
    return access;
}

Result<void> LambdaBackend::State::open(const RunEventSink& to, const std::stop_token& stop)
{
    auto access = lambdaAccess(spec.lambda);
    if (!access)
        return fail(std::move(access.error()));
    auto name = parseFunctionName(spec.lambda.function);
    if (!name)
        return fail(std::move(name.error()));
    function = std::move(*name);
    if (!spec.lambda.qualifier.empty())
        function.qualifier = spec.lambda.qualifier;
    ClientOptions clientOptions = options.client;
    clientOptions.onRetry = [this](const RetryNotice& notice) { told(notice); };
    auto opened = LambdaClient::open(*access, std::move(clientOptions));
    if (!opened)
        return fail(std::move(opened.error()));
    client = std::move(*opened);

    constexpr std::chrono::seconds kPatience{120};
    auto current = client->waitUntilReady(function, kPatience, stop);
    if (!current)
        return fail(std::move(current.error().error));
    auto claimed = RestoreJournal::claim(options.journalFolder, current->arn, spec.lambda.endpointUrl);
    if (!claimed)
        return fail(std::move(claimed.error()));
    journal = std::move(*claimed);
    if (journal->entry()) {
        auto restored = restoreFunction(*client, *journal, stop);
        if (!restored)
            return fail(std::move(restored.error()));
        to(WarningRaised{{ErrorCode::ProcessFailed,
                          "an earlier sweep had not restored the function: " + restored->sentence,
                          {},
                          detailOf(restored->kind),
                          {current->arn}}});
        current = client->waitUntilReady(function, kPatience, stop);
        if (!current)
            return fail(std::move(current.error().error));
    }
    FunctionName latest = function;
    latest.qualifier.clear();
    tier.emplace(*client, *journal, std::move(latest), restoreAccess(*access), std::move(*current));
    return {};
}

Result<void> LambdaBackend::prepare(const ExperimentSpec& spec, const RunEventSink& sink, std::stop_token stop)
{
    State& state = *m_state;
    state.spec = spec;
    state.runThread = std::this_thread::get_id();
    state.sink = &sink;
    if (!state.tier) {
        auto opened = state.open(sink, stop);
        if (!opened) {
            state.sink = nullptr;
            static_cast<void>(finish(ignoreEvent));
            return opened;
        }
    }
    state.sink = nullptr;
    return {};
}

void LambdaBackend::announce(const std::vector<PlannedRun>& runs)
{
    m_state->announced = runs;
}

LambdaResult<void> LambdaBackend::State::reach(const PlannedRun& run, const std::stop_token& stop)
{
    if (run.memory == kUnlimitedTier)
        return {};
    const MemoryMb before = tier->current().memory;
    auto reached = run.cold ? tier->renew(run.memory, stop) : tier->set(run.memory, stop);
    if (run.cold || before != run.memory)
        warmTier.reset();
    return reached;
}

std::vector<PlannedRun> LambdaBackend::State::batchFrom(const PlannedRun& run) const
{
    std::vector<PlannedRun> batch{run};
    auto next = std::find(announced.begin(), announced.end(), run);
    if (next == announced.end() || run.cold)
        return batch;
    const auto most = static_cast<std::size_t>(std::max(1, spec.lambda.concurrency));
    for (++next; next != announced.end() && batch.size() < most; ++next) {
        if (next->memory != run.memory || next->cold || next->warmup != run.warmup)
            break;
        batch.push_back(*next);
    }
    return batch;
}

/// After a change of the memory every environment is new; those that Tierscope's function needs are started before what is measured.
void LambdaBackend::State::warmUp(const std::stop_token& stop)
{
    const MemoryMb memory = tier->current().memory;
    if (spec.lambda.contract != LambdaContract::Own || warmTier == memory)
        return;
    warmTier = memory;
    {
        std::vector<std::jthread> threads;
        threads.reserve(static_cast<std::size_t>(spec.lambda.concurrency));
        for (int index = 0; index < spec.lambda.concurrency; ++index)
            threads.emplace_back([&] {
                // What goes wrong here shows in the run that follows.
                static_cast<void>(client->invoke(function, warmUpPayload(), tier->current().timeout, stop));
                mailbox.ended();
            });
        mailbox.serve(spec.lambda.concurrency, *sink);
    }
}

Sample LambdaBackend::State::failedSample(const PlannedRun& run, std::string why) const
{
    Sample sample = emptyLambdaSample(spec, run, tier->current());
    sample.error = std::move(why);
    return sample;
}

Result<Sample> LambdaBackend::State::invoke(const PlannedRun& run, const std::stop_token& stop) const
{
    Sample sample = emptyLambdaSample(spec, run, tier->current());
    const auto invocation = client->invoke(function, payloadFor(spec, run), tier->current().timeout, stop);
    if (!invocation && invocation.error().error.code == ErrorCode::Cancelled)
        return fail(invocation.error().error);
    if (!invocation && endsAll(invocation.error()))
        return fail(invocation.error().error);
    return toLambdaSample(std::move(sample), spec, run, tier->current(), invocation);
}

void LambdaBackend::State::measure(const std::vector<PlannedRun>& batch, const std::stop_token& stop)
{
    std::vector<Result<Sample>> results(batch.size(), fail(ErrorCode::Cancelled, "stopped"));
    {
        std::vector<std::jthread> threads;
        for (std::size_t index = 0; index < batch.size(); ++index)
            threads.emplace_back([&, index] {
                results[index] = invoke(batch[index], stop);
                mailbox.ended();
            });
        mailbox.serve(static_cast<int>(batch.size()), *sink);
    }
    for (std::size_t index = 0; index < batch.size(); ++index)
        ready.insert_or_assign(batch[index].planIndex, std::move(results[index]));
}

Result<Sample> LambdaBackend::run(const PlannedRun& run, const RunEventSink& sink, std::stop_token stop)
{
    State& state = *m_state;
    state.runThread = std::this_thread::get_id();
    state.sink = &sink;
    if (!state.ready.contains(run.planIndex)) {
        if (const auto refused = state.refused.find(run.memory); refused != state.refused.end())
            return state.failedSample(run, refused->second);
        if (const auto reached = state.reach(run, stop); !reached) {
            const LambdaFailure& failure = reached.error();
            if (endsAll(failure))
                return fail(failure.error);
            const std::string why = fmt::format("the function could not be set to {} MB: {}", run.memory.value, failure.error.message);
            if (failure.type == "InvalidParameterValueException")
                state.refused[run.memory] = why;
            return state.failedSample(run, why);
        }
        if (!run.cold)
            state.warmUp(stop);
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, "stopped");
        state.measure(state.batchFrom(run), stop);
    }
    const auto found = state.ready.find(run.planIndex);
    Result<Sample> result = std::move(found->second);
    state.ready.erase(found);
    return result;
}

std::vector<Sample> LambdaBackend::finish(const RunEventSink& sink)
{
    State& state = *m_state;
    state.runThread = std::this_thread::get_id();
    state.sink = &sink;
    std::vector<Sample> late;
    for (auto& [index, sample] : state.ready) {
        if (sample)
            late.push_back(std::move(*sample));
    }
    state.ready.clear();
    if (state.journal && state.journal->entry()) {
        // Not the experiment's stop token: what a stopped sweep has changed is put back all the same.
        const auto restored = restoreFunction(*state.client, *state.journal, {});
        if (!restored)
            sink(WarningRaised{restored.error()});
        else if (restored->kind == RestoreOutcome::Kind::LeftToOthers || restored->kind == RestoreOutcome::Kind::Gone)
            sink(WarningRaised{{ErrorCode::Busy, restored->sentence, {}, ErrorDetail::SweepLeftToOthers}});
    }
    state.tier.reset();
    state.journal.reset();
    state.client.reset();
    state.refused.clear();
    state.warmTier.reset();
    state.sink = nullptr;
    return late;
}

} // namespace tierscope::core
