// The settings of Ambassadors: where they are reviewed, for how long they serve, and what is handed to them.
import type { Settings } from '../../core/settings.ts';
import type { Change } from './changes.rules.ts';

/** What is offered; a value set by hand that is none of these is offered as well. */
export const QUORUMS: readonly number[] = [1, 2, 3, 4, 5, 7, 10];
export const REVIEW_DAYS: readonly number[] = [0, 1, 2, 3, 5, 7, 14];
export const TERM_MONTHS: readonly number[] = [1, 3, 6, 9, 12, 18, 24, 36];

/** What a server can hand to Ambassadors: nothing of it is a permission on Discord. */
export const HANDED = ['mayMark', 'mayPublish'] as const satisfies readonly (keyof Settings['ambassadors'])[];
export type Handed = (typeof HANDED)[number];

export function isHanded(name: string): name is Handed {
  return HANDED.some((one) => one === name);
}

export const reviewIn =
  (channelId: string | undefined): Change =>
  (settings) => {
    const { reviewChannelId: _, ...others } = settings.ambassadors;
    return {
      ...settings,
      ambassadors: channelId === undefined ? others : { ...others, reviewChannelId: channelId },
    };
  };

export const honourWith =
  (roleId: string | undefined): Change =>
  (settings) => {
    const { alumniRoleId: _, ...others } = settings.ambassadors;
    return { ...settings, ambassadors: roleId === undefined ? others : { ...others, alumniRoleId: roleId } };
  };

export const chooseNumber =
  (name: 'quorum' | 'minDays' | 'termMonths', value: number): Change =>
  (settings) => ({ ...settings, ambassadors: { ...settings.ambassadors, [name]: value } });

export const handOver =
  (handed: readonly Handed[]): Change =>
  (settings) => ({
    ...settings,
    ambassadors: {
      ...settings.ambassadors,
      ...Object.fromEntries(HANDED.map((name) => [name, handed.includes(name)])),
    },
  });
