import type { DirectiveDoc } from './catalogue/docs/types';

/** One part of an argument shape: `<seconds>`, or `[<seconds> <changes> ...]` for all that may follow. */
export interface UsageParameter {
  readonly text: string;
  /** Column in the usage. */
  readonly start: number;
  readonly optional: boolean;
}

/** The parts of an argument shape: words, quoted texts, and brackets with all that stands in them. */
export function usageParameters(usage: string): readonly UsageParameter[] {
  const parameters: UsageParameter[] = [];
  for (const match of usage.matchAll(/"[^"]*"|\[[^\]]*(?:\[[^\]]*\][^\]]*)*\]|\S+/g)) {
    parameters.push({ text: match[0], start: match.index, optional: match[0].startsWith('[') });
  }
  return parameters;
}

/** Does a directive take more than one argument? */
export function takesSeveral(doc: DirectiveDoc): boolean {
  return usageParameters(doc.usage).length > 1;
}

/**
 * The parameter that the argument at `index` belongs to. Arguments beyond the shape belong to its last, open part; when
 * the prose has no sentence for that part, they go round again: the third word of `save` is seconds once more.
 */
export function parameterOf(doc: DirectiveDoc, index: number): number {
  const parameters = usageParameters(doc.usage);
  if (index < parameters.length && !parameters[index]?.optional) return index;
  const required = parameters.filter(({ optional }) => !optional).length;
  const repeats = parameters.at(-1)?.text.endsWith('...]') === true;
  const described = (doc.args?.length ?? 0) > required;
  if (repeats && !described && required > 0) return index % required;
  return Math.min(index, parameters.length - 1);
}
