import type { DirectiveFacts } from '../../../server/src/conf/catalogue/catalogue';

/** What a difference is about. */
export type DifferenceKind =
  | 'unknown name'
  | 'missing name'
  | 'hidden'
  | 'alias'
  | 'default'
  | 'type'
  | 'range'
  | 'values'
  | 'run time'
  | 'command';

/** One thing that a server and the catalogue say differently. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The directive or command, by the name that the server was asked for. */
  readonly subject: string;
  readonly catalogue: string;
  readonly server: string;
  /** The directive of the catalogue that it concerns, with what its facts would have to say. */
  readonly key?: string;
  readonly facts?: Partial<DirectiveFacts>;
}
