// What Discord answers when it refuses: status, code, message and the nested `errors` of an invalid form.

/** One complaint about one field, as Discord words it. */
export interface FieldError {
  code: string;
  message: string;
}

/** A tree that mirrors the body: names and list indexes down to `_errors`. */
export interface FormErrors {
  _errors?: FieldError[];
  [field: string]: FormErrors | FieldError[] | undefined;
}

/** The body of a refusal, with the HTTP status it is sent with. */
export interface ApiError {
  status: number;
  code: number;
  message: string;
  errors?: FormErrors;
}

/** A complaint and where it belongs: `components[0].components[1].custom_id`; '' is the whole body. */
export interface FieldProblem extends FieldError {
  path: string;
}

/** Status and message per JSON error code, worded as Discord does. */
const REFUSALS: Readonly<Record<number, readonly [status: number, message: string]>> = {
  10001: [404, 'Unknown Account'],
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10005: [404, 'Unknown Integration'],
  10006: [404, 'Unknown Invite'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10009: [404, 'Unknown Overwrite'],
  10011: [404, 'Unknown Role'],
  10012: [404, 'Unknown Token'],
  10013: [404, 'Unknown User'],
  10014: [400, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10020: [404, 'Unknown Session'],
  10026: [404, 'Unknown Ban'],
  10057: [404, 'Unknown Guild Template'],
  10060: [404, 'Unknown Sticker'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  10066: [404, 'Unknown application command permissions'],
  10070: [404, 'Unknown Guild Scheduled Event'],
  10071: [404, 'Unknown Guild Scheduled Event User'],
  10087: [404, 'Unknown Tag'],
  20001: [403, 'Bots cannot use this endpoint'],
  20002: [403, 'Only bots can use this endpoint'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  20016: [429, 'This action cannot be performed due to slowmode rate limit'],
  20022: [429, 'This message cannot be edited due to announcement rate limits'],
  20028: [429, 'The write action you are performing on the channel has hit the write rate limit.'],
  20029: [429, 'The write action you are performing on the server has hit the write rate limit.'],
  30001: [400, 'Maximum number of guilds reached (100)'],
  30003: [400, 'Maximum number of pins reached (250)'],
  30005: [400, 'Maximum number of guild roles reached (250)'],
  30007: [400, 'Maximum number of webhooks reached (15)'],
  30010: [400, 'Maximum number of reactions reached (20)'],
  30013: [400, 'Maximum number of guild channels reached (500)'],
  30015: [400, 'Maximum number of attachments in a message reached (10)'],
  30016: [400, 'Maximum number of invites reached (1000)'],
  30032: [400, 'Maximum number of application commands reached (100).'],
  30033: [400, 'Maximum number of thread participants has been reached (1000).'],
  30034: [429, 'Max number of daily application command creates has been reached (200)'],
  30046: [429, 'Maximum number of edits to messages older than 1 hour reached. Try again later.'],
  30047: [400, 'Maximum number of pinned threads in a forum channel has been reached.'],
  30048: [400, 'Maximum number of tags in a forum channel has been reached.'],
  30060: [400, 'Maximum number of channel permission overwrites reached (1000)'],
  40001: [401, 'Unauthorized'],
  40002: [403, 'You need to verify your account in order to perform this action.'],
  40003: [429, 'You are opening direct messages too fast'],
  40004: [403, 'Send messages has been temporarily disabled'],
  40005: [413, 'Request entity too large'],
  40006: [403, 'This feature has been temporarily disabled server-side'],
  40007: [403, 'The user is banned from this guild.'],
  40033: [400, 'This message has already been crossposted.'],
  40041: [400, 'An application command with that name already exists'],
  40058: [400, 'Cannot message this thread until after the post author has sent an initial message.'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40061: [400, 'Tag names must be unique'],
  40062: [429, 'Service resource is being rate limited.'],
  40066: [400, 'There are no tags available that can be set by non-moderators'],
  40067: [400, 'A tag is required to create a forum post in this channel'],
  40094: [400, 'This interaction has hit the maximum number of follow up messages.'],
  50001: [403, 'Missing Access'],
  50002: [403, 'Invalid account type'],
  50003: [403, 'Cannot execute action on a DM channel'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50009: [403, 'Channel verification level is too high for you to gain access'],
  50013: [403, 'Missing Permissions'],
  50014: [401, 'Invalid authentication token'],
  50016: [
    400,
    'Provided too few or too many messages to delete. Must provide between 2 and 100 messages to delete',
  ],
  50019: [403, 'A message can only be pinned to the channel it was sent in'],
  50021: [403, 'Cannot execute action on a system message'],
  50024: [400, 'Cannot execute action on this channel type'],
  50025: [401, 'Invalid OAuth2 access token'],
  50027: [401, 'Invalid Webhook Token'],
  50028: [400, 'Invalid Role'],
  50033: [400, 'Invalid Recipient(s)'],
  50034: [400, 'You can only bulk delete messages that are under 14 days old.'],
  50035: [400, 'Invalid Form Body'],
  50036: [400, 'An invite was accepted to a guild the bot is not in'],
  50041: [400, 'Invalid API version provided'],
  50045: [413, 'File uploaded exceeds the maximum size'],
  50046: [400, 'Invalid file uploaded'],
  50055: [400, 'Invalid Guild'],
  50068: [400, 'Invalid message type'],
  50074: [400, 'Cannot delete a channel required for community servers'],
  50081: [400, 'Invalid sticker sent'],
  50083: [400, 'Thread is archived'],
  50085: [400, '`before` value is earlier than the thread creation date'],
  50109: [400, 'The request body contains invalid JSON.'],
  50146: [400, 'Uploaded file not found.'],
  50278: [403, 'Cannot send messages to this user due to having no mutual guilds'],
  60003: [403, 'Two factor is required for this operation'],
  90001: [403, 'Reaction blocked'],
  130000: [429, 'API resource is currently overloaded. Try again a little later'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [403, 'Thread is locked'],
  160006: [400, 'Maximum number of active threads reached'],
  160007: [400, 'Maximum number of active announcement threads reached'],
  200000: [400, 'Message was blocked by automatic moderation'],
  200001: [400, 'Title was blocked by automatic moderation'],
  220001: [400, 'Webhooks posted to forum channels must have a thread_name or thread_id'],
  220003: [400, 'Webhooks can only create threads in forum channels'],
};

const GENERAL: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

/** The refusal Discord sends for one of its JSON error codes. Throws on a code that this table lacks. */
export function apiError(code: number): ApiError {
  const refusal = REFUSALS[code];
  if (!refusal) throw new Error(`Discord's error ${code} is not in the table of rules/errors.ts`);
  const [status, message] = refusal;
  return { status, code, message };
}

/** The refusal without a code of its own: `{"message": "404: Not Found", "code": 0}`. */
export function generalError(status: number): ApiError {
  return { status, code: 0, message: `${status}: ${GENERAL[status] ?? 'Error'}` };
}

/** 50035 for one field. `path` as in `components[0].type`; '' means the whole body. */
export function formError(path: string, code: string, message: string): ApiError {
  return formErrors([{ path, code, message }]);
}

/** 50035 with every problem placed where Discord places it. */
export function formErrors(problems: readonly FieldProblem[]): ApiError {
  const errors: FormErrors = {};
  for (const { path, code, message } of problems) {
    const node = descend(errors, path);
    node._errors = [...(node._errors ?? []), { code, message }];
  }
  return { ...apiError(50035), errors };
}

/** 50035 when there are problems, nothing otherwise. */
export function refuseForm(problems: Iterable<FieldProblem>): ApiError | undefined {
  const found = [...problems];
  return found.length > 0 ? formErrors(found) : undefined;
}

function descend(root: FormErrors, path: string): FormErrors {
  let node = root;
  for (const key of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    const next = node[key];
    const child: FormErrors = next && !Array.isArray(next) ? next : {};
    node[key] = child;
    node = child;
  }
  return node;
}
