import type { Rule } from '../rule';
import { aclTwoSources } from './acl-two-sources';
import { activedefragNeedsJemalloc } from './activedefrag-needs-jemalloc';
import { announceUnreachable } from './announce-unreachable';
import { aofAndRdbSameName } from './aof-and-rdb-same-name';
import { appendfsyncNotEverysec } from './appendfsync-not-everysec';
import { appendonlySwitchedInFile } from './appendonly-switched-in-file';
import { argumentCount } from './argument-count';
import { bareSave } from './bare-save';
import { bindAddresses } from './bind-addresses';
import { bindMustExist } from './bind-must-exist';
import { bindUnusable } from './bind-unusable';
import { booleanValue } from './boolean-value';
import { busPortCollides } from './bus-port-collides';
import { byteOrderMark } from './byte-order-mark';
import { clampedValue } from './clamped-value';
import { clientMemoryUnlimited } from './client-memory-unlimited';
import { clientOutputBufferLimitValue } from './client-output-buffer-limit-value';
import { clusterAnnounceIncomplete } from './cluster-announce-incomplete';
import { clusterBusPort } from './cluster-bus-port';
import { clusterConfigFileIsConfig } from './cluster-config-file-is-config';
import { clusterConfigFileMissing } from './cluster-config-file-missing';
import { clusterConfigFileShared } from './cluster-config-file-shared';
import { clusterDatabasesIgnored } from './cluster-databases-ignored';
import { clusterMigrationBarrierZero } from './cluster-migration-barrier-zero';
import { clusterNoFailover } from './cluster-no-failover';
import { clusterNodeTimeoutRange } from './cluster-node-timeout-range';
import { clusterPartialCoverage } from './cluster-partial-coverage';
import { clusterReadsWhenDown } from './cluster-reads-when-down';
import { clusterValidityFactorZero } from './cluster-validity-factor-zero';
import { clusterWithReplicaof } from './cluster-with-replicaof';
import { daemonizeUnderSystemd } from './daemonize-under-systemd';
import { databasesTooMany } from './databases-too-many';
import { deadDirective } from './dead-directive';
import { debugCommandsEnabled } from './debug-commands-enabled';
import { defaultUserOpen } from './default-user-open';
import { dirRelative } from './dir-relative';
import { disableThpOff } from './disable-thp-off';
import { emptyIsZero } from './empty-is-zero';
import { enumValue } from './enum-value';
import { hzCrash } from './hz-crash';
import { ignoredDirective } from './ignored-directive';
import { includeOrder } from './include-order';
import { includePattern } from './include-pattern';
import { includedFileRefused } from './included-file-refused';
import { integerValue } from './integer-value';
import { invisibleCharacter } from './invisible-character';
import { keyspaceEventFlags } from './keyspace-event-flags';
import { latencyPercentiles } from './latency-percentiles';
import { localeMustExist } from './locale-must-exist';
import { logfileEmptyWithDaemonize } from './logfile-empty-with-daemonize';
import { masterauthDiffers } from './masterauth-differs';
import { maxclientsOpenFiles } from './maxclients-open-files';
import { maxmemoryBelow1mb } from './maxmemory-below-1mb';
import { maxmemoryPolicyUnfit } from './maxmemory-policy-unfit';
import { memoryValue } from './memory-value';
import { memoryWraps } from './memory-wraps';
import { minReplicasDisabled } from './min-replicas-disabled';
import { minReplicasInCluster } from './min-replicas-in-cluster';
import { noMasterauth } from './no-masterauth';
import { noMaxmemory } from './no-maxmemory';
import { noSaveLine } from './no-save-line';
import { nodesFile } from './nodes-file';
import { notInThisVersion } from './not-in-this-version';
import { nowhereToListen } from './nowhere-to-listen';
import { nulByte } from './nul-byte';
import { nuxeoCluster } from './nuxeo-cluster';
import { nuxeoEviction } from './nuxeo-eviction';
import { nuxeoMaxmemory } from './nuxeo-maxmemory';
import { nuxeoPersistence } from './nuxeo-persistence';
import { nuxeoVersion } from './nuxeo-version';
import { octalValue } from './octal-value';
import { oomScoreAdjNeedsRoot } from './oom-score-adj-needs-root';
import { oomScoreValues } from './oom-score-values';
import { openToTheNetwork } from './open-to-the-network';
import { outputBufferLimitReplicaSmall } from './output-buffer-limit-replica-small';
import { outsystemsAppendOnly } from './outsystems-append-only';
import { outsystemsCluster } from './outsystems-cluster';
import { outsystemsDebugCommand } from './outsystems-debug-command';
import { outsystemsEviction } from './outsystems-eviction';
import { outsystemsLoopbackBind } from './outsystems-loopback-bind';
import { outsystemsMasterauth } from './outsystems-masterauth';
import { outsystemsMaxmemory } from './outsystems-maxmemory';
import { outsystemsNodeTimeout } from './outsystems-node-timeout';
import { outsystemsPassword } from './outsystems-password';
import { outsystemsPaths } from './outsystems-paths';
import { outsystemsPort } from './outsystems-port';
import { outsystemsRenamedCommand } from './outsystems-renamed-command';
import { outsystemsSaveStated } from './outsystems-save-stated';
import { outsystemsVersion } from './outsystems-version';
import { overriddenDirective } from './overridden-directive';
import { pathMustExist } from './path-must-exist';
import { pathToNothing } from './path-to-nothing';
import { persistenceOffWithReplicas } from './persistence-off-with-replicas';
import { placeholderPassword } from './placeholder-password';
import { protectedModeOff } from './protected-mode-off';
import { rdbchecksumOff } from './rdbchecksum-off';
import { rdmaNeedsBuild } from './rdma-needs-build';
import { renameCommandDeprecated } from './rename-command-deprecated';
import { renameCommandTarget } from './rename-command-target';
import { renameCommandUnknown } from './rename-command-unknown';
import { renamedDirective } from './renamed-directive';
import { replBacklogSmall } from './repl-backlog-small';
import { replDisklessSyncOff } from './repl-diskless-sync-off';
import { replTimeoutTooShort } from './repl-timeout-too-short';
import { replicaAnnounceIncomplete } from './replica-announce-incomplete';
import { replicaBacklogDefault } from './replica-backlog-default';
import { replicaEvicts } from './replica-evicts';
import { replicaPriorityZero } from './replica-priority-zero';
import { replicaStaleDataOff } from './replica-stale-data-off';
import { replicaWritable } from './replica-writable';
import { replicaofAddress } from './replicaof-address';
import { replicaofItself } from './replicaof-itself';
import { replicaofLoopback } from './replicaof-loopback';
import { requirepassOverridden } from './requirepass-overridden';
import { rewriteTail } from './rewrite-tail';
import { samePortTwice } from './same-port-twice';
import { saveIgnored } from './save-ignored';
import { savePoints } from './save-points';
import { secretInGit } from './secret-in-git';
import { secretInReadableFile } from './secret-in-readable-file';
import { sentinelAnnounceHostnames } from './sentinel-announce-hostnames';
import { sentinelAuthMissing } from './sentinel-auth-missing';
import { sentinelBindLoopback } from './sentinel-bind-loopback';
import { sentinelDownAfter } from './sentinel-down-after';
import { sentinelDuplicateEntry } from './sentinel-duplicate-entry';
import { sentinelDuplicateMaster } from './sentinel-duplicate-master';
import { sentinelEvenCount } from './sentinel-even-count';
import { sentinelFailoverTimeout } from './sentinel-failover-timeout';
import { sentinelHostName } from './sentinel-host-name';
import { sentinelInServer } from './sentinel-in-server';
import { sentinelLoopbackMonitor } from './sentinel-loopback-monitor';
import { sentinelMasterUnknown } from './sentinel-master-unknown';
import { sentinelNumbers } from './sentinel-numbers';
import { sentinelOrderBefore62 } from './sentinel-order-before-6-2';
import { sentinelParallelSyncs } from './sentinel-parallel-syncs';
import { sentinelPasswordStyles } from './sentinel-password-styles';
import { sentinelQuorum } from './sentinel-quorum';
import { sentinelScriptMustExist } from './sentinel-script-must-exist';
import { sentinelScriptsReconfig } from './sentinel-scripts-reconfig';
import { sentinelState } from './sentinel-state';
import { sentinelStatement } from './sentinel-statement';
import { sentinelUselessDirective } from './sentinel-useless-directive';
import { stopWritesOff } from './stop-writes-off';
import { supervisedWithoutUnit } from './supervised-without-unit';
import { tcpBacklogAboveSomaxconn } from './tcp-backlog-above-somaxconn';
import { textValue } from './text-value';
import { tlsClientsUnchecked } from './tls-clients-unchecked';
import { tlsIncomplete } from './tls-incomplete';
import { tlsNeedsBuild } from './tls-needs-build';
import { tlsNodesPlain } from './tls-nodes-plain';
import { tlsOldProtocols } from './tls-old-protocols';
import { tlsPlainPortOpen } from './tls-plain-port-open';
import { unbalancedQuotes } from './unbalanced-quotes';
import { unit1000Or1024 } from './unit-1000-or-1024';
import { unixSocketPath } from './unix-socket-path';
import { unknownDirective } from './unknown-directive';
import { unresolvedDirective } from './unresolved-directive';
import { userChannels } from './user-channels';
import { userRules } from './user-rules';
import { userTwice } from './user-twice';
import { userUnknownCommand } from './user-unknown-command';
import { valueReadAsSomethingElse } from './value-read-as-something-else';
import { weakPassword } from './weak-password';

/**
 * Every rule of redis.conf, in the order in which they look at a line. The first ones are what makes a server refuse
 * the line; a line that is refused is not looked at further.
 */
export const rules: readonly Rule[] = [
  unbalancedQuotes,
  notInThisVersion,
  unknownDirective,
  argumentCount,
  booleanValue,
  integerValue,
  memoryValue,
  octalValue,
  enumValue,
  textValue,
  savePoints,
  bindAddresses,
  clientOutputBufferLimitValue,
  latencyPercentiles,
  keyspaceEventFlags,
  oomScoreValues,
  replicaofAddress,
  sentinelInServer,
  userRules,
  pathToNothing,

  unresolvedDirective,
  includedFileRefused,
  clusterWithReplicaof,
  clusterBusPort,
  busPortCollides,
  clusterConfigFileMissing,
  nowhereToListen,
  tlsIncomplete,
  samePortTwice,
  aclTwoSources,
  bindUnusable,
  unixSocketPath,
  hzCrash,
  userTwice,
  userChannels,
  userUnknownCommand,
  renameCommandUnknown,
  renameCommandTarget,
  sentinelStatement,
  sentinelHostName,
  sentinelMasterUnknown,
  sentinelDuplicateMaster,
  sentinelDuplicateEntry,
  sentinelScriptMustExist,

  // Traps: accepted, but not what it seems.
  valueReadAsSomethingElse,
  emptyIsZero,
  memoryWraps,
  unit1000Or1024,
  saveIgnored,
  noSaveLine,
  bareSave,
  overriddenDirective,
  includeOrder,
  includePattern,
  deadDirective,
  ignoredDirective,
  clampedValue,
  invisibleCharacter,
  nulByte,
  byteOrderMark,

  // Security.
  openToTheNetwork,
  protectedModeOff,
  weakPassword,
  placeholderPassword,
  defaultUserOpen,
  requirepassOverridden,
  noMasterauth,
  masterauthDiffers,
  renameCommandDeprecated,
  debugCommandsEnabled,
  secretInReadableFile,
  secretInGit,
  tlsPlainPortOpen,
  tlsNodesPlain,
  tlsClientsUnchecked,
  tlsOldProtocols,

  // Memory.
  noMaxmemory,
  maxmemoryPolicyUnfit,
  maxmemoryBelow1mb,
  clientMemoryUnlimited,
  outputBufferLimitReplicaSmall,
  replicaBacklogDefault,

  // Persistence.
  persistenceOffWithReplicas,
  appendonlySwitchedInFile,
  aofAndRdbSameName,
  appendfsyncNotEverysec,
  stopWritesOff,
  rdbchecksumOff,
  dirRelative,

  // Cluster.
  clusterAnnounceIncomplete,
  clusterNodeTimeoutRange,
  clusterConfigFileIsConfig,
  clusterConfigFileShared,
  clusterPartialCoverage,
  clusterReadsWhenDown,
  clusterNoFailover,
  clusterMigrationBarrierZero,
  clusterDatabasesIgnored,
  clusterValidityFactorZero,

  // Replication.
  minReplicasDisabled,
  minReplicasInCluster,
  replTimeoutTooShort,
  replDisklessSyncOff,
  replBacklogSmall,
  replicaWritable,
  replicaPriorityZero,
  replicaAnnounceIncomplete,
  announceUnreachable,
  replicaofItself,
  replicaofLoopback,
  replicaStaleDataOff,
  replicaEvicts,

  // Sentinel.
  sentinelQuorum,
  sentinelEvenCount,
  sentinelLoopbackMonitor,
  sentinelDownAfter,
  sentinelFailoverTimeout,
  sentinelParallelSyncs,
  sentinelAuthMissing,
  sentinelPasswordStyles,
  sentinelOrderBefore62,
  sentinelUselessDirective,
  sentinelNumbers,
  sentinelScriptsReconfig,
  sentinelAnnounceHostnames,
  sentinelBindLoopback,

  // Versions.
  renamedDirective,

  // Host: what depends on the machine.
  daemonizeUnderSystemd,
  supervisedWithoutUnit,
  logfileEmptyWithDaemonize,
  tcpBacklogAboveSomaxconn,
  maxclientsOpenFiles,
  activedefragNeedsJemalloc,
  tlsNeedsBuild,
  rdmaNeedsBuild,
  localeMustExist,
  databasesTooMany,
  bindMustExist,
  pathMustExist,
  disableThpOff,
  oomScoreAdjNeedsRoot,

  // Profiles: house rules of applications.
  outsystemsVersion,
  outsystemsPort,
  outsystemsPassword,
  outsystemsMasterauth,
  outsystemsCluster,
  outsystemsNodeTimeout,
  outsystemsAppendOnly,
  outsystemsSaveStated,
  outsystemsMaxmemory,
  outsystemsEviction,
  outsystemsPaths,
  outsystemsRenamedCommand,
  outsystemsDebugCommand,
  outsystemsLoopbackBind,
  nuxeoVersion,
  nuxeoEviction,
  nuxeoMaxmemory,
  nuxeoCluster,
  nuxeoPersistence,

  // What the server writes itself.
  nodesFile,
  rewriteTail,
  sentinelState,
];
