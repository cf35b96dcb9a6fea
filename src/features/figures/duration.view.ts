// How long something took, in the two largest units: "3 h 20 min", "2 days".
import type { Reading } from '../../core/texts.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** From so many days on, hours say nothing any more. */
const DAYS_ALONE = 3;

export function durationText({ t }: Reading, ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 1) return t('figures.duration.moment');
  const days = Math.floor((minutes * MINUTE_MS) / DAY_MS);
  const hours = Math.floor((minutes * MINUTE_MS) / HOUR_MS) % 24;
  const parts =
    days >= DAYS_ALONE
      ? [t('figures.duration.days', { count: Math.round(ms / DAY_MS) })]
      : days > 0
        ? [
            t('figures.duration.days', { count: days }),
            hours > 0 ? t('figures.duration.hours', { count: hours }) : '',
          ]
        : [
            hours > 0 ? t('figures.duration.hours', { count: hours }) : '',
            minutes % 60 > 0 ? t('figures.duration.minutes', { count: minutes % 60 }) : '',
          ];
  return parts.filter((part) => part !== '').join(' ');
}
