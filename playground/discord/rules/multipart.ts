// Reads what a request carries: JSON, or a multipart form with `payload_json` and files.
import type { IncomingMessage } from 'node:http';
import { type ApiError, apiError, generalError } from './errors.ts';

/** Most files in one message. */
const MAX_FILES = 10;
/** Most bytes in one file for a server without boosts. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** One uploaded file; `id` is the n of `files[n]`, which the body's `attachments` refer to. */
export interface UploadedFile {
  id: string;
  name: string;
  contentType: string;
  bytes: Buffer;
}

/** The parsed body; `json` is undefined when there was none. */
export interface RequestBody {
  json: unknown;
  files: UploadedFile[];
}

/** Thrown when a body cannot be read; `refusal` is what Discord answers. */
export class UnreadableBody extends Error {
  readonly refusal: ApiError;

  constructor(refusal: ApiError) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Reads at most `limitBytes`. Throws UnreadableBody: 40005 too large, 50109 no JSON, 415 another type. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<RequestBody> {
  const bytes = await collect(request, limitBytes);
  if (bytes.length === 0) return { json: undefined, files: [] };
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) return readForm(bytes, contentType);
  if (contentType.startsWith('application/json')) return { json: parseJson(bytes.toString()), files: [] };
  throw new UnreadableBody(generalError(415));
}

/** Nothing when the files of one message are few and small enough, else 30015 or 40005. */
export function checkFiles(files: readonly Pick<UploadedFile, 'bytes'>[]): ApiError | undefined {
  if (files.length > MAX_FILES) return apiError(30015);
  return files.some(({ bytes }) => bytes.length > MAX_FILE_BYTES) ? apiError(40005) : undefined;
}

async function collect(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const part: Buffer = chunk;
    size += part.length;
    if (size > limitBytes) throw new UnreadableBody(apiError(40005));
    chunks.push(part);
  }
  return Buffer.concat(chunks);
}

async function readForm(bytes: Buffer, contentType: string): Promise<RequestBody> {
  const form = await parseForm(bytes, contentType);
  const payload = form.get('payload_json');
  const files: UploadedFile[] = [];
  const fields: Record<string, string> = {};
  for (const [key, value] of form) {
    if (typeof value !== 'string') files.push(await uploaded(key, value));
    else if (key !== 'payload_json') fields[key] = value;
  }
  return { json: typeof payload === 'string' ? parseJson(payload) : fields, files };
}

async function parseForm(bytes: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new UnreadableBody(apiError(50035));
  }
}

async function uploaded(key: string, file: File): Promise<UploadedFile> {
  const id = /^files?\[(\d+)\]$/.exec(key)?.[1] ?? key;
  const contentType = file.type || 'application/octet-stream';
  return { id, name: file.name, contentType, bytes: Buffer.from(await file.arrayBuffer()) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableBody(apiError(50109));
  }
}
