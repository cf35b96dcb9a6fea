// What a modal may contain: a title, and up to five labelled fields or texts.
import { ComponentType } from 'discord-api-types/v10';
import {
  checkCustomId,
  checkOptions,
  checkPickCount,
  checkSelect,
  checkTextDisplay,
  misplaced,
  pickCount,
  SELECTS,
  typeOf,
} from './components.ts';
import { type ApiError, refuseForm } from './errors.ts';
import {
  type Body,
  choice,
  flag,
  isAbsent,
  isBody,
  list,
  listOf,
  missing,
  type Problems,
  problem,
  text,
  whole,
} from './fields.ts';
import { checkIdentity } from './layout.ts';

const IN_LABEL: readonly number[] = [
  ComponentType.TextInput,
  ...SELECTS,
  ComponentType.FileUpload,
  ComponentType.RadioGroup,
  ComponentType.CheckboxGroup,
  ComponentType.Checkbox,
];
const TOP_LEVEL: readonly number[] = [
  ComponentType.Label,
  ComponentType.TextDisplay,
  ComponentType.ActionRow,
];

/** Nothing when Discord opens the modal, else 50035. `data` is the interaction answer's data. */
export function checkModal(data: unknown): ApiError | undefined {
  return refuseForm(checkForm(isBody(data) ? data : {}));
}

function* checkForm(modal: Body): Problems {
  yield* text('data.custom_id', modal.custom_id, { min: 1, max: 100, required: true });
  yield* text('data.title', modal.title, { min: 1, max: 45, required: true });
  yield* list('data.components', modal.components, { min: 1, max: 5, required: true });
  for (const [index, component] of listOf(modal.components).entries()) {
    yield* checkTopLevel(`data.components[${index}]`, component);
  }
  yield* checkIdentity('data.components', modal.components);
}

function* checkTopLevel(path: string, component: unknown): Problems {
  if (!isBody(component)) return yield* misplaced(path, TOP_LEVEL);
  switch (typeOf(component)) {
    case ComponentType.Label:
      return yield* checkLabel(path, component);
    case ComponentType.TextDisplay:
      return yield* checkTextDisplay(path, component);
    case ComponentType.ActionRow:
      return yield* checkOldRow(path, component);
    default:
      return yield* misplaced(path, TOP_LEVEL);
  }
}

function* checkLabel(path: string, label: Body): Problems {
  yield* text(`${path}.label`, label.label, { min: 1, max: 45, required: true });
  yield* text(`${path}.description`, label.description, { min: 1, max: 100 });
  const at = `${path}.component`;
  if (isAbsent(label.component)) yield missing(at);
  else if (isBody(label.component) && IN_LABEL.includes(typeOf(label.component))) {
    yield* checkField(at, label.component);
  } else yield* misplaced(at, IN_LABEL);
}

/** The older form: a row with one text input, which carries its own label. */
function* checkOldRow(path: string, row: Body): Problems {
  yield* list(`${path}.components`, row.components, { min: 1, max: 1, required: true });
  for (const [index, child] of listOf(row.components).entries()) {
    const at = `${path}.components[${index}]`;
    if (!isBody(child) || typeOf(child) !== ComponentType.TextInput) {
      yield* misplaced(at, [ComponentType.TextInput]);
      continue;
    }
    yield* text(`${at}.label`, child.label, { min: 1, max: 45, required: true });
    yield* checkTextInput(at, child);
  }
}

function* checkField(path: string, field: Body): Problems {
  yield* flag(`${path}.required`, field.required);
  if (field.disabled === true) {
    yield problem(
      `${path}.disabled`,
      'COMPONENT_DISABLED_IN_MODAL',
      'Components cannot be disabled in a modal',
    );
  }
  switch (typeOf(field)) {
    case ComponentType.TextInput:
      return yield* checkTextInput(path, field);
    case ComponentType.RadioGroup:
      yield* checkCustomId(path, field);
      return yield* checkOptions(path, field, { min: 2, max: 10 });
    case ComponentType.CheckboxGroup:
      yield* checkCustomId(path, field);
      yield* checkPickCount(path, { max_values: 10, ...field }, 10);
      return yield* checkOptions(path, { max_values: 10, min_values: 0, ...field }, { min: 1, max: 10 });
    case ComponentType.Checkbox:
      yield* checkCustomId(path, field);
      return yield* flag(`${path}.default`, field.default);
    case ComponentType.FileUpload:
      yield* checkCustomId(path, field);
      return yield* checkPickCount(path, field, 10);
    default:
      yield* checkSelect(path, field);
      return yield* checkRequiredPick(path, field);
  }
}

/** A field that has to be filled cannot allow picking nothing. */
function* checkRequiredPick(path: string, field: Body): Problems {
  if (field.required !== false && pickCount(field).least === 0) {
    yield problem(
      `${path}.min_values`,
      'SELECT_COMPONENT_MIN_VALUES_REQUIRED',
      'min_values must be at least 1 when the component is required.',
    );
  }
}

function* checkTextInput(path: string, input: Body): Problems {
  yield* checkCustomId(path, input);
  yield* choice(`${path}.style`, input.style, [1, 2], { required: true });
  yield* whole(`${path}.min_length`, input.min_length, { min: 0, max: 4000 });
  yield* whole(`${path}.max_length`, input.max_length, { min: 1, max: 4000 });
  yield* text(`${path}.placeholder`, input.placeholder, { max: 100 });
  const longest = typeof input.max_length === 'number' ? input.max_length : 4000;
  yield* text(`${path}.value`, input.value, { max: longest });
  if (typeof input.min_length === 'number' && input.min_length > longest) {
    yield problem(`${path}.min_length`, 'TEXT_INPUT_MIN_EXCEEDS_MAX', 'min_length cannot exceed max_length.');
  }
}
