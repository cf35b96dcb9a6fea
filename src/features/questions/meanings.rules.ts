// What phrases can tell about how a question stands, and so what the words of each language are sorted by.
import type { LanguageWords } from '../language/phrase-graph.rules.ts';

/**
 * What a phrase tells: it works now (`solved`); it does not (`stillBroken`); that is about to be found out
 * (`trying`); kindness after the help, which is no help itself (`courtesy`); the same words said of something else,
 * wished, or asked (`neither`). Where one text has two meanings, the later wins.
 */
export const MEANINGS = ['solved', 'courtesy', 'trying', 'stillBroken', 'neither'] as const;
export type Meaning = (typeof MEANINGS)[number];

/** How people say in one language whether something works. */
export type SolvedWords = LanguageWords<Meaning>;
