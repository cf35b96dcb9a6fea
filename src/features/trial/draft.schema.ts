// Drafts of rules as they are stored, and as people write them in a file.
import * as z from 'zod';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts';
import { emptyRequirements } from '../rising/suggested.rules.ts';
import type { Draft } from './draft.rules.ts';

const number = z.int().min(0);
const namesOf = <T extends object>(group: T) => Object.keys(group) as (keyof T & string)[]; // keys() forgets which they are

/** A draft as it is stored, and as `rules.json` holds it. Unknown names are no draft. */
export const draftSchema: z.ZodType<Draft> = z.strictObject({
  points: z.partialRecord(z.enum(namesOf<Settings['points']>(DEFAULT_SETTINGS.points)), number).default({}),
  limits: z.partialRecord(z.enum(namesOf<Settings['limits']>(DEFAULT_SETTINGS.limits)), number).default({}),
  requirements: z.record(z.string(), z.partialRecord(z.enum(namesOf(emptyRequirements)), number)).default({}),
});
