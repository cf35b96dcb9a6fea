// What means harm: texts that people paste to break, to ping, to inject or to confuse; ids and values that nobody was offered. The same for each seed.
import type { Random } from '../../bench/random.ts';

/** Stands in every text, so that it can be looked for where it must not be. */
export const CANARY = 'xq7canary';

const PIECES = [
  '@everyone @here <@&{role}> <@{person}>',
  '\u202e\u2066reversed\u2069\u200f\u202b',
  '\u200b\u200c\u200d\ufeff\u2060',
  `Z${'\u0334\u0321\u031b'.repeat(10)}algo`,
  '```js\nprocess.exit()\n``` ``` ~~~',
  '**__~~||`*_ > # [x](https://example.com) <https://example.com> ||',
  "'); DROP TABLE recognitions; --",
  '__proto__ constructor prototype toString hasOwnProperty',
  '{{t}} {{count}} $t(refusal.self) {{-name}}',
  '99999999999999999999999999999999999999 -0 1e309 NaN Infinity 0x10',
  '👩‍👩‍👧‍👦🏳️‍🌈🧑🏿‍💻 ﷽ 𒐫 ☃️ 𝕳𝖊𝖑𝖑𝖔 ｆｕｌｌ',
  'ﻡﺮﺤﺑﺍ שלום ありがとう спасибо dziękuję ευχαριστώ',
  'thank you @everyone thanks! solved, it works now',
  'thanks <@{person}> <@{person}> <@{person}>',
  '</thanks:0> <t:99999999999999:R> <#1> <:a:1> <id:customize>',
  '\n\n\n\n\n# big\n-# small\n- a\n1. b',
  '\ud800 \udfff lone halves'.toWellFormed(),
  '\u0000\u0001\u0007\u001b[31mred\u001b[0m\r',
  '=SUM(A1:A9) points * (1e308 ** 9) / 0',
  'a'.repeat(120),
] as const;

/** Arguments of custom ids, by themselves and one after the other. */
const ARGUMENTS = [
  '',
  '-1',
  '0',
  '1e309',
  'NaN',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '99999999999999999999',
  '9'.repeat(200),
  '😀',
  '\u202e',
  '../../etc/passwd',
] as const;

export interface Targets {
  person: string;
  role: string;
}

/** A text of at most so many characters; Discord counts UTF-16 units and cuts no pair in two. */
export function hostileText(random: Random, longest: number, { person, role }: Targets): string {
  const pieces = Array.from({ length: random.among(1, 5) }, () => random.pick(PIECES));
  const whole = [CANARY, ...pieces].join(' ').replaceAll('{person}', person).replaceAll('{role}', role);
  const filled = random.among(1, 15) === 1 ? whole.padEnd(longest, '🙏 thanks ') : whole;
  return filled.slice(0, longest).toWellFormed();
}

/** A custom id that begins as one of those known does, with anything behind it. */
export function hostileId(random: Random, known: string, things: readonly string[]): string {
  const version = random.among(1, 10) === 1 ? '0' : '1';
  const args = Array.from({ length: random.among(0, 3) }, () => random.pick([...ARGUMENTS, ...things]));
  return [known, version, ...args].join(':').slice(0, 100).toWellFormed();
}

/** What somebody claims to have picked in a list: anything, or something real in the wrong place. */
export function hostileValues(random: Random, things: readonly string[], targets: Targets): string[] {
  const value = () =>
    random.pick<() => string>([
      () => hostileText(random, 100, targets),
      () => random.pick(ARGUMENTS).slice(0, 100) || '-',
      () => random.pick(things),
    ])();
  return Array.from({ length: random.among(1, 4) }, value);
}
