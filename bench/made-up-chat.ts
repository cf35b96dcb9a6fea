// A made-up support chat, for those who have no recorded one: questions, answers, small talk, and one thank-you in twenty lines.
import { randomFrom } from './random.ts';
import type { Line } from './recording.ts';

const PEOPLE = 300;
const THANKS_SHARE = 0.05;
const BETWEEN_LINES_MS = 20_000;
const SAID = [
  'does anybody know why the build stops at the second step?',
  'what does the log say about it',
  'it says that the port is in use already, and then nothing for a minute',
  'have you tried to start it with the verbose switch? it prints every file that it opens',
  'I had the same last week. Removing the cache folder and installing anew helped',
  'is there a setting for the time zone, or is it always the one of the machine',
  'look at chapter four of the manual, the part about mounting',
  'no, that is only for the old version; from 3.0 on it is called endpoint',
  'brb',
  'lol, right',
  'my laptop gets hot when I run the tests, is that normal',
  'you can pass the name of one test file to run only that',
] as const;
const THANKS = [
  'thanks, that was it',
  'thank you so much',
  'ty!',
  'perfect, thanks a lot',
  'thx, works now',
] as const;

/** So many lines of one channel, the same in every run. A thank-you mentions the one who spoke before. */
export function madeUpChat(lines: number, until: number, people = PEOPLE): Line[] {
  const random = randomFrom(1);
  const person = () => `person-${Math.floor(random.share() ** 2 * people)}`;
  const chat: Line[] = [];
  for (let n = 0; n < lines; n++) {
    const before = chat.at(-1);
    const at = until - (lines - n) * BETWEEN_LINES_MS;
    const thanks = before !== undefined && random.share() < THANKS_SHARE;
    chat.push({
      author: person(),
      content: random.pick(thanks ? THANKS : SAID),
      mentions: thanks ? [before.author] : [],
      ch: 'chat',
      at,
    });
  }
  return chat;
}
