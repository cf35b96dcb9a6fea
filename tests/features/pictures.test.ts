// Pictures: names cut and wrapped, what stands in for letters and faces, and each picture against the one that was looked at.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { beforeAll, describe, expect, test } from 'vitest';
import { fetchAvatar } from '../../src/discord/faces.ts';
import { drawInThread, drawPicture } from '../../src/features/pictures/drawing.ts';
import { canWrite } from '../../src/features/pictures/fonts.ts';
import {
  drawable,
  initialsOf,
  inTwoLines,
  isRightToLeft,
  isVisible,
  type Picture,
  shortened,
} from '../../src/features/pictures/rules.ts';
import { boardOf, names, profileOf } from '../support/cards.ts';
import { testContext } from '../support/context.ts';
import { testLog } from '../support/log.ts';
import { paintPng } from '../support/png.ts';

const GOLDEN = fileURLToPath(new URL('./__golden__/pictures/', import.meta.url));
/** Compared at a quarter of the size: the edges of letters differ from machine to machine, what they say does not. */
const WIDTH = 280;
/** How much of full contrast dots may differ on average, and how many may differ clearly. */
const MEAN = 0.004;
const CLEARLY = 60;
const CLEARLY_SHARE = 0.002;
const LARGEST_BYTES = 100 * 1024;

async function small(bytes: Uint8Array | string) {
  const image = await loadImage(bytes);
  const canvas = createCanvas(WIDTH, Math.round((image.height * WIDTH) / image.width));
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function differenceFromGolden(image: Uint8Array, name: string) {
  const canvas = await small(image);
  const path = `${GOLDEN}${name}.png`;
  if (!existsSync(path)) {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(path, canvas.toBuffer('image/png'));
    throw new Error(`${path} was missing and is written now: look at it, and keep it if it is right.`);
  }
  const golden = await small(path);
  expect([canvas.width, canvas.height]).toEqual([golden.width, golden.height]);
  const [is, was] = [canvas.data(), golden.data()];
  let [sum, clearly] = [0, 0];
  for (let i = 0; i < is.length; i++) {
    const difference = Math.abs((is[i] ?? 0) - (was[i] ?? 0));
    sum += difference;
    if (difference > CLEARLY) clearly += 1;
  }
  return { mean: sum / is.length / 255, clearly: clearly / is.length };
}

const pictures: [string, Picture][] = [
  ...Object.entries(names).map(([name, who]): [string, Picture] => [`profile-${name}`, profileOf(who)]),
  [
    'profile-bare',
    profileOf(names.plain ?? { text: '', otherwise: '' }, {
      tier: undefined,
      badges: [],
      more: undefined,
      topics: undefined,
    }),
  ],
  [
    'profile-avatar',
    profileOf(names.plain ?? { text: '', otherwise: '' }, {
      face: { name: { text: 'Alice', otherwise: 'a' }, avatar: paintPng(64, 64, [200, 60, 40]) },
    }),
  ],
  [
    'profile-broken-avatar',
    profileOf(names.plain ?? { text: '', otherwise: '' }, {
      face: { name: { text: 'Alice', otherwise: 'a' }, avatar: Buffer.from('no image') },
    }),
  ],
  ['board', boardOf()],
  ['board-one', boardOf([{ text: 'Alice', otherwise: 'a' }])],
];

describe('drawn', () => {
  // The first picture starts the thread, which takes its time on a crowded machine.
  beforeAll(async () => {
    const log = testLog().log;
    for (let tries = 0; tries < 5 && !(await drawPicture(boardOf(), log)); ) tries += 1;
  }, 60_000);

  test.each(pictures)(
    '%s is as it was when it was looked at, and small',
    async (name, picture) => {
      const image = await drawInThread(picture);
      expect(image.length).toBeLessThan(LARGEST_BYTES);
      const { mean, clearly } = await differenceFromGolden(image, name);
      expect(mean).toBeLessThan(MEAN);
      expect(clearly).toBeLessThan(CLEARLY_SHARE);
    },
    20_000,
  );

  test('another name is another picture: the comparison would notice', async () => {
    const image = await drawInThread(profileOf({ text: 'Alice Jonsdottir', otherwise: 'a' }));
    const { mean, clearly } = await differenceFromGolden(image, 'profile-plain');
    expect(mean > MEAN || clearly > CLEARLY_SHARE).toBe(true);
  }, 20_000);

  test('names that mean harm are drawn like others, or by what stands in for them', async () => {
    const harm = [
      '\u0000\u001b[0m',
      '\u202e\u2066abc',
      '\u200b',
      `Z${'\u0336\u0489'.repeat(200)}`,
      '﷽'.repeat(32),
    ];
    const evil = harm.map((text, n) => ({ text, otherwise: `user_${n}` }));
    for (const picture of [boardOf(evil), ...evil.map((name) => profileOf(name, { topics: name.text }))])
      expect((await drawInThread(picture)).length).toBeLessThan(LARGEST_BYTES);
  }, 20_000);

  test('what cannot be drawn is left out, and the next picture is drawn again', async () => {
    const { ctx, log } = testContext();
    const broken = { ...boardOf(), rows: undefined } as unknown as Picture;
    expect(await drawPicture(broken, ctx.log)).toBeUndefined();
    expect(log.lines.map(({ msg }) => msg)).toEqual(['a picture could not be drawn; words have to do']);
    expect(await drawPicture(boardOf(), ctx.log)).toBeDefined();
  }, 20_000);
});

describe('words', () => {
  test.each([
    ['Alice Johnson', 'AJ'],
    ['alice', 'A'],
    ['mary ann smith', 'MS'],
    ['🌿 Grace 👩🏽‍💻', 'G'],
    ['👩🏽‍💻', '👩🏽‍💻'],
    ['山田さくら', '山'],
    ['δημήτρης', 'Δ'],
    ['2fast', '2'],
    ['', '?'],
  ])('the initials of %j are %j', (name, initials) => expect(initialsOf(name)).toBe(initials));

  const upTo = (most: number) => (text: string) => [...text].length <= most;
  test.each([
    ['short', 10, 'short'],
    ['exactly ten', 11, 'exactly ten'],
    ['much too long', 8, 'much to…'],
    ['family 👨‍👩‍👧‍👦 of four', 12, 'family…'],
  ])('%j within %d is %j', (text, most, expected) => expect(shortened(text, upTo(most))).toBe(expected));

  test.each([
    ['one line', 20, ['one line']],
    ['two lines here', 10, ['two lines', 'here']],
    ['漢'.repeat(8), 5, ['漢'.repeat(5), '漢'.repeat(3)]],
    ['far too long for two lines', 8, ['far too', 'long fo…']],
  ])('%j in lines of %d is %j', (text, most, lines) => expect(inTwoLines(text, upTo(most))).toEqual(lines));

  test.each([
    ['Alice Johnson', 'Alice Johnson', true],
    ['\u202e\u2066abc\u2069\u200f', 'abc', true],
    ['\u200b\u2060\ufeff', '', false],
    ['\u0000\u0007\u001b[31mred\r\n\n# two', '[31mred # two', true],
    [`Z${'\u0334'.repeat(9)}a`, `Z${'\u0334'.repeat(3)}a`, true],
    ['👩🏽‍💻❤️', '👩🏽‍💻❤️', true],
    ['\u2800 \u3164', '\u2800 \u3164', false],
  ])('%j is drawn as %j', (text, expected, visible) =>
    expect([drawable(text), isVisible(text)]).toEqual([expected, visible]),
  );

  test.each([
    ['أحمد', true],
    ['12 דוד', true],
    ['Ahmad أحمد', false],
    ['🌿', false],
  ])('%j is read from right to left: %s', (text, expected) => expect(isRightToLeft(text)).toBe(expected));

  test.each([
    ['Alice é ß', true],
    ['Δημήτρης Жук 山さ אב أح 👩🏽‍💻🇫🇷', true],
    ['สมชาย', false],
    ['안녕', false],
  ])('the fonts have the letters of %j: %s', (text, expected) => expect(canWrite(text)).toBe(expected));
});

describe('an avatar', () => {
  const API = 'https://discord.com/api';
  const URL_OF_ONE = 'https://cdn.discordapp.com/avatars/1/abc.png?size=128';
  const answers = (body: string | Uint8Array, type = 'image/png', status = 200) =>
    (async () =>
      new Response(body as BodyInit, { status, headers: { 'content-type': type } })) as typeof fetch;
  const forbidden = (() => {
    throw new Error('nothing must be asked');
  }) as typeof fetch;

  test('comes from Discord’s own store', async () =>
    expect(Buffer.from((await fetchAvatar(URL_OF_ONE, API, answers('png'))) ?? []).toString()).toBe('png'));

  test.each([
    ['a bot that talks to another server, as in tests', URL_OF_ONE, 'http://127.0.0.1:9/api'],
    ['an address elsewhere', 'https://example.com/avatars/1/abc.png', API],
    ['an address that only begins alike', 'https://cdn.discordapp.com.example.com/a.png', API],
    ['no encryption', 'http://cdn.discordapp.com/avatars/1/abc.png', API],
  ])('%s: nothing is asked', async (_what, url, api) =>
    expect(await fetchAvatar(url, api, forbidden)).toBeUndefined(),
  );

  test.each([
    ['no image', answers('<html>', 'text/html')],
    ['not found', answers('', 'image/png', 404)],
    ['too large', answers(new Uint8Array(300 * 1024))],
    ['unreachable', (() => Promise.reject(new Error('no network'))) as typeof fetch],
  ])('%s: there is none', async (_what, ask) =>
    expect(await fetchAvatar(URL_OF_ONE, API, ask)).toBeUndefined(),
  );
});
