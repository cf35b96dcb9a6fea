// Bodies over a real socket: JSON, forms with files, and those that cannot be read.
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFiles, MAX_FILE_BYTES, readBody, UnreadableBody } from './multipart.ts';

let server: Server;
let url = '';

beforeAll(async () => {
  server = createServer(async (request, response) => {
    try {
      const { json, files } = await readBody(request, 10_000);
      const list = files.map(({ bytes, ...file }) => ({ ...file, text: bytes.toString() }));
      response.end(JSON.stringify({ json: json ?? null, files: list }));
    } catch (error) {
      if (!(error instanceof UnreadableBody)) throw error;
      response.statusCode = error.refusal.status;
      response.end(JSON.stringify(error.refusal));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  url = `http://127.0.0.1:${address.port}/`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function post(body: BodyInit | undefined, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers, ...(body === undefined ? {} : { body }) });
  return response.json();
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('readBody', () => {
  it('reads JSON', async () => {
    expect(await post('{"content":"🙏"}', JSON_TYPE)).toEqual({ json: { content: '🙏' }, files: [] });
  });

  it('reads nothing as nothing', async () => {
    expect(await post(undefined)).toEqual({ json: null, files: [] });
  });

  it('reads a form with payload_json and files, each with its number', async () => {
    const form = new FormData();
    form.append('payload_json', JSON.stringify({ content: 'see', attachments: [{ id: '1' }] }));
    form.append('files[0]', new Blob(['one\r\n--two'], { type: 'text/plain' }), 'a.txt');
    form.append('files[1]', new Blob(['{}']), 'ünï.json');
    expect(await post(form)).toEqual({
      json: { content: 'see', attachments: [{ id: '1' }] },
      files: [
        { id: '0', name: 'a.txt', contentType: 'text/plain', text: 'one\r\n--two' },
        { id: '1', name: 'ünï.json', contentType: 'application/octet-stream', text: '{}' },
      ],
    });
  });

  it('takes the fields of a form without payload_json as the body', async () => {
    const form = new FormData();
    form.append('content', 'hello');
    expect(await post(form)).toEqual({ json: { content: 'hello' }, files: [] });
  });

  it.each<[string, string, Record<string, string>, object]>([
    ['broken JSON', '{"content":', JSON_TYPE, { status: 400, code: 50109 }],
    [
      'another type',
      'a=b',
      { 'content-type': 'application/x-www-form-urlencoded' },
      { status: 415, code: 0 },
    ],
    [
      'a form without an end',
      '--x\r\n',
      { 'content-type': 'multipart/form-data; boundary=x' },
      { status: 400, code: 50035 },
    ],
    ['too much', JSON.stringify('x'.repeat(10_001)), JSON_TYPE, { status: 413, code: 40005 }],
  ])('refuses %s', async (_, body, headers, refusal) => {
    expect(await post(body, headers)).toMatchObject(refusal);
  });
});

describe('checkFiles', () => {
  const file = (size: number) => ({ bytes: Buffer.alloc(size) });
  it('lets ten files of up to 10 MiB through', () => {
    expect(checkFiles([file(MAX_FILE_BYTES), ...Array(9).fill(file(1))])).toBeUndefined();
    expect(checkFiles(Array(11).fill(file(1)))?.code).toBe(30015);
    expect(checkFiles([file(MAX_FILE_BYTES + 1)])).toMatchObject({ status: 413, code: 40005 });
  });
});
