// What everybody may do in a server that was just created.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';

/** What @everyone may do in a new server on Discord. */
export const DEFAULT_PERMISSIONS =
  Bits.CreateInstantInvite |
  Bits.AddReactions |
  Bits.Stream |
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.EmbedLinks |
  Bits.AttachFiles |
  Bits.ReadMessageHistory |
  Bits.MentionEveryone |
  Bits.UseExternalEmojis |
  Bits.UseExternalStickers |
  Bits.Connect |
  Bits.Speak |
  Bits.UseVAD |
  Bits.ChangeNickname |
  Bits.UseApplicationCommands |
  Bits.RequestToSpeak |
  Bits.CreatePublicThreads |
  Bits.CreatePrivateThreads |
  Bits.SendMessagesInThreads |
  Bits.UseEmbeddedActivities |
  Bits.SendVoiceMessages |
  Bits.SendPolls |
  Bits.UseExternalApps;
