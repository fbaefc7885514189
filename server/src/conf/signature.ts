import type { Analysis } from './analyze';
import { docOf } from './catalogue/docs';
import type { DirectiveDoc } from './catalogue/docs/types';
import type { Position } from './finding';
import { own } from './own';
import { sentinelDocs } from '../sentinel/docs';
import { wordsBefore } from './typing';
import { parameterOf, takesSeveral, usageParameters } from './usage';

/** The shape of a line while it is typed. */
export interface Signature {
  /** The whole line: `save <seconds> <changes> [<seconds> <changes> ...]`. */
  readonly label: string;
  /** What the directive does, as Markdown. */
  readonly documentation: string;
  readonly parameters: readonly {
    /** Columns in `label`. */
    readonly start: number;
    readonly end: number;
    readonly documentation?: string;
  }[];
  readonly activeParameter: number;
}

/** The shape of the directive at a position behind its name, for directives with more than one argument. */
export function signatureHelp(analysis: Analysis, position: Position): Signature | undefined {
  const typed = wordsBefore(analysis, position);
  const name = typed?.words[0];
  if (!typed || !name || typed.index === 0) return undefined;
  const key = analysis.judge.catalogue.find(name.text)?.key;
  if (key === undefined) return undefined;
  if (key !== 'sentinel') {
    const doc = docOf(key);
    return doc && takesSeveral(doc) ? signatureOf(name.text.toLowerCase(), doc, typed.index - 1) : undefined;
  }
  const sub = typed.words[1]?.text.toLowerCase() ?? '';
  const doc = typed.index > 1 ? own(sentinelDocs, sub) : docOf(key);
  if (!doc) return undefined;
  return typed.index > 1 ? signatureOf(`sentinel ${sub}`, doc, typed.index - 2) : signatureOf('sentinel', doc, 0);
}

function signatureOf(name: string, doc: DirectiveDoc, index: number): Signature {
  const shift = name.length + 1;
  return {
    label: `${name} ${doc.usage}`,
    documentation: doc.does,
    parameters: usageParameters(doc.usage).map(({ text, start }, at) => {
      const parameter = { start: shift + start, end: shift + start + text.length };
      const documentation = doc.args?.[at];
      return documentation === undefined ? parameter : { ...parameter, documentation };
    }),
    activeParameter: parameterOf(doc, index),
  };
}
