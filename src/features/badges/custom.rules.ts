// What a server's own badge must be, and who may give which badge to whom. Pure.
import { type Refusal, refuse } from '../../core/context.ts';
import type { Badge } from './catalogue.rules.ts';

/** Longest name and description of a server's own badge, and reason of one that is given, in characters. */
export const LONGEST_NAME = 30;
export const LONGEST_ABOUT = 100;
export const LONGEST_REASON = 300;
/** So many can still be chosen from. */
const MOST_CUSTOM = 50;

export interface OwnEmoji {
  readonly id: string;
  readonly name: string;
  readonly animated: boolean;
}

/** What tells badges of one server apart: letters and digits, without case, width or decoration. */
export function nameKeyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

const OWN = /^<a?:\w{1,32}:(\d{1,20})>$|^:(\w{1,32}):$/;
/** Asks for the coloured picture where a character could also be plain text. */
const PICTURE_STYLE = '\uFE0F';

/** One emoji: a character, or one of this server's own, which is its picture. Refuses words and emoji of other servers. */
export function readBadgeEmoji(typed: string, own: readonly OwnEmoji[]): string | Refusal {
  const text = typed.trim();
  const written = OWN.exec(text);
  if (written) {
    const [, id, name] = written;
    const found = own.find((emoji) => (id ? emoji.id === id : emoji.name === name));
    if (!found) return refuse('badgeEmojiElsewhere');
    return `<${found.animated ? 'a' : ''}:${found.name}:${found.id}>`;
  }
  const picture = [text, text + PICTURE_STYLE].find((one) => /^\p{RGI_Emoji}$/v.test(one));
  return picture ?? refuse('badgeEmojiUnknown');
}

/** Shown in the place of a picture that the server no longer has. */
export const GENERIC_ICON = '🏅';

/** A badge's emoji as it can be shown now. */
export function shownEmoji(emoji: string, isThere: (emojiId: string) => boolean): string {
  const id = OWN.exec(emoji)?.[1];
  return id === undefined || isThere(id) ? emoji : GENERIC_ICON;
}

/**
 * What somebody typed to make a badge, brought into form; or why it cannot be one. Names come as by `nameKeyOf`:
 * `taken` by badges of the server, `reserved` for those that everybody can earn.
 */
export function judgeNewBadge(
  typed: { name: string; emoji: string; about: string },
  {
    taken,
    reserved = [],
    own,
  }: { taken: readonly string[]; reserved?: readonly string[]; own: readonly OwnEmoji[] },
): { name: string; nameKey: string; emoji: string; about: string | null } | Refusal {
  const name = typed.name.replaceAll(/\s+/g, ' ').trim();
  const nameKey = nameKeyOf(name);
  if (nameKey === '') return refuse('badgeNameMissing');
  if (taken.includes(nameKey) || reserved.includes(nameKey)) return refuse('badgeNameTaken', { name });
  if (taken.length >= MOST_CUSTOM) return refuse('badgesTooMany', { most: MOST_CUSTOM });
  const emoji = readBadgeEmoji(typed.emoji, own);
  if (typeof emoji !== 'string') return emoji;
  return { name, nameKey, emoji, about: typed.about.replaceAll(/\s+/g, ' ').trim() || null };
}

/** Whoever gives or takes a badge, as far as it matters. */
export interface Giver {
  memberId: string;
  isModerator: boolean;
  isAmbassador: boolean;
  roleIds: readonly string[];
}

export interface Receiver {
  memberId: string;
  isBot: boolean;
  isPresent: boolean;
}

/** A badge as far as giving it goes. */
export type Givable =
  | { of: Badge; custom?: never }
  | { custom: { grantRoleIds: readonly string[]; byAmbassadors: boolean }; of?: never };

/** Whether somebody may give this badge at all. */
export function mayGive({ isModerator, isAmbassador, roleIds }: Giver, { custom }: Givable): boolean {
  if (isModerator) return true;
  if (!custom) return false;
  return (isAmbassador && custom.byAmbassadors) || custom.grantRoleIds.some((id) => roleIds.includes(id));
}

/** Why a badge cannot be given: to oneself, to bots, to people who are not here, without a reason, beyond the day's number. */
export function judgeGift(
  { giver, to, badge, reason }: { giver: Giver; to: Receiver; badge: Givable; reason: string },
  { givenToday, perDay }: { givenToday: number; perDay: number },
): Refusal | undefined {
  if (!mayGive(giver, badge)) return refuse('badgeNotYours');
  if (to.isBot) return refuse('badgesOfBot');
  if (to.memberId === giver.memberId) return refuse('awardSelf');
  if (!to.isPresent) return refuse('awardGone');
  if (reason === '') return refuse('reasonMissing');
  if (perDay === 0) return refuse('awardsOff');
  return givenToday >= perDay ? refuse('awardLimit', { count: perDay }) : undefined;
}
