// Says which packages made for this machine `npm ci` left out: npm skips one that it could not download, without a word.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { type Machine, missingPackages } from './installed.rules.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      optional: z.boolean().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      os: z.array(z.string()).optional(),
      cpu: z.array(z.string()).optional(),
      libc: z.array(z.string()).optional(),
    }),
  ),
});

/** Node's report names the version of glibc where there is one. */
const reportSchema = z.object({
  header: z.object({ glibcVersionRuntime: z.string().optional() }),
});

function thisMachine(): Machine {
  const { header } = reportSchema.parse(process.report.getReport());
  return {
    os: process.platform,
    cpu: process.arch,
    libc:
      process.platform !== 'linux' ? undefined : header.glibcVersionRuntime === undefined ? 'musl' : 'glibc',
  };
}

const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
const missing = missingPackages(packages, thisMachine(), {
  development: !(process.env.npm_config_omit ?? '').split(/[\s,]+/).includes('dev'),
  isThere: (path) => existsSync(join(ROOT, path)),
});
if (missing.length > 0) {
  console.error(`npm could not get ${missing.join(', ')} and went on without. Run \`npm ci\` again.`);
  process.exitCode = 1;
}
