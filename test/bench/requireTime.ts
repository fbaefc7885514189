/**
 * Run in a process of its own by activation.ts: loads the file that is named, with a `vscode` that accepts everything,
 * and prints how long that took.
 */
import Module, { createRequire } from 'node:module';

const [, , file] = process.argv;
const anything: unknown = new Proxy(function () {}, {
  get: (target, name) => {
    // What a class extends must have a prototype.
    if (name === 'prototype') return target.prototype as unknown;
    return name === Symbol.toPrimitive ? () => '' : anything;
  },
  apply: () => anything,
  construct: () => ({}),
});
const loader = Module as unknown as { _load: (request: string, ...rest: readonly unknown[]) => unknown };
const load = loader._load;
// A bundle copies the module's own properties and keeps its prototype, so everything is there by inheritance.
const vscode: unknown = Object.create(anything as object);
loader._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));

const cpuBefore = process.cpuUsage();
const from = performance.now();
if (file !== undefined) createRequire(__filename)(file);
const milliseconds = performance.now() - from;
const { user, system } = process.cpuUsage(cpuBefore);
const life = process.cpuUsage();
const megabytes = process.memoryUsage.rss() / 1024 / 1024;
process.stdout.write(
  JSON.stringify({ milliseconds, cpu: (user + system) / 1_000, life: (life.user + life.system) / 1_000, megabytes }),
);
