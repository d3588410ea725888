// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
//
// Whether TracerBench's model of an exported trace is the experiment. Usage: node trace_test.js EXPERIMENT.json TRACE.json
"use strict";
const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { buildModel } = require("@tracerbench/trace-model");

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const experiment = read(process.argv[2]);
const model = buildModel(read(process.argv[3]));
const close = (left, right) => assert.ok(Math.abs(left - right) < 0.002, `${left} is not ${right}`);

assert.equal(model.processes.length, experiment.samples.length);
assert.equal(experiment.samples.length, 4);
model.processes.forEach((run, index) => {
    const sample = experiment.samples[index];
    const microseconds = (nanoseconds) => nanoseconds / 1000 / sample.dilation;
    assert.match(run.name, new RegExp(`^run ${index + 1}: ${sample.memory_mb} MB ${sample.mode}`));
    assert.ok(run.end <= sample.wall_s * 1e6 + 0.002, "the run ends with its last task");

    const slots = new Set(sample.tasks.map((task) => task.slot));
    assert.deepEqual(run.threads.map((thread) => thread.name).sort(), [...slots].map((slot) => `slot ${slot}`).sort());
    const seen = new Set();
    for (const thread of run.threads) {
        const complete = thread.events.filter((event) => event.isComplete());
        for (const event of complete.filter((each) => each.hasCategory("task"))) {
            const task = sample.tasks[event.getNumberArg("index", -1)];
            seen.add(task.index);
            assert.equal(`slot ${task.slot}`, thread.name);
            assert.equal(event.parent, undefined, "tasks of a slot do not overlap");
            close(event.start, microseconds(task.started_ns));
            close(event.end, microseconds(task.ended_ns));
            assert.equal(event.getStringArg("outcome", ""), task.outcome);
        }
        for (const event of complete.filter((each) => each.hasCategory("start"))) {
            assert.ok(event.parent.hasCategory("task"), "a process starts within its task");
            close(event.start, event.parent.start);
        }
    }
    assert.equal(seen.size, sample.tasks.length);
    const failures = run.threads.flatMap((thread) => thread.events.filter((event) => event.hasCategory("failure")));
    assert.deepEqual(failures.map((event) => event.name), ["task 6 failed"]);
    close(failures[0].start, microseconds(sample.tasks[6].ended_ns));
});
console.log(`ok: ${model.events.length} events of ${model.processes.length} runs`);
