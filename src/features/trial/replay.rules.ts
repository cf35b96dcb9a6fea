// What was given lately, judged again: what each recognition would be worth under other points and limits. Pure.
import { isRefusal } from '../../core/context.ts';
import { dayAt } from '../../core/periods.ts';
import type { RecognitionKind } from '../../core/schema.ts';
import type { Settings } from '../../core/settings.ts';
import { DAY_MS, type History, judgeThanks, pointsFor } from '../thanks/rules.ts';
import type { Draft } from './draft.rules.ts';

/** A live row of the ledger, as far as it is judged. */
export interface Given {
  id: number;
  kind: RecognitionKind;
  giverId: string;
  receiverId: string;
  helpKey: string;
  weight: number;
  points: number;
  occurredAt: number;
}

export interface Worth {
  weight: number;
  points: number;
}

const MINUTE_MS = 60_000;

/**
 * What each of these rows is worth under the draft; only those that change. What the draft leaves alone stays: weights
 * are judged again only where limits change, points only of the kinds that change or whose weight does. Awards are worth
 * what a moderator chose. `rows` are in the order in which they were given; those before `since` are history.
 */
export function revalued(
  rows: readonly Given[],
  draft: Draft,
  settings: Settings,
  since: number,
): ReadonlyMap<number, Worth> {
  const weights = Object.keys(draft.limits).length > 0 ? judgedWeights(rows, settings, since) : undefined;
  const changed = new Map<number, Worth>();
  for (const row of rows) {
    if (row.occurredAt < since || row.kind === 'award') continue;
    const weight = weights?.get(row.id) ?? row.weight;
    const isOther = weight !== row.weight || draft.points[row.kind] !== undefined;
    const points = isOther ? pointsFor(row.kind, weight, settings.points) : row.points;
    if (weight !== row.weight || points !== row.points) changed.set(row.id, { weight, points });
  }
  return changed;
}

/** The weights of thanks and upvotes as the limits would have given them; 0 for what would have been refused. */
function judgedWeights(rows: readonly Given[], settings: Settings, since: number): Map<number, number> {
  const past = new Past(settings);
  const weights = new Map<number, number>();
  for (const row of rows) {
    const { kind } = row;
    if (kind !== 'thanks' && kind !== 'upvote') {
      past.note(row, row.weight);
      continue;
    }
    if (row.occurredAt < since) {
      past.note(row, row.weight);
      continue;
    }
    const verdict = judgeThanks(
      { kind, giver: present(row.giverId), receiver: present(row.receiverId), at: row.occurredAt },
      past.before({ ...row, kind }),
      settings.limits,
    );
    weights.set(row.id, isRefusal(verdict) ? 0 : verdict.weight);
    // A refused thank-you would never have been in the ledger.
    if (!isRefusal(verdict)) past.note(row, verdict.weight);
  }
  return weights;
}

/** Who they were was judged when it was given. */
const present = (memberId: string) => ({ memberId, isBot: false, isPending: false, isPresent: true });

/** What the limits look at, kept as the rows go by. */
class Past {
  readonly #settings: Settings;
  readonly #lastOfPair = new Map<string, number>();
  readonly #givenOnDay = new Map<string, Set<string>>();
  readonly #helpsOfPair = new Map<string, { helpKey: string; at: number }[]>();
  readonly #sameHelp = new Map<string, { thanks: number | undefined; any: number | undefined }>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  before(row: Given & { kind: 'thanks' | 'upvote' }): History {
    const { limits, timeZone } = this.#settings;
    const { giverId, receiverId, helpKey, occurredAt } = row;
    const last = this.#lastOfPair.get(unordered(giverId, receiverId));
    const day = dayAt(occurredAt, timeZone).start;
    const same = this.#sameHelp.get(`${giverId} ${receiverId} ${helpKey}`);
    const after = occurredAt - limits.windowDays * DAY_MS;
    const others = new Set(
      this.#helpsOfPair
        .get(`${giverId} ${receiverId}`)
        ?.filter((one) => one.at > after && one.helpKey !== helpKey)
        .map((one) => one.helpKey),
    );
    return {
      sameHelpWeight: row.kind === 'upvote' ? same?.any : same?.thanks,
      otherOfPairAt:
        last !== undefined && occurredAt - last < limits.pairMinutes * MINUTE_MS ? last : undefined,
      givenThatDay: this.#givenOnDay.get(`${giverId} ${day}`)?.size ?? 0,
      otherHelps: others.size,
    };
  }

  note({ kind, giverId, receiverId, helpKey, occurredAt }: Given, weight: number): void {
    const help = `${giverId} ${receiverId} ${helpKey}`;
    const same = this.#sameHelp.get(help);
    const strongest = (one: number | undefined) => Math.max(one ?? 0, weight);
    this.#sameHelp.set(help, {
      any: strongest(same?.any),
      thanks: kind === 'upvote' ? same?.thanks : strongest(same?.thanks),
    });
    if (kind !== 'thanks' && kind !== 'upvote') return;
    const pair = `${giverId} ${receiverId}`;
    const helps = this.#helpsOfPair.get(pair) ?? [];
    helps.push({ helpKey, at: occurredAt });
    this.#helpsOfPair.set(pair, helps);
    if (kind === 'upvote') return;
    this.#lastOfPair.set(unordered(giverId, receiverId), occurredAt);
    const day = `${giverId} ${dayAt(occurredAt, this.#settings.timeZone).start}`;
    const given = this.#givenOnDay.get(day) ?? new Set();
    given.add(`${receiverId} ${helpKey}`);
    this.#givenOnDay.set(day, given);
  }
}

function unordered(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
