// Text that means harm: what people paste to break, to ping, to inject or to confuse. Always the same for a number.

/** Stands in every text, so that it can be looked for where it must not be. */
export const CANARY = 'xq7canary';

const ZALGO = 'Z̴̡̛̼̤a̸͉̎l̵̰͐g̶̣̈́o̷̖͝'.repeat(6);
const PIECES = [
  '@everyone @here <@&{role}> <@{person}>',
  '\u202e\u2066reversed\u2069\u200f\u202b',
  '\u200b\u200c\u200d\ufeff\u2060',
  ZALGO,
  '```js\nprocess.exit()\n``` ``` ~~~',
  '**__~~||`*_ > # [x](https://example.com) <https://example.com> ||',
  "'); DROP TABLE recognitions; --",
  '__proto__ constructor prototype toString hasOwnProperty',
  '{{t}} {{count}} $t(refusal.self) {{-name}}',
  '99999999999999999999999999999999999999 -0 1e309 NaN Infinity 0x10',
  '👩‍👩‍👧‍👦🏳️‍🌈🧑🏿‍💻 ﷽ 𒐫 ☃️ 𝕳𝖊𝖑𝖑𝖔 ｆｕｌｌ',
  'ﻡﺮﺤﺑﺍ שלום ありがとう спасибо dziękuję ευχαριστώ',
  'thank you @everyone thanks! solved, it works now',
  '</thanks:0> <t:99999999999999:R> <#1> <:a:1> <id:customize>',
  '\n\n\n\n\n# big\n-# small\n- a\n1. b',
  '\ud800 \udfff lone halves'.toWellFormed(),
  '\u0000\u0001\u0007\u001b[31mred\u001b[0m\r',
  'a'.repeat(120),
] as const;

/** A hostile text of at most so many characters. */
export function hostileText(n: number, longest: number, who: { person: string; role: string }): string {
  const parts: string[] = [CANARY];
  for (let i = 0, seed = n * 2_654_435_761; i < 1 + (n % 5); i++, seed = (seed * 48_271 + 11) >>> 0)
    parts.push(PIECES[seed % PIECES.length] ?? '');
  const whole = parts.join(' ').replaceAll('{person}', who.person).replaceAll('{role}', who.role);
  const filled = n % 17 === 0 ? whole.padEnd(longest, '🙏 thanks ') : whole;
  // Discord counts UTF-16 units; a pair is not cut in two.
  return filled.slice(0, longest).toWellFormed();
}

/** A hostile custom id: as ours begin, with anything behind. */
export function hostileId(n: number, known: readonly string[]): string {
  const head = known[n % known.length] ?? 'x:y';
  const tails = ['', ':', ':::', ':-1', ':1e309', ':__proto__', ':constructor:prototype', ":' or 1=1 --"];
  const more = [
    ':99999999999999999999',
    ':NaN',
    ':😀',
    ':\u202e',
    `:${'9'.repeat(200)}`,
    ':null:undefined',
    ':0:0:0:0',
  ];
  const all = [...tails, ...more];
  const version = n % 11 === 0 ? '0' : '1';
  return `${head}:${version}${all[(n * 7) % all.length] ?? ''}`.slice(0, 100);
}
