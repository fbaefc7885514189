import type { Chapter } from './types';

const MANAGE = 'https://redis.io/docs/latest/operate/oss_and_stack/management';
const CLIENTS = 'https://redis.io/docs/latest/develop/reference/clients/';
const VALKEY_CONF = 'https://valkey.io/topics/valkey.conf/';
const VALKEY_RDMA = 'https://valkey.io/topics/RDMA/';

export const network: Chapter = {
  title: 'Network',
  directives: {
    bind: {
      usage: '<address> [<address> ...]',
      does: 'Lists the local addresses, at most 16, on which `port` and `tls-port` listen. A leading `-` (6.2 and later) turns a missing address into a warning, and `* -::*` means all of IPv4 plus IPv6 where there is some.',
      change:
        'Name loopback and the private address of the host: `bind 127.0.0.1 10.0.4.11`. Remove the line only when a firewall guards the port.',
      risk: 'The server does not start when an address without `-` is missing, for example before DHCP is done, or when one is listed twice. Up to 6.2 any `bind` line, even `0.0.0.0`, switches `protected-mode` off.',
      args: [
        'Address of a local interface, `*` for all of IPv4 or `::*` for all of IPv6.',
        'More addresses; a word after `#` on this line is taken as an address too.',
      ],
      link: `${MANAGE}/security/`,
    },
    'bind-source-addr': {
      usage: '<address>',
      does: 'Sets the local address from which the server opens its own connections: replica to primary, cluster bus, Sentinel. An empty value leaves the choice to the routing table.',
      change: 'Set it on hosts with several interfaces when a firewall on the other side admits one address only.',
      risk: 'An address that is not on this host is dropped without a log line and the default route is used, so the firewall on the other side refuses: `master_link_status:down` while clients still get in.',
      link: `${MANAGE}/config/`,
    },
    'events-per-io-thread': {
      usage: '<events>',
      does: 'Valkey 8 only: the number of pending socket events that wakes one more I/O thread; 0 keeps all of them busy. Valkey 9.1 accepts the line and ignores it.',
      change: 'Leave it out; it was made for tests. Size `io-threads` instead.',
      risk: 'With 0 every small burst goes to the threads: each of them spins on a core, and at low load replies get slower, not faster.',
      link: VALKEY_CONF,
    },
    'io-threads': {
      usage: '<threads>',
      does: 'Number of threads, the main one included, that move bytes between sockets and buffers. Commands themselves still run one after another on the main thread.',
      change:
        'Leave 1 until `top -H` shows the main thread at 100 % with network work. Then 3 on 4 cores, 6 on 8 cores, with at least one core spare for fork children.',
      risk: 'More threads than cores slow everything down; up to Redis 7.4 and in Valkey waiting threads even spin. Count all instances of the host: six processes with 4 threads each want 24 cores. Valkey 8.0 lowers anything above 16 to 16.',
      link: `${MANAGE}/optimization/benchmarks/`,
    },
    'io-threads-always-active': {
      usage: 'yes|no',
      does: 'Valkey only, hidden from `CONFIG GET *`: with `yes` all I/O threads work whenever there is a job, whatever the load.',
      change: 'Set it in tests that must go through the threaded path; leave `no` in production.',
      risk: 'The server no longer lowers the number of active threads at low load, so an almost idle instance with `io-threads 8` can keep 8 cores busy.',
      link: VALKEY_CONF,
    },
    'io-threads-do-reads': {
      usage: 'yes|no',
      does: 'Lets the I/O threads read and parse requests too, not only write replies. Redis 8.0 and Valkey 8.1 accept the line and ignore it: their threads always read.',
      change:
        'On Redis 6.0 to 7.4 try `yes` together with `io-threads` when requests are large; measure, the gain is usually small. Delete the line when moving to 8.x.',
      risk: 'Without `io-threads` above 1 it does nothing. A leftover line in a new file gives the wrong impression that reads run on one thread.',
      link: `${MANAGE}/config/`,
    },
    'min-io-threads-avoid-copy-reply': {
      usage: '<threads>',
      does: 'Valkey only, hidden: from this number of `io-threads` on, large string values are sent straight from the keyspace instead of being copied into the reply buffer. 0 turns that off.',
      change: 'Lower it to 2 to measure the effect on `GET` of large values; keep the built-in value otherwise.',
      risk: 'Values in flight are counted differently in output buffers, so memory figures and `client-output-buffer-limit` behave differently. Small values gain nothing.',
      link: VALKEY_CONF,
    },
    mptcp: {
      usage: 'yes|no',
      does: 'Valkey only: the listening sockets accept Multipath TCP, so one client connection can use several network paths. Clients without it fall back to plain TCP.',
      change:
        'Set `yes` where clients have two paths, such as two NICs or zones, and packet loss causes latency peaks.',
      risk: 'Needs Linux 5.6 or later with `net.mptcp.enabled=1`; on a platform without it the start is refused. On a clean single path it gains nothing.',
      link: VALKEY_CONF,
    },
    port: {
      usage: '<port>',
      does: 'TCP port for unencrypted clients, replicas and Sentinel. 0 closes it, which is right when everybody uses `tls-port` or the Unix socket.',
      change: 'Give each instance of a host its own port; `port 0` with `tls-port 6379` makes a TLS-only server.',
      risk: 'With `cluster-enabled yes` the bus listens 10000 higher, so anything above 55535 is refused unless `cluster-port` is set. 0 without `tls-port` and `unixsocket` ends in `Configured to not listen anywhere`.',
      link: `${MANAGE}/config/`,
    },
    'prefetch-batch-max-size': {
      usage: '<commands>',
      does: 'With I/O threads, the main thread takes up to this many parsed commands together and loads their keys into the CPU cache before running them. 0 or 1 turns prefetching off. Valkey 8.0 and Redis 8.6 (hidden there) know it.',
      change:
        'Try 32 or 64 when the keyspace is far larger than the CPU caches and clients pipeline; compare throughput.',
      risk: 'Larger batches delay the first command of each batch. Without I/O threads Valkey 8.x does not prefetch at all.',
      link: VALKEY_CONF,
    },
    'rdma-bind': {
      usage: '<address> [<address> ...]',
      does: 'Valkey only, experimental: the addresses, at most 16, of the RDMA interfaces on which `rdma-port` listens.',
      change: 'Name the address of the RoCE or InfiniBand interface, not that of the management network.',
      risk: 'A build without RDMA accepts the line in the file and does nothing with it; `CONFIG SET` answers `No RDMA building support.`',
      args: ['Address of a local RDMA-capable interface.', 'More addresses of the same kind.'],
      link: VALKEY_RDMA,
    },
    'rdma-completion-vector': {
      usage: '<vector>',
      does: 'Valkey only, experimental: number of the completion vector, hence of the hardware interrupt, that signals finished RDMA transfers. -1 picks one at random for each connection.',
      change: 'On hosts with pinned CPUs give instance N the vector that is pinned to its CPU; otherwise stay with -1.',
      risk: 'Several instances on one vector share one CPU for their interrupts and slow each other down.',
      link: VALKEY_RDMA,
    },
    'rdma-port': {
      usage: '<port>',
      does: 'Valkey only, experimental: port of the RDMA listener; 0 means none. It may equal `port`, because RDMA and TCP do not collide.',
      change: 'Set it when clients speak RDMA and need less latency than TCP over the same network gives.',
      risk: 'Builds without RDMA, the Debian packages among them, abort the start with any value but 0. `valkey-cli` up to 8.1 cannot connect to it.',
      link: VALKEY_RDMA,
    },
    'rdma-rx-size': {
      usage: '<bytes>',
      does: 'Valkey only, experimental: size of the receive buffer of each RDMA connection. It takes plain bytes: `1048576`, not `1mb`.',
      change: 'Raise it for large values, in multiples of the page size (4096 on x86).',
      risk: 'The memory is pinned for each client and cannot be swapped: 1000 connections with 1 MB hold 1 GB, and 16 GB with the largest value.',
      link: VALKEY_RDMA,
    },
    'socket-mark-id': {
      usage: '<id>',
      does: 'Puts a mark on the listening sockets so that routing and firewall rules can match them: `SO_MARK` on Linux, a cookie on FreeBSD, a routing table on OpenBSD. 0 sets none.',
      change: 'Set it when the host routes by `fwmark`, for example to answer clients over a second gateway.',
      risk: 'Linux demands `CAP_NET_ADMIN`. An unprivileged server starts all the same, sets no mark and logs nothing.',
      link: `${MANAGE}/config/`,
    },
    'tcp-backlog': {
      usage: '<connections>',
      does: 'Length of the kernel queue of connections that have been established and not yet accepted.',
      change:
        'Raise it to a few thousand when hundreds of clients reconnect at once after a failover; raise `net.core.somaxconn` and `net.ipv4.tcp_max_syn_backlog` with it.',
      risk: 'The kernel silently cuts it to `somaxconn`, which is 128 on kernels before 5.4; the server then logs `The TCP backlog setting of 511 cannot be enforced`. A full queue shows as connect times of 1 or 3 seconds.',
      link: `${MANAGE}/admin/`,
    },
    'tcp-keepalive': {
      usage: '<seconds>',
      does: 'Idle seconds after which the kernel probes the other end of a client connection. On Linux a dead peer is dropped after about twice this time; 0 sends no probes.',
      change:
        'Set it below the idle limit of firewalls and load balancers in between: 60 behind one that forgets connections after 350 seconds or less.',
      risk: 'With 0 the connections of crashed clients stay until restart and fill `maxclients`. With 300 a vanished client holds its slot and its buffers for about 10 minutes.',
      link: CLIENTS,
    },
    timeout: {
      usage: '<seconds>',
      does: 'Closes client connections that have sent nothing for this long; 0 never does. Replicas, the link to the primary, Pub/Sub clients and clients in a blocking command are exempt.',
      change: 'Keep 0 for applications with a connection pool; 300 to 600 helps where leaky clients pile up.',
      risk: 'A value below the idle time of the pool gives the application broken connections, seen as sporadic `connection reset` on the first command after a pause.',
      link: CLIENTS,
    },
    unixsocket: {
      usage: '<path>',
      does: 'Path of a Unix socket on which the server listens in addition to TCP. Local clients save the TCP stack: about 30 microseconds a round trip.',
      change:
        'Use it for applications on the same host, under `/run/redis` or another directory that the server may write to.',
      risk: 'A missing directory stops the start, and so do 108 characters or more from 7.0 on. The server removes whatever lies at the path: two instances with the same path take it from each other without an error.',
      link: CLIENTS,
    },
    unixsocketgroup: {
      usage: '<group>',
      does: 'Valkey only: group that owns the Unix socket file.',
      change:
        'Set the group of the application and `unixsocketperm 770`, so that the application needs no membership in the group of the server.',
      risk: 'The server user must be a member of that group. Without `unixsocketperm` the umask decides, and it usually denies the group the write permission that connecting needs.',
      link: VALKEY_CONF,
    },
    unixsocketperm: {
      usage: '<mode>',
      does: 'Octal file mode of the Unix socket, such as `770`; a leading zero may be written. 0 leaves the file as the umask made it.',
      change:
        'Use `770` when the application shares the group of the server, `700` for one user only. Connecting needs write permission.',
      risk: '`777` lets every local account in, protected by the password alone. Up to 6.2 trailing garbage is dropped: `888` counts as 0.',
      link: `${MANAGE}/security/`,
    },
    'protected-mode': {
      usage: 'yes|no',
      does: 'With `yes` and no password for the default user, only loopback and the Unix socket may send commands. Up to 6.2 it acts only if there is no `bind` line either.',
      change:
        'Leave `yes` and set a password: then it blocks nobody. `no` is justified only where TLS certificates authenticate all clients.',
      risk: '`no` without a password gives full control to everyone who reaches the port. `no` with a password becomes that hole on the day the password is removed.',
      link: `${MANAGE}/security/`,
    },
  },
};
