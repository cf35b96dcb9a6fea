// What phrases can tell about gratitude, and so what the words of each language are sorted by.
import type { LanguageWords } from '../language/phrase-graph.rules.ts';

/**
 * What a phrase tells: a sign that help has arrived (`answered`); gratitude (`thanks`); gratitude for something
 * certainly done, even where the message asks for more (`thanksForDeed`); a request, after which thanks are given in
 * advance (`asking`); words of thanks that are none (`notThanks`). Where one text has two meanings, the later wins.
 */
export const MEANINGS = ['answered', 'thanks', 'thanksForDeed', 'asking', 'notThanks'] as const;
export type Meaning = (typeof MEANINGS)[number];

/** How people say thank you in one language. */
export type ThanksWords = LanguageWords<Meaning>;
