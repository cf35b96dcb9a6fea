// What a picture of the gallery is: what it shows, in words, and how what it shows comes about.
import type { Shot } from './camera.ts';
import type { GalleryTown } from './town.ts';

export interface Picture {
  /** The beginning of the file's name. */
  name: string;
  /** What one reads above it. */
  caption: string;
  /** What is to be seen, for those who cannot see it. */
  alt: string;
  /** Makes it happen; the picture is taken right after. */
  play: (gallery: GalleryTown) => Promise<Shot>;
}

/** Pictures that belong together, under one heading. */
export interface Room {
  heading: string;
  pictures: readonly Picture[];
}

/** The message of an answer, which there must be. */
export function messageOf<T>(answer: { message: T | undefined; text: string }): T {
  if (answer.message === undefined) throw new Error(`There is no message: ${answer.text}`);
  return answer.message;
}
