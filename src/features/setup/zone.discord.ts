// Moving a server to another time zone: may take a moment, because the days, weeks and months are counted anew.
import type { View } from '../../core/actions.ts';
import { refuse } from '../../core/context.ts';
import { isTimeZone } from '../../core/periods.ts';
import type { Call } from '../../discord/feature.ts';
import { liveIn } from './changes.rules.ts';
import { apply, decline, look, sectionPage } from './editing.discord.ts';
import { shownBack } from './numbers.rules.ts';

const page = sectionPage('timeZone');

export async function changeTimeZone(call: Call, zone: string): Promise<View> {
  if (!isTimeZone(zone))
    return decline(call, page, [{ refusal: refuse('zoneUnknown', { typed: shownBack(zone) }) }]);
  await call.progress(page(await look(call), call.reading.t('setup.recounting')));
  return apply(call, liveIn(zone), page, call.reading.t('setup.recounted'));
}
