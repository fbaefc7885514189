import { list, type Draft } from './draft.js';
import type { Random } from './random.js';
import { tlsFiles } from './tlsFiles.js';

/** Lines that are right by themselves and meet only after the whole file has been read. */
const groups: Readonly<Record<string, readonly string[]>> = {
  cluster: list`
      cluster-enabled yes | cluster-enabled no | port 60000 | port 55535 | port 55536 | port 7000 | cluster-port 7000
      cluster-port 0 | cluster-port 17001 | cluster-port 6379 | replicaof 127.0.0.1 6380 | replicaof no one
      slaveof 127.0.0.1 6380 | databases 4 | databases 1 | cluster-databases 4
      cluster-config-file /no/such/nodes.conf | cluster-config-file nodes.conf | cluster-config-file "" | bind ""
      bind 127.0.0.1 | bind 10.99.0.1 | tls-cluster yes | tls-port 7001 | appendonly yes | unixsocket a.sock
      cluster-announce-hostname h | cluster-preferred-endpoint-type hostname | cluster-announce-port 70 | port 0
      protected-mode no
    `,
  listening: [
    'port 0',
    'port 7000',
    'port 65535',
    'bind ""',
    'bind 127.0.0.1',
    'bind 127.0.0.1 ::1',
    'bind 127.0.0.1 127.0.0.1',
    'bind -10.99.0.1',
    'bind 10.99.0.1',
    'bind 127.0.0.1 -10.99.0.1',
    'bind 127.0.0.1 10.99.0.1',
    'bind * -::*',
    'bind 0.0.0.0',
    'bind -::1',
    'bind ::',
    'bind 256.1.1.1',
    'unixsocket a.sock',
    'unixsocket /no/such/a.sock',
    'unixsocket ""',
    `unixsocket ${'s'.repeat(107)}`,
    `unixsocket ${'s'.repeat(108)}`,
    'unixsocketperm 700',
    'unixsocketgroup nosuchgroup',
    'tls-port 7000',
    'tls-port 7001',
    'tls-port 0',
    'protected-mode no',
    'tcp-backlog 0',
    'bind-source-addr 10.99.0.1',
    'socket-mark-id 1',
    'rdma-port 7002',
    'maxclients 1',
    'io-threads 4',
  ],
  tls: list`
      tls-port 7001 | tls-port 7001 | port 0 | port 7001 | tls-cert-file cert.pem | tls-cert-file cert.pem
      tls-key-file key.pem | tls-key-file key.pem | tls-ca-cert-file cert.pem | tls-ca-cert-file cert.pem
      tls-ca-cert-dir . | tls-cert-file other.pem | tls-key-file garbage.pem | tls-cert-file garbage.pem
      tls-ca-cert-file garbage.pem | tls-ca-cert-file none.pem | tls-auth-clients no | tls-auth-clients optional
      tls-replication yes | tls-cluster yes | tls-protocols "TLSv1.2 TLSv1.3" | tls-protocols bogus
      tls-ciphers bogus | tls-ciphersuites bogus | tls-ciphersuites TLS_AES_128_GCM_SHA256
      tls-client-cert-file cert.pem | tls-client-key-file key.pem | tls-client-key-file other.pem
      tls-dh-params-file garbage.pem | tls-key-file-pass x | cluster-enabled yes | replicaof 127.0.0.1 6380
      tls-session-caching no | tls-prefer-server-ciphers yes | tls-ca-cert-dir /no/such | tls-auth-clients-user CN
    `,
  users: list`
      aclfile users.acl | aclfile users.acl | aclfile bad.acl | aclfile none.acl | aclfile ""
      user alice on nopass ~* +@all | user alice on +nosuch | user default on nopass ~* &* +@all | user default off
      requirepass foo | requirepass "" | acl-pubsub-default resetchannels | acl-pubsub-default allchannels
      rename-command acl "" | rename-command get fetch | user bob +fetch | user bob +get | masterauth x
      masteruser bob | protected-mode yes | user alice resetchannels &a | user carol &a | tls-auth-clients-user CN
    `,
  files: list`
      dir /run/t | dir conf.d | dir /no/such | logfile server.log | logfile /no/such/x.log | logfile conf.d
      logfile "" | pidfile /no/such/x.pid | daemonize yes | daemonize no | appendonly yes | appendfilename a.aof
      appenddirname d | appenddirname extra.conf | dbfilename extra.conf | aclfile users.acl | include extra.conf
      include conf.d/*.conf | loadmodule /no/such.so | loadmodule extra.conf | supervised systemd | supervised auto
      supervised upstart | syslog-enabled yes | always-show-logo yes | unixsocket conf.d | cluster-config-file conf.d
      cluster-enabled yes | set-proc-title no | proc-title-template {title} | aof-load-truncated no
      aof-use-rdb-preamble no | crash-log-enabled no | log-format logfmt | log-timestamp-format iso8601
      loglevel nothing | loglevel warning | loglevel debug | hide-user-data-from-log yes
    `,
  mixture: list`
      maxmemory 100 | maxmemory 0 | maxmemory-policy volatile-lru | maxmemory-clients 5% | hz 10 | hz 0 | hz 501
      io-threads 4 | io-threads-do-reads yes | oom-score-adj yes | oom-score-adj-values 0 200 800 | disable-thp no
      locale-collate bogus | locale-collate C | lua-time-limit 0 | busy-reply-threshold 0 | enable-debug-command yes
      enable-module-command local | enable-protected-configs bogus | replica-announce-ip host
      min-replicas-to-write 3 | replicaof 127.0.0.1 6380 | slaveof no one | repl-diskless-sync yes
      repl-diskless-load swapdb | save "" | save 900 1 | save | appendonly yes | activedefrag no
      jemalloc-bg-thread no | server_cpulist 0 | server-cpulist 0 | bio_cpulist bogus | ignore-warnings ARM64-COW-BUG
      foo.bar 1 | foo.bar | foo bar | Foo baz | bare | hide-user-data-from-log yes | rename-command get ""
      rename-command debug x | databases 1 | shutdown-timeout 0 | latency-tracking no
      extended-redis-compatibility yes
    `,
};

const files = {
  ...tlsFiles,
  'users.acl': 'user alice on nopass ~* +@all\n',
  'bad.acl': '# comment\nuser alice on\n',
  'extra.conf': 'timeout 7\n',
  'conf.d/a.conf': 'tcp-keepalive 60\n',
  'conf.d/b.conf': 'timeout 9\n',
};

/** Lines of one concern, or of all, that each version accepts or refuses only together. */
export function startCase(random: Random): Draft {
  const names = Object.keys(groups);
  const group = random.pick(names);
  const pool = random.chance(0.15) ? Object.values(groups).flat() : (groups[group] ?? []);
  const first = group === 'cluster' && random.chance(0.7) ? ['cluster-enabled yes'] : [];
  return {
    cat: `start:${group}`,
    lines: random.shuffle([...first, ...random.some(pool, 1, 5)]),
    placement: 'scattered',
    files,
  };
}

/** TLS set up completely, with at most one thing out of place. */
export function tlsCase(random: Random): Draft {
  const complete = list`
      tls-port 7001 | tls-cert-file cert.pem | tls-key-file key.pem | tls-ca-cert-file cert.pem
    `;
  const lines = random.chance(0.4) ? complete.toSpliced(random.below(4), 1) : complete;
  const extra = random.chance(0.6) ? [random.pick(groups['tls'] ?? [])] : [];
  return { cat: 'start:tls', lines: random.shuffle([...lines, ...extra]), placement: 'scattered', files };
}

/** Host names: what becomes of them depends on the machine's name service. */
export function hostNameCase(random: Random): Draft {
  const host = random.pick(['localhost', 'no.such.host.invalid', 'ip6-localhost', 'LOCALHOST']);
  const line = random.pick([
    `bind ${host}`,
    `bind -${host}`,
    `bind 127.0.0.1 ${host}`,
    `replicaof ${host} 6380`,
    `bind-source-addr ${host}`,
    `cluster-announce-ip ${host}`,
  ]);
  return { cat: 'machine:host-name', lines: [line] };
}
