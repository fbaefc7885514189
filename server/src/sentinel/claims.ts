import { nearestOf } from '../conf/nearest';
import { numericAddress } from './address';
import { formAnywhere } from './forms';
import type { Statement } from './statement';

/**
 * Names of primaries that a refused line was meant to introduce. Lines with such a name are right as soon as that line
 * is, so nothing is said of them.
 */
export class Claims {
  private readonly names = new Set<string>();
  private all = false;

  /** Takes in a line that is refused. */
  add({ option, args, form }: Statement): void {
    const [first, second] = args;
    // A line that says another thing, only in too many words, introduces nothing.
    if (!form && option !== 'monitor' && formAnywhere(option)) return;
    if (form || option === 'monitor') {
      // `sentinel monitor 10.0.0.1 6379 2`: the name itself is what is missing.
      if (!first || (!form && numericAddress(first.text) !== undefined)) this.all = true;
      else this.names.add(first.text);
    } else if (first && second && (args.length === 4 || nearestOf(option, ['monitor']) === 'monitor')) {
      this.names.add(first.text);
    } else if (args.length === 3 && first && numericAddress(first.text) !== undefined) {
      // `sentinel mymaster 10.0.0.1 6379 2`: the word monitor is missing.
      this.names.add(option);
    }
  }

  /** Was a primary of this name meant to be introduced? */
  has(name: string): boolean {
    return this.all || this.names.has(name);
  }
}
