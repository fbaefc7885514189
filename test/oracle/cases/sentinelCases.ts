import { list, type Draft } from './draft.js';
import { directiveCase } from './directiveCases.js';
import type { Random } from './random.js';

const base = list`
    port 26379 | sentinel monitor mymaster 127.0.0.1 6379 2 | sentinel down-after-milliseconds mymaster 30000
    sentinel parallel-syncs mymaster 1 | sentinel failover-timeout mymaster 180000
  `;
const id = 'c'.repeat(40);
const masters = ['mymaster', 'mymaster', 'mymaster', 'm2', 'nosuch', 'MYMASTER', '""', '"my master"'];
const times = [
  ...list`
    30000 | 1 | 0 | -1 | 5s | abc | "" | 1.5 | 99999999999 | 9223372036854775808 | +5
  `,
  ' 5',
];
const ports = ['6379', '6380', '0', '65535', '65536', '-1', 'abc', '70000', '6379x', '""', '99999999999'];
const hosts = list`
    127.0.0.1 | 127.0.0.2 | ::1 | 10.0.0.5 | 256.1.1.1 | "" | 127.1 | 0.0.0.0 | 127.0.0.1:6379
  `;
const counts = ['1', '2', '0', '-1', '2x', 'abc', '""', '99999999999'];
const yesOrNo = ['yes', 'no', 'YES', 'maybe', '1', '""', 'true'];
const scripts = ['/bin/true', '/no/such/script', 'extra.conf', '""', '/bin', 'script.sh', '/bin/true x'];
const texts = ['secret', '""', '"a b"', 'x', "it's", '#x'];

type Arguments = readonly (readonly string[])[];

const subDirectives: Readonly<Record<string, Arguments>> = {
  monitor: [['m2', 'mymaster', 'm3', '"my master"', '""', 'M2', 'a,b', '\u00e9'], hosts, ports, counts],
  'down-after-milliseconds': [masters, times],
  'failover-timeout': [masters, times],
  'parallel-syncs': [masters, counts],
  'notification-script': [masters, scripts],
  'client-reconfig-script': [masters, scripts],
  'auth-pass': [masters, texts],
  'auth-user': [masters, texts],
  'current-epoch': [[...counts, '12']],
  myid: [[id, id, 'short', `${id}c`, '""', id.toUpperCase(), 'z'.repeat(40)]],
  'config-epoch': [masters, counts],
  'leader-epoch': [masters, counts],
  'known-replica': [masters, hosts, ports],
  'known-slave': [masters, hosts, ports],
  'known-sentinel': [masters, hosts, ports, [id, id, 'short', '""']],
  'rename-command': [masters, ['CONFIG', 'config', 'nosuch', '""'], texts],
  'announce-ip': [hosts],
  'announce-port': [ports],
  'deny-scripts-reconfig': [yesOrNo],
  'sentinel-user': [texts],
  'sentinel-pass': [texts],
  'resolve-hostnames': [yesOrNo],
  'announce-hostnames': [yesOrNo],
  'master-reboot-down-after-period': [masters, times],
  'primary-reboot-down-after-period': [masters, times],
  bogus: [masters],
  '""': [],
};
const plainLines = list`
    port 0 | port 99999 | port 26380 | dir /run/t | dir /no/such | dir . | logfile s.log | logfile /no/such/x.log
    daemonize yes | protected-mode no | bind 127.0.0.1 | bind "" | requirepass x | save 900 1 | maxmemory 1mb
    maxmemory abc | appendonly yes | cluster-enabled yes | replicaof 127.0.0.1 6380 | user alice on nopass ~* +@all
    user alice on +get | user alice on +sentinel|masters | user alice on +sentinel|nosuch | user alice on bogus
    aclfile users.acl | aclfile none.acl | rename-command ping x | rename-command config x | rename-command sentinel s
    rename-command acl x | rename-command get x | loadmodule /no/such.so | include extra.conf | include none.conf
    foo bar | foo | foo.bar 1 | foo.bar | tls-port 7001 | tls-replication yes | unixsocket a.sock
    monitor m2 127.0.0.1 6380 2 | sentinel | # sentinel | timeout 5 # x | hz 0 | databases 0
    acl-pubsub-default resetchannels | acllog-max-len 5 | sentinel monitor
    sentinel monitor mymaster 127.0.0.1 6379 2 # main | SENTINEL MONITOR m9 127.0.0.1 6399 2
    "sentinel" "monitor" "m8" "127.0.0.1" "6398" "2" | sentinel "monitor m7 127.0.0.1 6397 2" | sentinel "unbal
    latency-tracking yes
  `;

const files = {
  'extra.conf': 'timeout 7\n',
  'users.acl': 'user default on nopass +@all\n',
  'script.sh': '#!/bin/sh\n',
};

/** A sentinel file: sub-directives right and wrong, before and after what they need, among plain directives. */
export function sentinelCase(random: Random, turn: number): Draft {
  const names = Object.keys(subDirectives);
  const chosen = [names[turn % names.length] ?? 'monitor', ...random.some(names, 0, 2)];
  const focus = chosen.map((name) => sentinelLine(random, name));
  if (random.chance(0.4)) focus.push(random.pick(plainLines));
  if (random.chance(0.15)) focus.push(...directiveCase(random, random.below(1000)).lines);
  const frame = random.chance(0.8) ? base : random.some(base, 1, 4);
  const order = random.below(4);
  const lines =
    order === 0 ? [...focus, ...frame] : order === 1 ? random.shuffle([...frame, ...focus]) : [...frame, ...focus];
  return {
    cat: order === 0 ? 'sentinel:early' : order === 1 ? 'sentinel:mixed' : 'sentinel',
    mode: 'sentinel',
    lines,
    placement: 'alone',
    files,
  };
}

/** Host names in sentinel lines: what becomes of them depends on the machine's name service. */
export function sentinelHostCase(random: Random): Draft {
  const host = random.pick(['localhost', 'no.such.host.invalid']);
  const line = random.pick([
    `sentinel monitor m2 ${host} 6380 2`,
    `sentinel known-replica mymaster ${host} 6380`,
    `sentinel known-sentinel mymaster ${host} 26380 ${id}`,
  ]);
  const setting = random.chance(0.6) ? [`sentinel resolve-hostnames ${random.pick(yesOrNo)}`] : [];
  const lines = random.shuffle([...base, line, ...setting]);
  return { cat: 'machine:host-name', mode: 'sentinel', lines, placement: 'alone' };
}

function sentinelLine(random: Random, name: string): string {
  const values = (subDirectives[name] ?? []).map(
    (choices) => (random.chance(0.75) ? choices[0] : random.pick(choices)) ?? '',
  );
  const arity = random.below(15);
  const args = arity === 0 ? values.slice(0, -1) : arity === 1 ? [...values, random.pick(['x', '# x', '""'])] : values;
  const written = random.chance(0.06) ? name.toUpperCase() : name;
  return [random.chance(0.03) ? 'SENTINEL' : 'sentinel', written, ...args].join(' ').trimEnd();
}
