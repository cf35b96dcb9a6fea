// /privacy: what a member may choose about themselves, answered to them alone.
import type { View } from '../../core/actions.ts';
import { refuse } from '../../core/context.ts';
import type { Call, Feature } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { type Choices, choicesOf, chooseBoard } from './service.ts';
import { isSwitch, privacyView, type Switch } from './view.ts';

const NAME = 'privacy';

const privacy = slashCommand({
  name: NAME,
  description: 'commands.privacy.description',
  answers: 'privately',
  options: {
    board: {
      type: 'choice',
      description: 'commands.privacy.options.board',
      choices: { on: 'privacy.switch.on', off: 'privacy.switch.off' },
    },
  },
  async run(call, { board }) {
    return shown(
      call,
      board ? await choose(call, board) : await choicesOf(call.ctx, call.guildId, call.member.id),
    );
  },
});

function choose({ ctx, guildId, member }: Call, board: Switch): Promise<Choices> {
  return chooseBoard(ctx, guildId, member.id, board === 'on');
}

function shown({ reading, commands, guildId }: Call, choices: Choices): View {
  return privacyView(reading, choices, commands.mention(guildId, NAME));
}

export const privacyFeature: Feature = {
  name: NAME,
  commands: [privacy],
  components: [
    {
      action: 'board',
      answers: 'inPlace',
      run: async (call, [board]) =>
        isSwitch(board) ? shown(call, await choose(call, board)) : refuse('outOfDate'),
    },
  ],
};
