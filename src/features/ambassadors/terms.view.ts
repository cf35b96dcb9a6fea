// The term of an Ambassador: the question what comes next, the page with one's own term, and what staff are shown.
import { ContainerBuilder, userMention } from '@discordjs/builders';
import type { View } from '../../core/actions.ts';
import type { Reading } from '../../core/texts.ts';
import { textView } from '../../core/views.ts';
import type { Activity } from './dossier.store.ts';
import type { News } from './notices.service.ts';
import { button, day, EDGE, linkTo, row, text } from './pieces.view.ts';
import { LONGEST_LEAVE_DAYS, leaveEnds, openTo, type Step, type Term } from './terms.rules.ts';

const STYLES = { renew: 'success', pause: 'secondary', back: 'success', stepDown: 'danger' } as const;

/** Asks an Ambassador what comes after their term. It pings them and nobody else. */
export function questionView({ t }: Reading, { id, memberId, endsAt }: Term): View {
  const container = new ContainerBuilder()
    .setAccentColor(EDGE)
    .addTextDisplayComponents(
      text(
        t('ambassadors.term.question', { member: userMention(memberId), when: day(endsAt) }),
        `-# ${t('ambassadors.term.questionHint', { days: LONGEST_LEAVE_DAYS })}`,
      ),
    )
    .addActionRowComponents(
      row(...(['renew', 'pause', 'stepDown'] as const).map((step) => stepButton(t, step, id))),
    );
  return { components: [container.toJSON()], pings: [memberId] };
}

/** What becomes of the question, for everybody to read. */
export function answeredView({ t }: Reading, step: Step, { memberId }: Term): View {
  return textView(t(`ambassadors.term.said.${step}`, { member: userMention(memberId) }));
}

/** One's own term, with what one can do about it. */
export function termView(
  { t }: Reading,
  term: Term,
  { since, now, timeZone, note }: { since: number; now: number; timeZone: string; note?: string },
): View {
  const { id, endsAt, pausedAt, state, endedWhy, startedAt, endedAt } = term;
  const lines =
    state === 'ended'
      ? [t(`ambassadors.ended.${endedWhy ?? 'over'}`, { from: day(startedAt), to: day(endedAt ?? now) })]
      : [
          t('ambassadors.term.since', { since: day(since), until: day(endsAt) }),
          pausedAt !== null && t('ambassadors.term.onLeave', { until: day(leaveEnds(pausedAt)) }),
          endedWhy !== null && t('ambassadors.term.ending'),
        ];
  const container = new ContainerBuilder()
    .setAccentColor(EDGE)
    .addTextDisplayComponents(text(`## ${t('ambassadors.term.title')}`, note, ...lines));
  const steps = openTo(term, now, timeZone);
  if (steps.length > 0)
    container.addActionRowComponents(row(...steps.map((step) => stepButton(t, step, id, true))));
  return { components: [container.toJSON()] };
}

function stepButton(t: Reading['t'], step: Step, termId: number, own = false) {
  return button(t(`ambassadors.term.steps.${step}`), STYLES[step], own ? 'myTerm' : 'term', termId, step);
}

/** What is new about a term, with what the Ambassador did in it, for staff. It pings nobody. */
export function noticeView(reading: Reading, term: Term, news: News, activity: Activity): View {
  const { t } = reading;
  const { guildId, memberId, startedAt, endsAt } = term;
  const names = { member: userMention(memberId), when: day(endsAt) };
  const did = t('ambassadors.notice.activity', {
    since: day(startedAt),
    helps: t('ambassadors.notice.helps', { count: activity.helps }),
    solutions: t('ambassadors.notice.solutions', { count: activity.solutions }),
  });
  const container = new ContainerBuilder().addTextDisplayComponents(
    text(t(`ambassadors.notice.${news}`, names), `-# ${did}${linkTo(reading, guildId, activity.latest)}`),
  );
  return { components: [container.toJSON()] };
}
