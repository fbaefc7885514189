import { findAnywhere } from '../catalogue/catalogue';
import type { RawLineRule } from '../rule';
import { atLeast } from '../target';
import { explainNowhere } from '../unknownNames';
import { stopsHere } from '../wording';

/** A name that no version knows: a typo, `=` between name and value, a line of another file. */
export const unknownDirective: RawLineRule = {
  id: 'unknown-directive',
  group: 'start',
  severity: 'error',
  scope: 'unknown',
  title: 'The name is no directive of the target',
  check: (line, env) => {
    const name = line.words[0];
    if (!name || findAnywhere(name.text)) return undefined;
    const { span, what, fixes } = explainNowhere(line, name, env);
    // A name with a dot is kept for modules, but not without a value.
    const forModules = env.era === 7 && name.text.includes('.') && !atLeast(env.target, 'redis', '8.0.0');
    const reason = forModules ? 'Module config specified without value' : 'Bad directive or wrong number of arguments';
    return { span, message: `${what} ${stopsHere(reason)}`, fixes };
  },
};
