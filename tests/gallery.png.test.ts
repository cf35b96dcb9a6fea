// Packing a PNG smaller changes no dot, whichever filter each of its lines has.
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packed } from '../playground/demo/gallery/png.ts';

const DOT = 3;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(data.length, 0);
  numbers.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
}

/** A PNG of these lines of red, green and blue, each with its filter, as the format's specification defines them. */
function pngOf(lines: readonly { filter: number; bytes: readonly number[] }[], width: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(lines.length, 4);
  header.set([8, 2], 8);
  const filtered = lines.flatMap(({ filter, bytes }, number) => {
    const above = lines[number - 1]?.bytes ?? [];
    return [
      filter,
      ...bytes.map((byte, at) => {
        const [a, b, c] = [bytes[at - DOT] ?? 0, above[at] ?? 0, above[at - DOT] ?? 0];
        const p = a + b - c;
        const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
        const paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
        return (byte - ([0, a, b, Math.floor((a + b) / 2), paeth][filter] ?? 0)) & 255;
      }),
    ];
  });
  const data = deflateSync(Buffer.from(filtered));
  const half = data.length >> 1;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data.subarray(0, half)),
    chunk('IDAT', data.subarray(half)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('every dot stays, for any picture and any filters', () => {
  const picture = fc.integer({ min: 1, max: 12 }).chain((width) =>
    fc.tuple(
      fc.constant(width),
      fc.array(
        fc.record({
          filter: fc.integer({ min: 0, max: 4 }),
          bytes: fc.array(fc.integer({ min: 0, max: 255 }), {
            minLength: width * DOT,
            maxLength: width * DOT,
          }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    ),
  );
  fc.assert(
    fc.property(picture, ([width, lines]) => {
      const small = packed(pngOf(lines, width));
      const from = small.indexOf('IDAT') + 4;
      const plain = inflateSync(small.subarray(from, from + small.readUInt32BE(from - 8)));
      expect([...plain]).toEqual(lines.flatMap(({ bytes }) => [0, ...bytes]));
      expect(small.readUInt32BE(16)).toBe(width);
    }),
  );
});

test('what is no screenshot is refused', () => {
  expect(() => packed(Buffer.from('not a picture at all'))).toThrow();
});
