// What `allowed_mentions` may say.
import { choice, flag, isAbsent, isBody, list, listOf, type Problems, problem } from './fields.ts';

const KINDS = ['users', 'roles', 'everyone'] as const;

/** Kinds to parse or ids, not both for one kind; at most 100 ids each. */
export function* checkAllowedMentions(path: string, value: unknown): Problems {
  if (isAbsent(value)) return;
  if (!isBody(value)) {
    yield problem(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    return;
  }
  yield* list(`${path}.parse`, value.parse, { max: 3 });
  const kinds = listOf(value.parse);
  for (const [index, kind] of kinds.entries()) {
    yield* choice(`${path}.parse[${index}]`, kind, KINDS, { required: true });
  }
  for (const kind of ['users', 'roles'] as const) {
    const ids = value[kind];
    yield* list(`${path}.${kind}`, ids, { max: 100 });
    for (const [index, id] of listOf(ids).entries()) {
      if (typeof id !== 'string' || !/^\d{1,20}$/.test(id)) {
        yield problem(
          `${path}.${kind}[${index}]`,
          'NUMBER_TYPE_COERCE',
          `Value "${String(id)}" is not snowflake.`,
        );
      }
    }
    if (kinds.includes(kind) && listOf(ids).length > 0) {
      yield problem(
        path,
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
    }
  }
  yield* flag(`${path}.replied_user`, value.replied_user);
}
