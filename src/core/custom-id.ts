// The ids of buttons, selects and forms: `feature:action:version:arguments`, so that their state outlives a restart.

/** Discord's limit for a custom id, in characters. */
const LONGEST = 100;
/** Raised when the meaning of arguments changes; older components then answer that they are out of date. */
export const CUSTOM_ID_VERSION = '1';

export interface CustomId {
  feature: string;
  action: string;
  version: string;
  args: readonly string[];
}

/** Throws when the result would be longer than Discord takes, or an argument would read as two. */
export function customId(feature: string, action: string, ...args: readonly (string | number)[]): string {
  const id = [feature, action, CUSTOM_ID_VERSION, ...args].join(':');
  if (args.some((arg) => String(arg).includes(':')))
    throw new RangeError(`An argument of ${id} contains a colon.`);
  if (id.length > LONGEST) throw new RangeError(`The custom id ${id} has more than ${LONGEST} characters.`);
  return id;
}

/** Nothing for an id that is not of our form. What it says is a wish of the person who pressed, never to be believed. */
export function parseCustomId(id: string): CustomId | undefined {
  const [feature, action, version, ...args] = id.split(':');
  if (!feature || !action || !version) return undefined;
  return { feature, action, version, args };
}
