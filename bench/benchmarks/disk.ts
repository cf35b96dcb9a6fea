// How many bytes of the file one recognition takes, with every index and every derived table.
import { statSync } from 'node:fs';
import { type Benchmark, option, rounded } from '../benchmark.ts';
import { largeDatabase } from '../large-database.ts';

export const disk: Benchmark = {
  name: 'disk',
  about: 'bytes per recognition, all indexes and derived tables included; to reach: at most 400',
  options: { members: 100_000 },
  async run(options) {
    const { path, recognitions } = await largeDatabase(option(options, 'members'));
    const bytes = statSync(path).size;
    const each = bytes / recognitions;
    return {
      table: { columns: ['recognitions', 'bytes', 'each'], rows: [[recognitions, bytes, Math.round(each)]] },
      figures: { recognitions, bytes, bytesEach: rounded(each) },
    };
  },
};
