// /rules try on Discord: one message that is edited in place, from the first changed number to the rules applied.
import { Events, PermissionFlagsBits } from 'discord.js';
import type { View } from '../../core/actions.ts';
import { isRefusal, type Refusal, refuse } from '../../core/context.ts';
import type { Requirements, Settings } from '../../core/settings.ts';
import { textView } from '../../core/views.ts';
import type {
  Answer,
  Call,
  Component,
  ComponentInteraction,
  Feature,
  GuildInteraction,
} from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { riseAll } from '../rising/rise.service.ts';
import { ASK_FORMS, ASK_RANGES, isAskForm } from '../setup/asks.rules.ts';
import { picked } from '../setup/editing.discord.ts';
import { touched } from '../setup/forms.discord.ts';
import { asksForm, numbersForm } from '../setup/forms.view.ts';
import { fieldsOf, NUMBER_FORMS, type NumberForm, readNumber } from '../setup/numbers.rules.ts';
import { notSavedNote } from '../setup/view.ts';
import { changesOf, type Draft, EMPTY_DRAFT, withDraft } from './draft.rules.ts';
import * as service from './service.ts';
import { draftView, type Panel, previewView } from './view.ts';

/** Discord calls this right "Manage Server". */
const ADMINISTRATORS = PermissionFlagsBits.ManageGuild;

type Press = Call<ComponentInteraction>;

const tryRules = slashCommand({
  name: 'rules try',
  description: 'commands.rules.try.description',
  group: 'commands.rules.description',
  answers: 'privately',
  requires: ADMINISTRATORS,
  options: {},
  run: (call) => page(call),
});

async function panelOf({ ctx, guildId, commands }: Call<GuildInteraction>): Promise<Panel> {
  const stored = await service.readDraft(ctx, guildId);
  return {
    settings: await ctx.settings.of(guildId),
    draft: stored?.draft ?? EMPTY_DRAFT,
    isApplying: (stored?.applyingSince ?? null) !== null,
    mention: (command) => commands.mention(guildId, command),
  };
}

async function page(call: Call<GuildInteraction>, note?: string): Promise<View> {
  return draftView(call.reading, await panelOf(call), note);
}

async function afterwards(call: Press, no: Refusal | undefined): Promise<View> {
  return page(call, no && notSavedNote(call.reading, [{ refusal: no }]));
}

function isNumberForm(name: string | undefined): name is NumberForm {
  return name !== undefined && Object.hasOwn(NUMBER_FORMS, name);
}

async function openNumbers(call: Press, [name]: readonly string[]): Promise<Answer> {
  if (!isNumberForm(name)) return refuse('outOfDate');
  return { form: numbersForm(name, { reading: call.reading, settings: await drafted(call) }, 'trial') };
}

async function openAsks(call: Press): Promise<Answer> {
  const [key = '', form] = (picked(call)[0] ?? '').split('/');
  const settings = await drafted(call);
  const tier = settings.tiers.find((one) => one.key === key);
  if (!tier || !isAskForm(form)) return refuse('outOfDate');
  return { form: asksForm(form, tier, { reading: call.reading, settings }, 'trial') };
}

/** The settings as the draft would have them. */
async function drafted(call: Press): Promise<Settings> {
  const { settings, draft } = await panelOf(call);
  return withDraft(settings, draft);
}

async function save(call: Press, args: readonly string[]): Promise<Answer> {
  const [name, key = ''] = args;
  const prints = (args.at(-1) ?? '').split('.');
  if (isNumberForm(name))
    return saveNumbers(call, name, touched<string>(call, NUMBER_FORMS[name].fields, prints));
  if (isAskForm(name)) return saveAsks(call, key, touched(call, ASK_FORMS[name], prints));
  return refuse('outOfDate');
}

async function saveNumbers(
  call: Press,
  form: NumberForm,
  typed: ReadonlyMap<string, string>,
): Promise<Answer> {
  const numbers: Record<string, number> = {};
  const wrong: { field: string; refusal: Refusal }[] = [];
  for (const { name, range, usual, words } of fieldsOf(form, await drafted(call))) {
    const text = typed.get(name);
    const number = text === undefined ? undefined : readNumber(text, range, usual);
    if (isRefusal(number)) wrong.push({ field: call.reading.t(`setup.${words}`), refusal: number });
    else if (number !== undefined) numbers[name] = number;
  }
  const { group } = NUMBER_FORMS[form];
  return keep(call, wrong, (draft) => ({ ...draft, [group]: { ...draft[group], ...numbers } }));
}

async function saveAsks(
  call: Press,
  key: string,
  typed: ReadonlyMap<keyof Requirements, string>,
): Promise<Answer> {
  const numbers: Partial<Requirements> = {};
  const wrong: { field: string; refusal: Refusal }[] = [];
  for (const [name, text] of typed) {
    const number = readNumber(text, ASK_RANGES[name], ASK_RANGES[name].least);
    if (isRefusal(number)) wrong.push({ field: call.reading.t(`setup.asks.${name}`), refusal: number });
    else numbers[name] = number;
  }
  return keep(call, wrong, (draft) => ({
    ...draft,
    requirements: { ...draft.requirements, [key]: { ...draft.requirements[key], ...numbers } },
  }));
}

async function keep(
  call: Press,
  wrong: readonly { field: string; refusal: Refusal }[],
  change: (draft: Draft) => Draft,
): Promise<View> {
  if (wrong.length > 0) return page(call, notSavedNote(call.reading, wrong));
  const { ctx, guildId, member } = call;
  return afterwards(call, await service.changeDraft(ctx, { guildId, memberId: member.id }, change));
}

async function show(call: Press): Promise<Answer> {
  const panel = await panelOf(call);
  if (panel.isApplying || changesOf(panel.settings, panel.draft).length === 0) return page(call);
  await call.progress(textView(call.reading.t('trial.working')));
  return previewView(call.reading, panel, await service.tryDraft(call.ctx, call.guildId, panel.draft));
}

async function forget(call: Press): Promise<Answer> {
  return afterwards(call, await service.forgetDraft(call.ctx, call.guildId));
}

async function apply(call: Press, [when]: readonly string[]): Promise<Answer> {
  if (when !== 'now' && when !== 'past') return refuse('outOfDate');
  const { ctx, guildId, member, reading } = call;
  const toPast = when === 'past';
  await call.progress(textView(reading.t(toPast ? 'trial.applying' : 'trial.working')));
  const applied = await service.applyDraft(ctx, { guildId, memberId: member.id }, { toPast });
  if (isRefusal(applied)) return afterwards(call, applied);
  if (toPast)
    return page(call, reading.t('trial.appliedPast', { count: await service.finishApplying(ctx, guildId) }));
  const risen = await riseAll(ctx, guildId);
  const rose = risen > 0 ? ` ${reading.t('trial.appliedRose', { count: risen })}` : '';
  return page(call, reading.t('trial.applied') + rose);
}

const press = (action: string, run: Component['run']): Component => ({
  action,
  answers: 'inPlace',
  requires: ADMINISTRATORS,
  run,
});

export const trialFeature: Feature = {
  name: 'trial',
  commands: [tryRules],
  components: [
    press('form', openNumbers),
    press('asks', openAsks),
    press('save', save),
    press('show', show),
    press('forget', forget),
    press('back', (call) => page(call)),
    press('apply', apply),
  ],
  listeners: {
    // Whatever a stop of the process has interrupted.
    [Events.ClientReady]: (ctx) => service.finishAll(ctx),
  },
};
