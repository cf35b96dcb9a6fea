// The roles of tiers in /setup: picked by an administrator or made by the bot, and only such as a tier may have.
import { refuse } from '../../core/context.ts';
import type { Tier } from '../../core/settings.ts';
import type { Answer, Call, ComponentInteraction } from '../../discord/feature.ts';
import { type Creation, createTierRoles } from '../tiers/creation.ts';
import { moderatorFacts } from '../tiers/facts.discord.ts';
import { judgeRole } from '../tiers/roles.rules.ts';
import { tierName } from '../tiers/view.ts';
import { chooseTierRole } from './changes.rules.ts';
import { apply, decline, look, picked, sectionPage, tierPage } from './editing.discord.ts';
import { isMendable, lacksRole } from './rules.ts';
import { roleRefusal } from './values.view.ts';

type Press = Call<ComponentInteraction>;

/** A role that would be dangerous or useless is refused; one that only stands too high is kept, with the fix beside it. */
export async function setRole(call: Press, [key = '']: readonly string[]): Promise<Answer> {
  const [roleId] = picked(call);
  const page = tierPage(key);
  const shown = await look(call);
  const { roles, bot } = shown.server;
  const obstacle =
    roleId === undefined ? undefined : judgeRole(roles.get(roleId), bot, moderatorFacts(call.member));
  if (obstacle && !isMendable(obstacle))
    return decline(call, page, [{ refusal: roleRefusal(obstacle, shown) }]);
  return apply(
    call,
    chooseTierRole(key, roleId, (tier) => tierName(tier, call.reading)),
    page,
  );
}

/** Makes the role of one tier, or of every tier that has none. Roles that are there by that name are not made twice. */
export async function makeRoles(call: Press, [key]: readonly string[]): Promise<Answer> {
  const { ctx, guildId, member } = call;
  const page = key === undefined ? sectionPage('tiers') : tierPage(key);
  const shown = await look(call);
  const { bot, roles, locale } = shown.server;
  if (!bot.mayManageRoles) {
    const refusal = roleRefusal({ no: 'botMayNotManageRoles', bot: bot.highest.name }, shown);
    return decline(call, page, [{ refusal }]);
  }
  // A role is seen by everybody, so its name is in the language of the server.
  const publicly = ctx.texts.for(shown.settings.language ?? locale);
  const nameOf = (tier: Tier) => tierName(tier, publicly);
  const taken = shown.settings.tiers
    .filter((tier) => (key === undefined || tier.key === key) && lacksRole(tier, shown.server))
    .flatMap((tier) =>
      [...roles.values()].filter(({ name }) => name.toLowerCase() === nameOf(tier).toLowerCase()),
    );
  if (taken.length > 0)
    return decline(
      call,
      page,
      taken.map(({ id }) => ({ refusal: refuse('roleNameTaken', { name: `<@&${id}>` }) })),
    );
  const moderator = member.user.username;
  const creation = await createTierRoles(ctx, {
    guildId,
    actorId: member.id,
    existing: new Set(roles.keys()),
    ...(key === undefined ? {} : { only: key }),
    nameOf,
    onDiscord: (tier) => publicly.t('tiers.onDiscord.createRole', { tier: nameOf(tier), moderator }),
  });
  if (!creation) return decline(call, page, [{ refusal: refuse('roleUnderWay') }]);
  return page(await look(call), creationNote(call, creation));
}

function creationNote({ reading: { t, list } }: Press, { roleIds, failed }: Creation): string {
  const made = { count: roleIds.length, roles: list(roleIds.map((id) => `<@&${id}>`)) };
  if (failed) {
    const why = t(failed.isFinal ? `failure.${failed.why}` : 'setup.tryAgain');
    return roleIds.length > 0 ? t('setup.partlyDone', { ...made, why }) : t('setup.notDone', { why });
  }
  return roleIds.length > 0 ? t('setup.rolesMade', made) : t('setup.unchanged');
}
