// What the first answer to an interaction may be, by its callback type.
import { InteractionResponseType } from 'discord-api-types/v10';
import { type ApiError, formError, refuseForm } from './errors.ts';
import { choice, isAbsent, isBody, lengthOf, list, listOf, type Problems, problem, text } from './fields.ts';
import { checkMessage, type MessageContext } from './message.ts';
import { checkModal } from './modal.ts';

/** What the interaction was, which decides what may answer it. */
export type InteractionKind = 'command' | 'component' | 'autocomplete' | 'modal' | 'modalFromComponent';

const MESSAGE_ANSWERS: readonly number[] = [
  InteractionResponseType.ChannelMessageWithSource,
  InteractionResponseType.DeferredChannelMessageWithSource,
];
const UPDATES: readonly number[] = [
  InteractionResponseType.DeferredMessageUpdate,
  InteractionResponseType.UpdateMessage,
];

const ALLOWED: Readonly<Record<InteractionKind, readonly number[]>> = {
  command: [...MESSAGE_ANSWERS, InteractionResponseType.Modal],
  component: [...MESSAGE_ANSWERS, ...UPDATES, InteractionResponseType.Modal],
  autocomplete: [InteractionResponseType.ApplicationCommandAutocompleteResult],
  modal: MESSAGE_ANSWERS,
  modalFromComponent: [...MESSAGE_ANSWERS, ...UPDATES],
};

/**
 * Nothing when Discord takes the answer, else its refusal. `existing` is the message of the component, for
 * updates; a deferral carries nothing but flags.
 */
export function checkAnswer(
  body: unknown,
  kind: InteractionKind,
  context: Pick<MessageContext, 'existing' | 'attachmentNames'>,
): ApiError | undefined {
  const { type, data } = isBody(body) ? body : {};
  const wrongType = refuseForm(choice('type', type, ALLOWED[kind], { required: true }));
  if (wrongType) return wrongType;
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
      return inData(checkMessage(data, { kind: 'interaction', attachmentNames: context.attachmentNames }));
    case InteractionResponseType.UpdateMessage:
      return isAbsent(data) ? undefined : inData(checkMessage(data, { kind: 'edit', ...context }));
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return refuseForm(checkChoices(isBody(data) ? data.choices : undefined));
    case InteractionResponseType.Modal:
      return isBody(data)
        ? checkModal(data)
        : formError('data', 'BASE_TYPE_REQUIRED', 'This field is required');
    default:
      return undefined;
  }
}

/** Autocompletion: at most 25 choices, names of 1–100 characters, values of the same size or numbers. */
function* checkChoices(choices: unknown): Problems {
  yield* list('data.choices', choices, { max: 25, required: true });
  for (const [index, each] of listOf(choices).entries()) {
    const { name, value } = isBody(each) ? each : {};
    yield* text(`data.choices[${index}].name`, name, { min: 1, max: 100, required: true });
    if (typeof value === 'number') continue;
    if (typeof value !== 'string' || lengthOf(value) > 100) {
      yield problem(
        `data.choices[${index}].value`,
        'BASE_TYPE_MAX_LENGTH',
        'Must be a number, or 100 or fewer in length.',
      );
    }
  }
}

/** Discord reports a message's problems below `data` when the message is an answer. */
function inData(refusal: ApiError | undefined): ApiError | undefined {
  return refusal?.errors ? { ...refusal, errors: { data: refusal.errors } } : refusal;
}
