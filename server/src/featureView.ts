import { type Analysis, DocumentAnalysis, Judge } from './conf/analyze';
import type { Target } from './conf/target';
import type { Analysed } from './analyses';
import type { OpenDocument } from './openDocument';

/** Line judges without rules, by target: they only take lines apart. */
const judges = new Map<string, Judge>();
const views = new WeakMap<
  OpenDocument,
  { readonly version: number; readonly target: Target; readonly analysis: Analysis }
>();

/**
 * The analysis that features read. A line of an ACL file has the shape of a `user` line in redis.conf, so its features
 * are those of such lines; only its verdicts are its own.
 */
export function featureView({ document, analysis, as }: Analysed): Analysis {
  if (analysis instanceof DocumentAnalysis) return analysis;
  const known = views.get(document);
  if (known && known.version === document.version && known.target === as.target) return known.analysis;
  const view = new DocumentAnalysis(document.document, judgeFor(as.target));
  views.set(document, { version: document.version, target: as.target, analysis: view });
  return view;
}

function judgeFor(target: Target): Judge {
  const key = `${target.product}@${target.version}`;
  let judge = judges.get(key);
  if (!judge) {
    judge = new Judge({ kind: 'redis', target }, []);
    judges.set(key, judge);
  }
  return judge;
}
