// Plays a story at a pace people can read: play, pause, one step at a time, faster or slower.
import type { StoryView } from './wire.ts';

/** Between two acts at speed 1. */
const ACT_MS = 2600;
export const SPEEDS: readonly number[] = [0.5, 1, 2, 4, 8];

/** What is about to happen. */
export interface Moment {
  /** Counted from 0. */
  scene: number;
  personId?: string;
  placeId?: string;
  text: string;
}

/** Resolves when it is time for the next act. */
export type Pace = (moment: Moment) => Promise<void>;

/** A story that can be played, each time from its beginning. */
export interface Story {
  readonly title: string;
  readonly scenes: readonly string[];
  play(pace: Pace): Promise<void>;
}

export type StoryOrder = 'play' | 'pause' | 'step' | { speed: number };

export class Storyteller {
  readonly #story: Story;
  readonly #changed: () => void;
  #state: StoryView['state'] = 'waiting';
  #speed = 1;
  #moment: Moment | undefined;
  #problem: string | undefined;
  #touched = false;
  #goOn: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** `changed` is called whenever the view is another one. */
  constructor(story: Story, changed: () => void) {
    this.#story = story;
    this.#changed = changed;
  }

  get view(): StoryView {
    const moment = this.#moment;
    return {
      title: this.#story.title,
      scenes: this.#story.scenes,
      state: this.#state,
      speed: this.#speed,
      scene: moment?.scene,
      act:
        moment === undefined
          ? undefined
          : { personId: moment.personId, placeId: moment.placeId, text: moment.text },
      problem: this.#problem,
      touched: this.#touched,
    };
  }

  order(order: StoryOrder): void {
    if (typeof order === 'object') {
      this.#speed = SPEEDS.includes(order.speed) ? order.speed : 1;
      if (this.#state === 'playing') this.#wait();
    } else if (order === 'pause') this.#pause();
    else if (this.#isOn) this.#resume(order);
    else this.#begin(order);
    this.#changed();
  }

  /** Somebody does something by hand, which would be gone if the story began anew. */
  touch(): void {
    if (this.#touched) return;
    this.#touched = true;
    this.#changed();
  }

  /** Lets a story that waits go on without pauses, so that it comes to its end. */
  close(): void {
    this.#state = 'over';
    clearTimeout(this.#timer);
    this.#goOn?.();
  }

  get #isOn(): boolean {
    return this.#state === 'playing' || this.#state === 'paused' || this.#state === 'setting';
  }

  #begin(order: 'play' | 'step'): void {
    this.#state = 'setting';
    this.#moment = undefined;
    this.#problem = undefined;
    this.#touched = false;
    let first = true;
    const pace: Pace = (moment) => {
      if (this.#state === 'over') return Promise.resolve();
      if (first) this.#state = order === 'play' ? 'playing' : 'paused';
      first = false;
      this.#moment = moment;
      this.#changed();
      return new Promise((resolve) => {
        this.#goOn = resolve;
        if (this.#state === 'playing') this.#wait();
      });
    };
    this.#story.play(pace).then(
      () => this.#end('over'),
      (error: unknown) => {
        this.#problem = error instanceof Error ? error.message : String(error);
        this.#end('failed');
      },
    );
  }

  #pause(): void {
    if (this.#state !== 'playing') return;
    this.#state = 'paused';
    clearTimeout(this.#timer);
  }

  #resume(order: 'play' | 'step'): void {
    if (this.#state === 'setting') return;
    this.#state = order === 'play' ? 'playing' : 'paused';
    clearTimeout(this.#timer);
    this.#goOn?.();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#goOn?.(), ACT_MS / this.#speed);
  }

  #end(state: 'over' | 'failed'): void {
    this.#state = state;
    this.#moment = undefined;
    this.#goOn = undefined;
    this.#changed();
  }
}
