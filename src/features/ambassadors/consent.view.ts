// What a candidate is asked and told in the server: whether they want to be one, and that there is an answer.
import { ContainerBuilder, userMention } from '@discordjs/builders';
import type { View } from '../../core/actions.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped, textView } from '../../core/views.ts';
import { button, EDGE, row, text } from './pieces.view.ts';
import type { Nomination } from './rules.ts';

/** Asks the candidate. It pings them and nobody else. */
export function consentView(
  { t }: Reading,
  { id, candidateId, nominatorId, why }: Pick<Nomination, 'id' | 'candidateId' | 'nominatorId' | 'why'>,
): View {
  const names = { candidate: userMention(candidateId), nominator: userMention(nominatorId) };
  const container = new ContainerBuilder()
    .setAccentColor(EDGE)
    .addTextDisplayComponents(
      text(
        t('ambassadors.consent.nominated', names),
        `> ${asTyped(why)}`,
        t('ambassadors.consent.ask', names),
      ),
    )
    .addActionRowComponents(
      row(
        button(t('ambassadors.consent.yes'), 'success', 'consent', id, 'yes'),
        button(t('ambassadors.consent.no'), 'secondary', 'consent', id, 'no'),
        button(t('ambassadors.consent.look'), 'secondary', 'dossier', candidateId),
      ),
    );
  return { components: [container.toJSON()], pings: [candidateId] };
}

/** What becomes of the question after a yes. */
export function consentedView({ t }: Reading, candidateId: string): View {
  return textView(t('ambassadors.consent.said', { candidate: userMention(candidateId) }));
}

/** To the candidate alone, after a no: nothing of it is left. */
export function declinedView({ t }: Reading): View {
  return textView(t('ambassadors.consent.declined'));
}

/** Tells the candidate that the reviewers have answered; what they said is read by the candidate alone. */
export function answerWaitsView({ t }: Reading, candidateId: string): View {
  const container = new ContainerBuilder()
    .addTextDisplayComponents(text(t('ambassadors.answer.waits', { candidate: userMention(candidateId) })))
    .addActionRowComponents(row(button(t('ambassadors.answer.read'), 'secondary', 'dossier', candidateId)));
  return { components: [container.toJSON()], pings: [candidateId] };
}

/** To the one who nominated, or applied. */
export function nominatedView(
  { t }: Reading,
  { candidateId, nominatorId }: Nomination,
  dossierCommand: string,
): View {
  const applied = candidateId === nominatorId;
  return textView(
    applied
      ? t('ambassadors.applied', { dossier: dossierCommand })
      : t('ambassadors.nominated', { candidate: userMention(candidateId) }),
  );
}
