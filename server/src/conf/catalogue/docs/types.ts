/**
 * What we say of a directive, in our own words. Texts are plain sentences with `code` spans; they hold no links, no
 * HTML and no line breaks. What the facts already say (type, range, default, version, settable at run time) is not
 * repeated here: the hover adds it for the target at hand.
 */
export interface DirectiveDoc {
  /** Argument shape for signature help and completion, without the name: `<bytes>`, `<seconds> <changes> [<seconds> <changes> ...]`. */
  readonly usage: string;
  /** What it does: one or two sentences. */
  readonly does: string;
  /** When to change it, and to what. */
  readonly change: string;
  /** What goes wrong when it is set badly, or what surprises people. */
  readonly risk: string;
  /** One sentence for each word of an enum, by lower-case word. */
  readonly values?: Readonly<Record<string, string>>;
  /** One sentence for each argument of a multi-argument directive, in the order of `usage`. */
  readonly args?: readonly string[];
  /** Official page that explains more, https only. */
  readonly link: string;
}

/** One chapter of redis.conf: its directives by canonical name. */
export interface Chapter {
  readonly title: string;
  readonly directives: Readonly<Record<string, DirectiveDoc>>;
}
