// /setup on Discord: one message that is edited in place; each press is a look at what is set now, or one change to it.
import { PermissionFlagsBits } from 'discord.js';
import { refuse } from '../../core/context.ts';
import { languages, type TextKey } from '../../core/texts.ts';
import type {
  Answer,
  Audience,
  Call,
  Component,
  ComponentInteraction,
  Feature,
} from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { MAY_CREATE_ROLES } from '../tiers/creation.discord.ts';
import {
  setAlumniRole,
  setHanded,
  setMinDays,
  setQuorum,
  setReviews,
  setTerm,
} from './ambassadors.discord.ts';
import {
  acknowledgeBy,
  allowAwards,
  announceIn,
  type Change,
  chooseChannels,
  forgetChannels,
  listenWhere,
  publishIn,
  recapMonths,
  SIGNS,
  speak,
  tellOfBadges,
  watch,
} from './changes.rules.ts';
import { AS_SERVER, AWARD_CHOICES } from './controls.view.ts';
import { apply, decline, look, picked, sectionPage, tierPage } from './editing.discord.ts';
import { openForm, saveForm } from './forms.discord.ts';
import { finish, guide, takeSuggestions, trial } from './guide.discord.ts';
import { openForum, setRemovedTags, setSolvedTag } from './help-channels.discord.ts';
import { makeShorter, setBelow, setByRule, setToPeople, suggestAsks } from './ladder.discord.ts';
import {
  setArchive,
  setBoard,
  setHelpChannels,
  setMarkers,
  setOpenThreads,
  setRoute,
  setStaff,
  setSwitches,
} from './questions.discord.ts';
import { makeRoles, setRole } from './roles.discord.ts';
import { canAnnounce, canListen, isSection, type Section } from './rules.ts';
import { isSetUp } from './store.ts';
import { overviewView, sectionView } from './view.ts';
import { changeTimeZone } from './zone.discord.ts';

/** Discord calls this right "Manage Server". */
const ADMINISTRATORS = PermissionFlagsBits.ManageGuild;
const IN_PLACE: Audience = 'inPlace';

type Press = Call<ComponentInteraction>;

const SECTION_CHOICES = {
  channels: 'setup.sections.channels.name',
  reactions: 'setup.sections.reactions.name',
  sign: 'setup.sections.sign.name',
  questions: 'setup.sections.questions.name',
  solving: 'setup.sections.solving.name',
  attention: 'setup.sections.attention.name',
  announcements: 'setup.sections.announcements.name',
  recap: 'setup.sections.recap.name',
  tiers: 'setup.sections.tiers.name',
  rising: 'setup.sections.rising.name',
  ambassadors: 'setup.sections.ambassadors.name',
  points: 'setup.sections.points.name',
  limits: 'setup.sections.limits.name',
  fairPlay: 'setup.sections.fairPlay.name',
  timeZone: 'setup.sections.timeZone.name',
  language: 'setup.sections.language.name',
} as const satisfies Record<Section, TextKey>;

const setup = slashCommand({
  name: 'setup',
  description: 'commands.setup.description',
  answers: 'privately',
  requires: ADMINISTRATORS,
  options: {
    section: { type: 'choice', description: 'commands.setup.options.section', choices: SECTION_CHOICES },
  },
  async run(call, { section }) {
    if (section !== undefined) return sectionView(section, await look(call));
    const isKnown = await call.ctx.db.read((db) => isSetUp(db, call.guildId));
    return isKnown ? overviewView(await look(call)) : guide(call);
  },
});

async function open(call: Press, [named]: readonly string[]): Promise<Answer> {
  const page = named ?? picked(call)[0];
  if (page === 'overview') return overviewView(await look(call));
  if (page === 'guide') return guide(call);
  if (page === 'trial') return trial(call);
  return isSection(page) ? sectionView(page, await look(call)) : refuse('outOfDate');
}

async function setMode(call: Press): Promise<Answer> {
  const [mode] = picked(call);
  if (mode !== 'everywhere' && mode !== 'only') return refuse('outOfDate');
  return apply(call, listenWhere(mode), sectionPage('channels'));
}

async function setChannels(call: Press, [mode]: readonly string[]): Promise<Answer> {
  if (mode !== 'everywhere' && mode !== 'only') return refuse('outOfDate');
  const ids = picked(call);
  const page = sectionPage('channels');
  const { server } = await look(call);
  const unfit = ids.find((id) => {
    const channel = server.channels.get(id);
    return !channel || !canListen(channel);
  });
  if (unfit !== undefined)
    return decline(call, page, [{ refusal: refuse('channelUnfit', { channel: `<#${unfit}>` }) }]);
  return apply(call, chooseChannels(mode, ids), page);
}

async function forget(call: Press, [section = 'channels']: readonly string[]): Promise<Answer> {
  if (!isSection(section)) return refuse('outOfDate');
  const { server } = await look(call);
  return apply(
    call,
    forgetChannels((id) => server.channels.has(id)),
    sectionPage(section),
  );
}

/** A channel chosen for what Laurel posts, or none. */
const setPosts =
  (change: (channelId: string | undefined) => Change) =>
  async (call: Press): Promise<Answer> => {
    const [id] = picked(call);
    const page = sectionPage('announcements');
    if (id === undefined) return apply(call, change(undefined), page);
    const channel = (await look(call)).server.channels.get(id);
    if (!channel || !canAnnounce(channel))
      return decline(call, page, [{ refusal: refuse('channelUnfit', { channel: `<#${id}>` }) }]);
    return apply(call, change(id), page);
  };

async function setSign(call: Press): Promise<Answer> {
  const sign = SIGNS.find((one) => one === picked(call)[0]);
  return sign ? apply(call, acknowledgeBy(sign), sectionPage('sign')) : refuse('outOfDate');
}

async function setTimeZone(call: Press): Promise<Answer> {
  const [zone] = picked(call);
  return zone === undefined ? refuse('outOfDate') : changeTimeZone(call, zone);
}

async function setRecap(call: Press): Promise<Answer> {
  const [choice] = picked(call);
  if (choice !== 'on' && choice !== 'off') return refuse('outOfDate');
  return apply(call, recapMonths({ on: choice === 'on' }, call.ctx.clock.now()), sectionPage('recap'));
}

async function setRecapHour(call: Press): Promise<Answer> {
  const [typed = ''] = picked(call);
  if (!/^(1?\d|2[0-3])$/.test(typed)) return refuse('outOfDate');
  return apply(call, recapMonths({ hour: Number(typed) }, call.ctx.clock.now()), sectionPage('recap'));
}

async function setRecapPings(call: Press): Promise<Answer> {
  const [choice] = picked(call);
  if (choice !== 'on' && choice !== 'off') return refuse('outOfDate');
  return apply(call, recapMonths({ pings: choice === 'on' }, call.ctx.clock.now()), sectionPage('recap'));
}

async function setBadgeNews(call: Press): Promise<Answer> {
  const [choice] = picked(call);
  if (choice !== 'on' && choice !== 'off') return refuse('outOfDate');
  return apply(call, tellOfBadges(choice === 'on'), sectionPage('announcements'));
}

async function setWatch(call: Press): Promise<Answer> {
  const [choice] = picked(call);
  if (choice !== 'on' && choice !== 'off') return refuse('outOfDate');
  return apply(call, watch(choice === 'on'), sectionPage('fairPlay'));
}

async function setAwards(call: Press): Promise<Answer> {
  const perDay = Number(picked(call)[0]);
  if (!AWARD_CHOICES.includes(perDay)) return refuse('outOfDate');
  return apply(call, allowAwards(perDay), sectionPage('fairPlay'));
}

async function setLanguage(call: Press): Promise<Answer> {
  const [language] = picked(call);
  const page = sectionPage('language');
  if (language === AS_SERVER) return apply(call, speak(undefined), page);
  if (language === undefined || !languages.includes(language)) return refuse('outOfDate');
  return apply(call, speak(language), page);
}

async function openTier(call: Press): Promise<Answer> {
  return tierPage(picked(call)[0] ?? '')(await look(call));
}

const press = (action: string, run: Component['run'], requires = ADMINISTRATORS): Component => ({
  action,
  answers: IN_PLACE,
  requires,
  run,
});

/** From another message, such as that of /help: the guide opens in one of its own. */
const begin: Component = { action: 'begin', answers: 'privately', requires: ADMINISTRATORS, run: guide };

export const setupFeature: Feature = {
  name: 'setup',
  commands: [setup],
  components: [
    begin,
    press('open', open),
    press('use', takeSuggestions),
    press('finish', finish),
    press('mode', setMode),
    press('channels', setChannels),
    press('forget', forget),
    press('helpChannels', setHelpChannels),
    press('staff', setStaff),
    press('forum', openForum),
    press('solvedTag', setSolvedTag),
    press('removedTags', setRemovedTags),
    press('openThreads', setOpenThreads),
    press('switches', setSwitches),
    press('archive', setArchive),
    press('markers', setMarkers),
    press('board', setBoard),
    press('route', setRoute),
    press('announce', setPosts(announceIn)),
    press('knowledge', setPosts(publishIn)),
    press('sign', setSign),
    press('recap', setRecap),
    press('recapHour', setRecapHour),
    press('recapPings', setRecapPings),
    press('reviews', setReviews),
    press('alumni', setAlumniRole),
    press('quorum', setQuorum),
    press('minDays', setMinDays),
    press('termMonths', setTerm),
    press('handed', setHanded),
    press('badges', setBadgeNews),
    press('watch', setWatch),
    press('awards', setAwards),
    press('timeZone', setTimeZone),
    press('language', setLanguage),
    press('tier', openTier),
    press('role', setRole),
    press('makeRoles', makeRoles, MAY_CREATE_ROLES),
    press('byRule', setByRule),
    press('below', setBelow),
    press('suggestAsks', suggestAsks),
    press('toPeople', setToPeople),
    press('removeTier', makeShorter),
    press('form', openForm),
    press('save', saveForm),
  ],
};
