// Views → what discord.js sends: Components V2 always, and no mention pings unless the view names whom.
import { AttachmentBuilder, MessageFlags, type MessageMentionOptions } from 'discord.js';
import type { View } from '../core/actions.ts';
import { withinTheirLines } from './layout.ts';

/** For the whole client: nothing in any text pings by itself. */
export const NO_PINGS: MessageMentionOptions = { parse: [], users: [], roles: [], repliedUser: false };

export interface Payload {
  components: readonly object[];
  files: AttachmentBuilder[];
  allowedMentions: MessageMentionOptions;
  flags: number;
}

/** The payload of a message or an answer. `ephemeral` shows it to its reader only. */
export function payloadOf(view: View, ephemeral = false): Payload {
  return {
    components: withinTheirLines(view.components),
    files: (view.files ?? []).map(
      (file) =>
        new AttachmentBuilder(Buffer.from(file.bytes), { name: file.name, description: file.description }),
    ),
    allowedMentions: { ...NO_PINGS, users: [...(view.pings ?? [])] },
    flags: MessageFlags.IsComponentsV2 | (ephemeral ? MessageFlags.Ephemeral : 0),
  };
}
