// Holidays as their owner sees them: those taken, each with a button to call it off.
import { ActionRowBuilder, ButtonBuilder, ContainerBuilder, TextDisplayBuilder } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import type { Span } from './leave.rules.ts';

const HALF_DAY_MS = 43_200_000;

export interface LeaveShown extends Span {
  id: number;
}

/** Its first and its last day, each by its noon: so readers of most time zones see the date that was typed. */
function daysOf({ fromAt, toAt }: Span): { from: string; to: string } {
  const day = (at: number) => `<t:${Math.floor(at / 1000)}:D>`;
  return { from: day(fromAt + HALF_DAY_MS), to: day(toAt - HALF_DAY_MS) };
}

/** A day has 25 hours at most. */
function isOneDay({ fromAt, toAt }: Span): boolean {
  return toAt - fromAt < 3 * HALF_DAY_MS;
}

/** From when to when it is. */
export function leaveLine({ t }: Reading, span: Span): string {
  const { from, to } = daysOf(span);
  return isOneDay(span) ? t('rising.leave.day', { day: from }) : t('rising.leave.line', { from, to });
}

/** The same for whoever has just taken it, who may have named one of the days only. */
function takenNote({ t }: Reading, span: Span, now: number): string {
  const { from, to } = daysOf(span);
  const first = span.fromAt <= now ? t('rising.leave.today', { day: from }) : from;
  return isOneDay(span)
    ? t('rising.leave.takenDay', { day: first })
    : t('rising.leave.taken', { from: first, to });
}

/** The holidays that there are, with what has just become of one. One that was just taken alone is not listed once more. */
export function leavesView(
  reading: Reading,
  leaves: readonly LeaveShown[],
  { now, taken, note }: { now: number; taken?: Span; note?: string },
): View {
  const { t } = reading;
  const said = taken ? takenNote(reading, taken, now) : note;
  const container = new ContainerBuilder().addTextDisplayComponents(
    text(`## ${t('rising.leave.title')}`, ...(said === undefined ? [] : [said]), t('rising.leave.about')),
  );
  const lines = leaves.map((leave) => leaveLine(reading, leave));
  if (lines.length === 0) container.addTextDisplayComponents(text(t('rising.leave.none')));
  else if (taken === undefined || lines.length > 1) container.addTextDisplayComponents(text(...lines));
  if (leaves.length > 0)
    container.addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        leaves.map(({ id, fromAt }, i) =>
          new ButtonBuilder()
            .setCustomId(customId('rising', 'end-leave', id))
            .setLabel(
              leaves.length === 1
                ? t(fromAt < now ? 'rising.leave.end' : 'rising.leave.cancel')
                : t('rising.leave.cancelNth', { n: i + 1 }),
            )
            .setStyle(ButtonStyle.Secondary),
        ),
      ),
    );
  return { components: [container.toJSON()] };
}

function text(...lines: readonly string[]): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(lines.join('\n'));
}
