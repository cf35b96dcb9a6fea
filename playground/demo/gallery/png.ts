// Writes a PNG smaller, dot for dot the same: drawn letters on plain ground pack best as they are, unfiltered.
import { constants, crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE_BYTES = 8;
/** Length and name before a chunk's data, checksum behind it. */
const [BEFORE, BEHIND] = [8, 4];

/** Bytes of a dot, by the colour type of an 8-bit picture without a palette. */
const DOT_BYTES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };

/** The same picture in fewer bytes; throws for kinds of PNG that no browser's screenshot is. */
export function packed(png: Buffer): Buffer {
  const parts = chunksOf(png);
  const header = parts.find(({ name }) => name === 'IHDR')?.data;
  if (header === undefined) throw new Error('This is no PNG');
  const [width, depth, colour, interlaced] = [header.readUInt32BE(0), header[8], header[9] ?? -1, header[12]];
  const dot = DOT_BYTES[colour];
  if (depth !== 8 || dot === undefined || interlaced !== 0) throw new Error('No screenshot is like this');
  const data = Buffer.concat(parts.filter(({ name }) => name === 'IDAT').map((part) => part.data));
  const plain = unfiltered(inflateSync(data), width * dot, dot);
  const smaller = deflateSync(plain, { level: constants.Z_BEST_COMPRESSION, memLevel: 9 });
  return Buffer.concat([
    png.subarray(0, SIGNATURE_BYTES),
    chunk('IHDR', header),
    chunk('IDAT', smaller),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunksOf(png: Buffer): { name: string; data: Buffer }[] {
  const found: { name: string; data: Buffer }[] = [];
  for (let at = SIGNATURE_BYTES; at < png.length; ) {
    const from = at + BEFORE;
    const length = png.readUInt32BE(at);
    found.push({ name: png.toString('latin1', at + 4, from), data: png.subarray(from, from + length) });
    at = from + length + BEHIND;
  }
  return found;
}

function chunk(name: string, data: Buffer): Buffer {
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

/** Takes the filter off each line: a number in front of it says how its bytes were foretold from their neighbours. */
function unfiltered(lines: Buffer, lineBytes: number, dot: number): Buffer {
  const plain = Buffer.alloc(lines.length);
  for (let start = 0; start < lines.length; start += lineBytes + 1) {
    const filter = lines[start] ?? 0;
    for (let at = start + 1; at <= start + lineBytes; at += 1) {
      const isFirst = at - dot <= start;
      const left = isFirst ? 0 : (plain[at - dot] ?? 0);
      const above = plain[at - lineBytes - 1] ?? 0;
      const corner = isFirst ? 0 : (plain[at - dot - lineBytes - 1] ?? 0);
      plain[at] = (lines[at] ?? 0) + foretold(filter, left, above, corner);
    }
  }
  return plain;
}

/** The five filters of PNG: none, left, above, their mean, and whichever of three is nearest (Paeth). */
function foretold(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const guess = left + above - corner;
      const [byLeft, byAbove, byCorner] = [left, above, corner].map((value) => Math.abs(guess - value));
      if (byLeft === undefined || byAbove === undefined || byCorner === undefined) return 0;
      if (byLeft <= byAbove && byLeft <= byCorner) return left;
      return byAbove <= byCorner ? above : corner;
    }
    default:
      return 0;
  }
}
