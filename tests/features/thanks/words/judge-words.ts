// Runs a language's table of cases through the recognition of gratitude.

import { describe, expect, it } from 'vitest';
import { findGratitude } from '../../../../src/features/thanks/gratitude.rules.ts';

/** Messages that thank somebody, and messages that use the same words without thanking. */
export interface Cases {
  readonly counted: readonly string[];
  readonly notCounted: readonly string[];
}

/** Declares one test a message, under the name of the language. */
export function judgeWords(language: string, { counted, notCounted }: Cases): void {
  describe(`${language}: counted as thanks`, () => {
    it.each(counted)('%s', (message) => expect(findGratitude(message)).toBeDefined());
  });
  describe(`${language}: not counted`, () => {
    it.each(notCounted)('%s', (message) => expect(findGratitude(message)).toBeUndefined());
  });
}
