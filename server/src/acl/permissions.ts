import type { Commands } from '../conf/catalogue/commands';

interface Grant {
  readonly at: number;
  readonly allowed: boolean;
}

/** What a user, or one of its selectors, may do. Grows by rules, from left to right. */
export class Permissions {
  allKeys = false;
  /** Undefined: as `acl-pubsub-default` says. */
  allChannels: boolean | undefined = undefined;
  keyPatterns = 0;
  channelPatterns = 0;
  private clock = 0;
  private base: Grant = { at: 0, allowed: false };
  private readonly byCommand = new Map<string, Grant>();
  private readonly byCategory = new Map<string, Grant>();

  /** May the command be called as a whole, by what stands in the rules so far? */
  allows(command: string, commands: Commands): boolean {
    let last = this.base;
    const newer = (grant: Grant | undefined): void => {
      if (grant && grant.at > last.at) last = grant;
    };
    newer(this.byCommand.get(command));
    if (this.byCategory.size > 0) for (const name of commands.categoriesOf(command)) newer(this.byCategory.get(name));
    return last.allowed;
  }

  /** Were all commands allowed at once? */
  get allCommands(): boolean {
    return this.base.allowed;
  }

  /** Is nothing allowed at all? */
  get nothing(): boolean {
    const grants = [...this.byCommand.values(), ...this.byCategory.values()];
    return !this.base.allowed && !grants.some((grant) => grant.allowed);
  }

  /** Back to nothing; channels as for a new user. */
  reset(): void {
    this.allKeys = false;
    this.keyPatterns = 0;
    this.allChannels = undefined;
    this.channelPatterns = 0;
    this.setAll(false);
  }

  /** Allows or forbids all commands. */
  setAll(allowed: boolean): void {
    this.base = { at: ++this.clock, allowed };
    this.byCommand.clear();
    this.byCategory.clear();
  }

  /** Allows or forbids one command. */
  setCommand(command: string, allowed: boolean): void {
    this.byCommand.set(command.toLowerCase(), { at: ++this.clock, allowed });
  }

  /** Allows or forbids a category. */
  setCategory(category: string, allowed: boolean): void {
    this.byCategory.set(category.toLowerCase(), { at: ++this.clock, allowed });
  }
}
