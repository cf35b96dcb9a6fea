// What a poll may contain.
import { flag, isBody, list, listOf, type Problems, text, whole } from './fields.ts';

/** A question of 300 characters, 1–10 answers of 55, open for up to 32 days (768 hours). */
export function* checkPoll(path: string, value: unknown): Problems {
  const poll = isBody(value) ? value : {};
  const question = isBody(poll.question) ? poll.question : {};
  yield* text(`${path}.question.text`, question.text, { min: 1, max: 300, required: true });
  yield* list(`${path}.answers`, poll.answers, { min: 1, max: 10, required: true });
  for (const [index, each] of listOf(poll.answers).entries()) {
    const media = isBody(each) && isBody(each.poll_media) ? each.poll_media : {};
    yield* text(`${path}.answers[${index}].poll_media.text`, media.text, { min: 1, max: 55, required: true });
  }
  yield* whole(`${path}.duration`, poll.duration, { min: 1, max: 768 });
  yield* flag(`${path}.allow_multiselect`, poll.allow_multiselect);
}
