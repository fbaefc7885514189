import type { Connection } from 'vscode-languageserver/node';
import type { Analysed } from './analyses';
import { offeredTargets } from './conf/catalogue/targets';
import { knownVersions } from './conf/catalogue/catalogue';
import { parseTarget, targetName } from './conf/target';
import * as protocol from './protocol';
import { startsOnAnswers, upgradeAnswer } from './versionAnswers';

/** Registers the requests about versions: which there are, on which a document starts, what an upgrade changes. */
export function registerVersionRequests(
  connection: Connection,
  find: (uri: string) => Promise<Analysed | undefined>,
): void {
  connection.onRequest(protocol.OFFERED_TARGETS, (): protocol.OfferedTargets =>
    offeredTargets().map((target) => ({ target: targetName(target), product: target.product })),
  );
  connection.onRequest(protocol.STARTS_ON, async ({ uri }: protocol.StartsOnParams) => {
    const analysed = await find(uri);
    return analysed ? startsOnAnswers(analysed) : [];
  });
  connection.onRequest(protocol.UPGRADE, async ({ uri, to }: protocol.UpgradeParams) => {
    const analysed = await find(uri);
    const target = parseTarget(to, knownVersions[to.startsWith('valkey') ? 'valkey' : 'redis']);
    if (!analysed || !target) throw new Error(`There is no open document ${uri}, or no target ${to}.`);
    return upgradeAnswer(analysed, target);
  });
}
