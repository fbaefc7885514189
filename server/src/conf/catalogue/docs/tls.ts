import type { Chapter } from './types';

const TLS = 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/';
const VALKEY_TLS = 'https://valkey.io/topics/tls/';

export const tls: Chapter = {
  title: 'TLS',
  directives: {
    'tls-auth-clients': {
      usage: 'yes|no|optional',
      does: 'Decides whether clients of the TLS port, replicas included, must show a certificate signed by the configured CA.',
      change:
        '`no` where passwords or ACL users authenticate and nobody hands out client certificates; `yes` for mutual TLS.',
      risk: 'With `yes` every client, `redis-cli` and the exporter need `--cert` and `--key`, otherwise the handshake fails before the password is asked. With `no` anyone on the network gets as far as `AUTH`.',
      values: {
        yes: 'A valid client certificate is required; connections without one are closed during the handshake.',
        no: 'No client certificate is asked for; authentication is left to passwords and ACLs.',
        optional:
          'A certificate that is shown must be valid, a client without one is let in: the setting for a migration to mutual TLS.',
      },
      link: TLS,
    },
    'tls-auth-clients-user': {
      usage: 'CN|URI|off',
      does: 'Logs a TLS client in as the ACL user that its certificate names, without `AUTH`. Without a match the connection stays with the default user.',
      change:
        'Use `CN` with mutual TLS and one enabled ACL user per certificate name; switch the default user `off` or give it a password, so that unknown certificates get nothing.',
      risk: 'With `tls-auth-clients optional` a user marked `nopass` can also be entered by a plain `AUTH name x` without any certificate. Failed matches show in `ACL LOG` of Redis 8.6 as `tls-cert`.',
      values: {
        cn: 'The Common Name in the subject of the certificate is the user name.',
        uri: 'Valkey only: the first URI among the subject alternative names that matches an enabled user, as SPIFFE identities need it.',
        off: 'Certificates prove trust only; users log in with `AUTH`.',
      },
      link: VALKEY_TLS,
    },
    'tls-auto-reload-interval': {
      usage: '<seconds>',
      does: 'Valkey only: looks every so many seconds whether the certificate and key files changed and loads new ones without a restart; 0 turns that off.',
      change: '3600 fits certificates that live for weeks; take less than the time between renewal and expiry.',
      risk: 'Open connections keep the old certificate. A pair that does not match is refused and the old one stays in use, so watch the log and the expiry fields in `INFO` or it runs out unnoticed.',
      link: VALKEY_TLS,
    },
    'tls-ca-cert-dir': {
      usage: '<directory>',
      does: 'Directory of trusted CA certificates, one per file, with the hashed names that `openssl rehash` makes. It complements or replaces `tls-ca-cert-file`.',
      change: 'Use it when several CAs come and go, for example `/etc/ssl/certs` for the trust store of the system.',
      risk: 'A certificate without its hash link is not found and its peers fail with `unable to get local issuer certificate`. The whole system store admits any client certificate that a public CA signed.',
      link: TLS,
    },
    'tls-ca-cert-file': {
      usage: '<file>',
      does: 'PEM file with the CA certificates that vouch for clients, replicas and cluster peers. The trust store of the system is never used by itself.',
      change:
        'Put the internal CA here; during a CA change put the old and the new one into the same file until all certificates are replaced.',
      risk: 'Without it and without `tls-ca-cert-dir` the server refuses to start, unless `tls-auth-clients no`, `tls-replication no` and `tls-cluster no`.',
      link: TLS,
    },
    'tls-cert-file': {
      usage: '<file>',
      does: 'PEM file with the certificate of the server; current versions also read the intermediate certificates that follow in it. It also serves for outgoing connections unless `tls-client-cert-file` is set.',
      change:
        'After a renewal repeat `CONFIG SET tls-cert-file` with the same path: the files are read again, no restart is needed.',
      risk: 'The certificate needs both server and client usage when replicas or cluster nodes use it. A file that the server user cannot read, as in `/etc/letsencrypt/live`, stops the start.',
      link: TLS,
    },
    'tls-ciphers': {
      usage: '<cipher-list>',
      does: 'Ciphers offered up to TLS 1.2, in the notation of OpenSSL, for example `ECDHE+AESGCM:!aNULL`. TLS 1.3 follows `tls-ciphersuites`.',
      change: 'Set it only when a security baseline asks for certain ciphers.',
      risk: 'The value is checked only when TLS is in use: a wrong list passes unnoticed until the day `tls-port` is set, and then stops the start. A narrow list locks out old Java and .NET clients.',
      link: TLS,
    },
    'tls-ciphersuites': {
      usage: '<suite>[:<suite> ...]',
      does: 'Cipher suites for TLS 1.3, separated by colons, such as `TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256`. Older protocols follow `tls-ciphers`.',
      change:
        'Leave it empty unless a baseline prescribes suites; on CPUs without AES instructions put `TLS_CHACHA20_POLY1305_SHA256` first.',
      risk: 'TLS 1.2 names such as `ECDHE-RSA-AES128-GCM-SHA256` are not valid here, and clients without a common suite fail with `no shared cipher`.',
      link: TLS,
    },
    'tls-client-cert-file': {
      usage: '<file>',
      does: 'PEM certificate that the server shows when it is the client: to its primary, to cluster peers, or as Sentinel to the data nodes.',
      change:
        'Set it together with `tls-client-key-file` when the CA issues certificates for server or for client usage only.',
      risk: 'Without it a server-only certificate makes replication fail with `unsupported certificate purpose` while clients connect normally. A certificate without its key file is silently ignored.',
      link: TLS,
    },
    'tls-client-key-file': {
      usage: '<file>',
      does: 'PEM private key of `tls-client-cert-file`, for outgoing connections.',
      change: 'Set both or neither, since one alone is ignored; mode 0400 or 0440, readable by the server user.',
      risk: 'A key that does not fit the certificate stops the start, or makes `CONFIG SET` fail and leaves the old pair in force. When you renew, replace both files before reloading.',
      link: TLS,
    },
    'tls-client-key-file-pass': {
      usage: '<passphrase>',
      does: 'Passphrase of an encrypted `tls-client-key-file`.',
      change: 'Set it only if policy demands encrypted keys; otherwise protect the key with file permissions.',
      risk: 'The passphrase stands in clear text in this file, next to the path of the key: make it mode 0640 or stricter. `CONFIG GET` shows it, and before Redis 7.4 and Valkey 8.0 a `CONFIG SET` leaves it in `SLOWLOG`.',
      link: TLS,
    },
    'tls-cluster': {
      usage: 'yes|no',
      does: 'Encrypts the cluster bus and key migration between nodes. The bus then listens on `tls-port` plus 10000 unless `cluster-port` is set.',
      change:
        'Set `yes` on all nodes at once when the bus leaves a trusted network; open the new bus port in the firewall first.',
      risk: 'Nodes with different settings do not understand each other: a rolling change splits the cluster. `yes` demands certificate, key and CA even when `cluster-enabled` is `no`.',
      link: TLS,
    },
    'tls-dh-params-file': {
      usage: '<file>',
      does: 'Diffie-Hellman parameters for the DHE ciphers of TLS 1.2, made with `openssl dhparam -out redis.dh 2048`.',
      change: 'Only for builds with OpenSSL below 3.0 and clients without ECDHE; otherwise delete the line.',
      risk: 'Parameters below 2048 bits are rejected by current clients. A path to a missing file stops the start as soon as TLS is in use.',
      link: TLS,
    },
    'tls-key-file': {
      usage: '<file>',
      does: 'PEM private key of `tls-cert-file`.',
      change:
        'Mode 0400 or 0440, readable by the server user. After renewal of both files repeat `CONFIG SET tls-key-file` with the same path to load them.',
      risk: 'A key that does not match or cannot be read stops the start with `Failed to configure TLS`. Nothing in this file shows that beforehand: check the pair with `openssl pkey` and `openssl x509 -pubkey`.',
      link: TLS,
    },
    'tls-key-file-pass': {
      usage: '<passphrase>',
      does: 'Passphrase of an encrypted `tls-key-file`.',
      change:
        'Set it only if policy demands encrypted keys on disk; without it an encrypted key cannot be loaded by a service.',
      risk: 'It stands in clear text beside the path of the key, so it protects little more than backups of the key alone. Keep this file at mode 0640 or stricter and out of version control.',
      link: TLS,
    },
    'tls-port': {
      usage: '<port>',
      does: 'TCP port for encrypted clients, replicas and Sentinel; 0 means none. It is open in addition to `port`.',
      change:
        'Set it with `tls-cert-file`, `tls-key-file` and a CA; when all clients are moved, set `port 0`. Plan for noticeably less throughput, most of all when clients reconnect often.',
      risk: 'The same number as `port` stops the start, as does a missing certificate or key. While `port` stays open, clients that fall back to it send their password unencrypted.',
      link: TLS,
    },
    'tls-prefer-server-ciphers': {
      usage: 'yes|no',
      does: 'With `yes` the order in `tls-ciphers` decides which common cipher is used, with `no` the order of the client.',
      change: 'Set `yes` together with an explicit `tls-ciphers` list when an audit demands the choice of the server.',
      risk: 'Without a list of your own it changes little. A server order that starts with AES is slow for small clients without AES instructions.',
      link: TLS,
    },
    'tls-protocols': {
      usage: '"<version> [<version> ...]"',
      does: 'Protocol versions to allow, in one quoted word: `"TLSv1.2 TLSv1.3"`, which is also what an empty value means. Known are `TLSv1`, `TLSv1.1`, `TLSv1.2` and `TLSv1.3`.',
      change:
        'Use `"TLSv1.3"` alone where all clients can; add old versions only for a client that cannot be replaced.',
      risk: 'Without quotes two versions are two arguments and the line is refused. A misspelt version is accepted as long as TLS is off and stops the start later.',
      link: TLS,
    },
    'tls-replication': {
      usage: 'yes|no',
      does: 'Makes this server, when it is a replica, connect to its primary over TLS; a Sentinel uses it for its connections to the data nodes.',
      change: 'Set `yes` on all members, primaries too, and let `replicaof` name the `tls-port` of the primary.',
      risk: 'A replica with `yes` that points at a plain port never gets past the handshake, and after a failover the same happens to an old primary that lacks the line. Sentinels need it as well.',
      link: TLS,
    },
    'tls-session-cache-size': {
      usage: '<sessions>',
      does: 'Number of TLS sessions kept so that returning clients skip the full handshake; 0 means unlimited.',
      change: 'Raise it when far more clients than that reconnect within `tls-session-cache-timeout`.',
      risk: 'Each entry costs a few hundred bytes up to some kilobytes outside `maxmemory`; unlimited grows with every distinct client until the timeout.',
      link: TLS,
    },
    'tls-session-cache-timeout': {
      usage: '<seconds>',
      does: 'Seconds for which a cached TLS session may be resumed.',
      change:
        'Raise it to 3600 for jobs that connect every few minutes; a full handshake with a 2048-bit RSA key costs about a millisecond of CPU.',
      risk: 'A resumed session does not check the client certificate anew, so a revoked or expired one keeps working for up to this time.',
      link: TLS,
    },
    'tls-session-caching': {
      usage: 'yes|no',
      does: 'Lets clients resume an earlier TLS session, which spares both sides the expensive part of the handshake.',
      change:
        'Leave `yes`. Set `no` to rule the cache out when resumed connections fail, or when every connection must prove its certificate.',
      risk: 'With `no` every reconnect costs a full handshake: a thousand clients that come back after a failover take about a second of CPU, on most versions on the main thread.',
      link: TLS,
    },
  },
};
