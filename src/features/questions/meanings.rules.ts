// What phrases can tell about how a question stands, and so what the words of each language are sorted by.
import type { LanguageWords } from '../language/phrase-graph.rules.ts';

/**
 * What a phrase tells: it works now (`solved`); the author found it alone (`alone`); the author is about to see, or
 * wants something else (`pending`); it does not work (`stillBroken`); what helps nobody, such as kindness after the
 * help and having no idea (`noHelp`); that the rest of the sentence is supposed, wished or asked (`supposing`); the
 * same words said of something else (`neither`). Where one text has two meanings, the later wins.
 */
export const MEANINGS = [
  'supposing',
  'solved',
  'noHelp',
  'pending',
  'alone',
  'stillBroken',
  'neither',
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** How people say in one language whether something works. */
export type SolvedWords = LanguageWords<Meaning>;
