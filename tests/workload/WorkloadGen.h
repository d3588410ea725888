// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/workload/Kernels.h"
#include "core/workload/Workload.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>
#include <string>
#include <vector>

namespace tierscope::core::testing {

/// Any text without zero bytes that is UTF-8: plain letters, what JSON escapes, and characters of every length.
inline rc::Gen<std::string> utf8Text()
{
    const auto beyondAscii = rc::gen::map(rc::gen::inRange<std::uint32_t>(0x80, 0x110000 - 0x800),
                                          [](std::uint32_t number) { return number < 0xD800 ? number : number + 0x800; });
    const auto character = rc::gen::weightedOneOf<std::uint32_t>({{6, rc::gen::inRange<std::uint32_t>(0x20, 0x7F)},
                                                                  {1, rc::gen::inRange<std::uint32_t>(1, 0x20)},
                                                                  {1, rc::gen::elementOf(std::vector<std::uint32_t>{'"', '\\', '/', 0x7F})},
                                                                  {2, beyondAscii}});
    return rc::gen::map(rc::gen::container<std::vector<std::uint32_t>>(character), [](const std::vector<std::uint32_t>& characters) {
        std::string text;
        const auto append = [&](std::uint32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
        for (const std::uint32_t c : characters) {
            if (c < 0x80) {
                append(c);
            } else if (c < 0x800) {
                append(0xC0 | c >> 6);
                append(0x80 | (c & 0x3F));
            } else if (c < 0x10000) {
                append(0xE0 | c >> 12);
                append(0x80 | (c >> 6 & 0x3F));
                append(0x80 | (c & 0x3F));
            } else {
                append(0xF0 | c >> 18);
                append(0x80 | (c >> 12 & 0x3F));
                append(0x80 | (c >> 6 & 0x3F));
                append(0x80 | (c & 0x3F));
            }
        }
        return text;
    });
}

inline rc::Gen<std::string> pythonName()
{
    static const std::string kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    return rc::gen::apply([](char first, const std::string& rest) { return first + rest; }, rc::gen::elementOf(kLetters),
                          rc::gen::container<std::string>(rc::gen::elementOf(kLetters + "0123456789")));
}

/// A JSON value that nests at most `levels` deep.
inline rc::Gen<nlohmann::json> jsonValue(int levels)
{
    return rc::gen::exec([levels]() -> nlohmann::json {
        switch (*rc::gen::inRange(0, levels > 0 ? 8 : 6)) {
        case 0:
            return nullptr;
        case 1:
            return *rc::gen::arbitrary<bool>();
        case 2:
            return *rc::gen::arbitrary<std::int64_t>();
        case 3:
            return *rc::gen::arbitrary<std::uint64_t>();
        case 4:
            return *rc::gen::arbitrary<double>();
        case 5:
            return *utf8Text();
        case 6:
            return nlohmann::json(*rc::gen::resize(4, rc::gen::container<std::vector<nlohmann::json>>(jsonValue(levels - 1))));
        default:
            return nlohmann::json::object({{*utf8Text(), *jsonValue(levels - 1)}});
        }
    });
}

/// Any workload that passes validateWorkload, with args as decodeWorkload writes them.
inline rc::Gen<Workload> validWorkload()
{
    const auto kernel = rc::gen::exec([]() -> Workload {
        const Kernel& chosen = kernelCatalogue()[*rc::gen::inRange<std::size_t>(0, kernelCatalogue().size())];
        KernelWorkload workload{std::string(chosen.name), {}};
        for (const KernelParameter& parameter : chosen.parameters) {
            if (*rc::gen::arbitrary<bool>())
                workload.parameters[std::string(parameter.name)] = *rc::gen::inRange(parameter.minimum, parameter.maximum + 1);
        }
        return workload;
    });
    const auto command = rc::gen::exec([]() -> Workload {
        CommandWorkload workload{*rc::gen::container<std::vector<std::string>>(utf8Text())};
        workload.argv.insert(workload.argv.begin(), *rc::gen::nonEmpty(utf8Text()));
        return workload;
    });
    const auto python = rc::gen::exec([]() -> Workload {
        PythonWorkload workload;
        workload.module = *pythonName();
        if (*rc::gen::arbitrary<bool>())
            workload.module += "." + *pythonName();
        workload.function = *pythonName();
        workload.argsJson = nlohmann::json(*rc::gen::resize(5, rc::gen::container<std::vector<nlohmann::json>>(jsonValue(3)))).dump();
        workload.path = *utf8Text();
        return workload;
    });
    return rc::gen::oneOf(kernel, command, python);
}

} // namespace tierscope::core::testing

namespace rc {

template <>
struct Arbitrary<tierscope::core::Workload> {
    static Gen<tierscope::core::Workload> arbitrary() { return tierscope::core::testing::validWorkload(); }
};

} // namespace rc
