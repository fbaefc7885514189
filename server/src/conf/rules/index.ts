import type { Rule } from '../rule';
import { aclTwoSources } from './acl-two-sources';
import { argumentCount } from './argument-count';
import { bindAddresses } from './bind-addresses';
import { bindUnusable } from './bind-unusable';
import { booleanValue } from './boolean-value';
import { clientOutputBufferLimitValue } from './client-output-buffer-limit-value';
import { clusterBusPort } from './cluster-bus-port';
import { clusterConfigFileMissing } from './cluster-config-file-missing';
import { clusterWithReplicaof } from './cluster-with-replicaof';
import { enumValue } from './enum-value';
import { hzCrash } from './hz-crash';
import { integerValue } from './integer-value';
import { keyspaceEventFlags } from './keyspace-event-flags';
import { latencyPercentiles } from './latency-percentiles';
import { memoryValue } from './memory-value';
import { notInThisVersion } from './not-in-this-version';
import { nowhereToListen } from './nowhere-to-listen';
import { octalValue } from './octal-value';
import { oomScoreValues } from './oom-score-values';
import { pathToNothing } from './path-to-nothing';
import { replicaofAddress } from './replicaof-address';
import { samePortTwice } from './same-port-twice';
import { savePoints } from './save-points';
import { sentinelInServer } from './sentinel-in-server';
import { textValue } from './text-value';
import { tlsIncomplete } from './tls-incomplete';
import { unbalancedQuotes } from './unbalanced-quotes';
import { unixSocketPath } from './unix-socket-path';
import { unknownDirective } from './unknown-directive';
import { unresolvedDirective } from './unresolved-directive';

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
  pathToNothing,

  unresolvedDirective,
  clusterWithReplicaof,
  clusterBusPort,
  clusterConfigFileMissing,
  nowhereToListen,
  tlsIncomplete,
  samePortTwice,
  aclTwoSources,
  bindUnusable,
  unixSocketPath,
  hzCrash,
];
