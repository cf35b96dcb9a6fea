// What every use case is given: the context of the running bot, and the form of a polite no.
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Actions } from './actions.ts';
import type { CatchUpProgress } from './catch-up-progress.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Followers } from './followers.ts';
import type { Outbox } from './outbox.ts';
import type { People } from './people.ts';
import type { SettingsStore } from './settings.ts';
import type { KeysUnder, Texts, Values } from './texts.ts';

export interface Context {
  readonly config: Config;
  readonly clock: Clock;
  readonly db: Database;
  readonly settings: SettingsStore;
  readonly outbox: Outbox;
  readonly followers: Followers;
  readonly catchUp: CatchUpProgress;
  readonly people: People;
  readonly actions: Actions;
  readonly texts: Texts;
  readonly log: Logger;
}

export type RefusalReason = KeysUnder<'refusal'>;

/** A polite no: a rule said no, for a reason that the person can understand and mostly act on. Not a fault. */
export interface Refusal {
  readonly refused: RefusalReason;
  readonly values?: Values | undefined;
}

export function refuse(reason: RefusalReason, values?: Values): Refusal {
  return { refused: reason, values };
}

export function isRefusal(result: unknown): result is Refusal {
  return typeof result === 'object' && result !== null && 'refused' in result;
}
