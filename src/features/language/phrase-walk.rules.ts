// Follows a message along all phrases at once, from one word on, and remembers where each word led.
import type { PhraseGraph, Told } from './phrase-graph.rules.ts';
import { ANY_WORD, AT_END, AT_START, FREE, OVER_BREAK, type Steps } from './steps.rules.ts';
import type { Token } from './tokens.rules.ts';
import type { KnownWord } from './vocabulary.rules.ts';

/** No book has so many. */
const MOST_LANGUAGES = 1_000;

/** All the steps that the words read so far may have led to, and what they have told. */
interface Reached<Meaning extends string> {
  readonly steps: readonly number[];
  /** Told by the words alone. */
  readonly told: Told<Meaning> | undefined;
  /** Told where the clause ends here. */
  readonly toldAtEnd: Told<Meaning> | undefined;
  /** The steps whose ways are open to the next word, by how it stands, as far as that has been asked. */
  readonly open: Map<number, readonly number[]>;
  /** Where the next word leads, as far as that has been asked. */
  readonly next: Map<number, Reached<Meaning> | 'nowhere'>;
}

/** How many ways on are remembered before all are forgotten and learnt anew: some megabytes. */
const MOST_REMEMBERED = 50_000;

/** Where the first word of a phrase leads, by the set that it must be of. */
type Leads = ReadonlyMap<number, readonly number[]>;

/** The reading of phrases. What has once been worked out for a word at a place is remembered. */
export class PhraseWalk<Meaning extends string> {
  readonly #meanings: readonly Meaning[];
  readonly #steps: Steps;
  readonly #told: ReadonlyMap<number, Told<Meaning>>;
  readonly #leadsAnywhere: Leads;
  readonly #leadsAtStart: Leads;
  /** By the steps to which the last word led. */
  #known = new Map<string, Reached<Meaning>>();
  #beginning = nothingRead<Meaning>();
  #remembered = 0;

  /** Where one text has two meanings, the later of `meanings` wins. */
  constructor(meanings: readonly Meaning[], steps: Steps, { first, told }: PhraseGraph<Meaning>) {
    this.#meanings = meanings;
    this.#steps = steps;
    this.#told = told;
    this.#leadsAnywhere = steps.leads(steps.reach([first], FREE | OVER_BREAK));
    this.#leadsAtStart = steps.leads(steps.reach([first], FREE | OVER_BREAK | AT_START));
  }

  /** The longest phrase that begins with the word at `start`, where `words` are the known ones of the tokens. */
  longestAt(
    tokens: readonly Token[],
    words: readonly (KnownWord | undefined)[],
    start: number,
  ): { readonly told: Told<Meaning>; readonly end: number } | undefined {
    if (this.#remembered > MOST_REMEMBERED) this.#forget();
    let reached: Reached<Meaning> | 'nowhere' = this.#beginning;
    let told: Told<Meaning> | undefined;
    let end = start;
    for (let position = start; position < tokens.length; position += 1) {
      const token = tokens[position];
      if (token === undefined || token.stop) break;
      reached = this.#follow(reached, token, words[position]);
      if (reached === 'nowhere') break;
      const next = tokens[position + 1];
      const closes = next === undefined || next.opens || next.stop;
      const toldHere = closes ? reached.toldAtEnd : reached.told;
      if (toldHere === undefined) continue;
      told = toldHere;
      end = position + 1;
    }
    return told && { told, end };
  }

  #follow(from: Reached<Meaning>, token: Token, word: KnownWord | undefined): Reached<Meaning> | 'nowhere' {
    const standing = (token.opens ? 2 : 0) + (token.parted ? 1 : 0);
    const way = (word?.number ?? 0) * 4 + standing;
    const known = from.next.get(way);
    if (known !== undefined) return known;
    const there = this.#lead(from, token, standing, word?.sets ?? []);
    const reached = there.length === 0 ? 'nowhere' : this.#reach(there);
    from.next.set(way, reached);
    this.#remembered += 1;
    return reached;
  }

  #lead(from: Reached<Meaning>, token: Token, standing: number, sets: readonly number[]): readonly number[] {
    if (from === this.#beginning) return leave(token.opens ? this.#leadsAtStart : this.#leadsAnywhere, sets);
    const open = from.open.get(standing) ?? this.#open(from.steps, token);
    from.open.set(standing, open);
    return this.#steps.take(open, sets);
  }

  /** Past a comma only those steps go on that allow for one. */
  #open(steps: readonly number[], { parted, opens }: Token): readonly number[] {
    const allowed = parted ? this.#steps.across(steps, OVER_BREAK) : steps;
    return this.#steps.reach(allowed, FREE | OVER_BREAK | (opens ? AT_START : 0));
  }

  #reach(there: readonly number[]): Reached<Meaning> {
    const key = there.join();
    const known = this.#known.get(key);
    if (known) return known;
    const steps = this.#steps.reach(there, FREE);
    const reached = {
      steps,
      told: this.#winner(steps),
      toldAtEnd: this.#winner(this.#steps.reach(steps, FREE | OVER_BREAK | AT_END)),
      open: new Map(),
      next: new Map(),
    };
    this.#known.set(key, reached);
    return reached;
  }

  /** Of what several steps tell, what counts most. */
  #winner(steps: readonly number[]): Told<Meaning> | undefined {
    let winner: Told<Meaning> | undefined;
    for (const step of steps) {
      const told = this.#told.get(step);
      if (told && (winner === undefined || this.#rank(told) > this.#rank(winner))) winner = told;
    }
    return winner;
  }

  /** The later meaning is above, and among equals the earlier language. */
  #rank({ meaning, order }: Told<Meaning>): number {
    return this.#meanings.indexOf(meaning) - order / MOST_LANGUAGES;
  }

  #forget(): void {
    this.#known = new Map();
    this.#remembered = 0;
    this.#beginning = nothingRead();
  }
}

/** Where a first word leads. */
function leave(leads: Leads, sets: readonly number[]): readonly number[] {
  const there = [...(leads.get(ANY_WORD) ?? [])];
  for (const set of sets) {
    const some = leads.get(set);
    if (some) there.push(...some);
  }
  return there;
}

/** Before the first word. */
function nothingRead<Meaning extends string>(): Reached<Meaning> {
  return { steps: [], told: undefined, toldAtEnd: undefined, open: new Map(), next: new Map() };
}
