// The monthly recap: a job that looks often whether a month is due, so that none is lost to a bot that was away.
import type { Feature } from '../../discord/feature.ts';
import { tellRecaps } from './service.ts';

export const recapFeature: Feature = {
  name: 'recap',
  needs: [
    { permission: 'ViewChannel', why: 'see the channel for announcements' },
    { permission: 'SendMessages', why: 'post the recap of a month there' },
  ],
  // Every ten minutes: time zones begin their hours at quarters too, and what was missed is made up for soon.
  jobs: [{ name: 'tell recaps', schedule: '*/10 * * * *', run: tellRecaps }],
};
