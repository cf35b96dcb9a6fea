// Where the day is played: tells the terminal what happens, and waits for whoever watches before each act.
import type { Channel } from '../discord/model.ts';
import type { Person } from '../discord/people.ts';
import type { Pace } from '../page/storyteller.ts';
import type { Narrator } from './narrator.ts';

/** For those who want to be through quickly: no waiting at all. */
const AT_ONCE: Pace = () => Promise.resolve();

/** Lets so many ms of the story's time pass, for everybody. */
type PassTime = (ms: number) => Promise<void>;

const MINUTE = 60_000;

export class Stage {
  readonly #narrator: Narrator;
  readonly #passTime: PassTime;
  readonly #pace: Pace;
  #scene = 0;

  constructor(narrator: Narrator, passTime: PassTime, pace: Pace = AT_ONCE) {
    this.#narrator = narrator;
    this.#passTime = passTime;
    this.#pace = pace;
  }

  /** So many minutes later. */
  async later(minutes: number): Promise<void> {
    await this.#passTime(minutes * MINUTE);
  }

  /** Opens a part of the story, counted from 0. */
  scene(number: number, title: string): void {
    this.#scene = number;
    this.#narrator.scene(title);
  }

  /** Somebody is about to do something that speaks for itself: write, react. */
  async turn(who: Person, where: Channel, what: string): Promise<void> {
    await this.#pace({
      scene: this.#scene,
      personId: who.id,
      placeId: where.id,
      text: `${who.name} ${what}`,
    });
  }

  /** Somebody is about to do something without a message: a command, a click. */
  async act(who: Person, where: Channel, what: string): Promise<void> {
    this.#narrator.act(who.name, what);
    await this.turn(who, where, what);
  }
}
