import { list, type Draft } from './draft.js';
import type { Random } from './random.js';

const sideLines = [
  ...list`
    timeout 7 | # one | port 99999 | foo bar | tcp-keepalive 60 | timeout "5 | save 900 | include more.conf
    include none.conf | user carol on | cluster-enabled yes | replicaof 127.0.0.1 6380 | bare | dir /run/t
    maxmemory abc | rename-command get x | port 7003
  `,
  '',
];
const patterns = [
  ...list`
    extra.conf | ./extra.conf | "extra.conf" | extra.con? | extra.con[fx] | conf.d/*.conf | conf.d/* | conf.d
    conf.d/ | none.conf | none-*.conf | "" | extra.conf more.conf | EXTRA.CONF | /no/such.conf | extra.conf # x
    *.conf.none | extra.{conf,x} | ~/extra.conf | conf.d/a.conf | extra\.conf | extra.conf ""
  `,
  '',
];

/** Includes of files that are right, wrong, missing, several or directories. No file includes itself. */
export function includeCase(random: Random): Draft {
  const side = (lines: readonly string[]): string =>
    random.some(lines, 0, 4).join('\n') + random.pick(['\n', '', '\r\n']);
  const withoutIncludes = sideLines.filter((line) => !line.startsWith('include'));
  const files = {
    'extra.conf': side(random.chance(0.5) ? withoutIncludes.slice(0, 6) : sideLines),
    'more.conf': side(withoutIncludes),
    'conf.d/a.conf': side(random.chance(0.5) ? ['tcp-keepalive 60'] : withoutIncludes),
    'conf.d/b.conf': side(random.chance(0.5) ? ['timeout 9'] : withoutIncludes),
  };
  const lines = [`include ${random.pick(patterns)}`.trimEnd()];
  if (random.chance(0.3))
    lines.push(
      random.pick(list`
      include extra.conf | include conf.d/b.conf | port 99999 | foo bar | user carol on | replicaof 127.0.0.1 6380
    `),
    );
  if (random.chance(0.1)) lines.unshift('dir conf.d');
  return { cat: 'include', lines, placement: 'scattered', files };
}
