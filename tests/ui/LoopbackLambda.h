// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/UniqueFd.h"

#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace tierscope::tests {

/// A function on a server of ours on loopback: it can be listed, read, given another memory, and invoked, for which it answers with a
/// REPORT line whose duration follows the memory. One request a connection, as Tierscope sends them.
class LoopbackLambda {
public:
    LoopbackLambda();
    ~LoopbackLambda();
    LoopbackLambda(const LoopbackLambda&) = delete;
    LoopbackLambda& operator=(const LoopbackLambda&) = delete;

    [[nodiscard]] std::string url() const;
    [[nodiscard]] int memory() const;
    /// Sizes that were asked for, in order.
    [[nodiscard]] std::vector<int> changes() const;
    /// Payloads that the function was given.
    [[nodiscard]] std::vector<std::string> payloads() const;

    /// From here on a request for a path with `what` in it is taken and not answered: its caller has to hang up.
    void hold(const std::string& what);
    /// How many of them came.
    [[nodiscard]] int held() const;

private:
    void serve();
    void waitForHangUp(int client) const;
    void answer(int client);
    [[nodiscard]] std::string respond(const std::string& head, const std::string& body);
    [[nodiscard]] std::string configuration() const;

    core::UniqueFd m_listener;
    core::UniqueFd m_end;
    int m_port = 0;
    mutable std::mutex m_mutex;
    int m_memory = 1024;
    int m_revision = 1;
    std::string m_held; ///< empty: nothing is
    int m_heldRequests = 0;
    std::vector<int> m_changes;
    std::vector<std::string> m_payloads;
    std::thread m_thread;
};

} // namespace tierscope::tests
