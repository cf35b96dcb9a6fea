// Which packages made for this machine are missed after `npm ci`.
import { describe, expect, test } from 'vitest';
import { type LockedPackage, missingPackages } from '../../tools/installed.rules.ts';

const PACKAGES: Record<string, LockedPackage> = {
  'node_modules/croner': {},
  'node_modules/@napi-rs/canvas-linux-x64-gnu': {
    optional: true,
    os: ['linux'],
    cpu: ['x64'],
    libc: ['glibc'],
  },
  'node_modules/@napi-rs/canvas-linux-x64-musl': {
    optional: true,
    os: ['linux'],
    cpu: ['x64'],
    libc: ['musl'],
  },
  'node_modules/a/node_modules/@esbuild/linux-x64': {
    optional: true,
    dev: true,
    os: ['linux'],
    cpu: ['x64'],
  },
  'node_modules/fsevents': { optional: true, dev: true, os: ['darwin'] },
  'node_modules/@emnapi/core': { optional: true, dev: true },
};
const linux = { os: 'linux', cpu: 'x64', libc: 'glibc' };

describe('packages for this machine that npm went on without', () => {
  test.each([
    ['a machine with glibc', linux, true, ['@napi-rs/canvas-linux-x64-gnu', '@esbuild/linux-x64']],
    ['without packages for development', linux, false, ['@napi-rs/canvas-linux-x64-gnu']],
    ['musl', { ...linux, libc: 'musl' }, false, ['@napi-rs/canvas-linux-x64-musl']],
    ['macOS', { os: 'darwin', cpu: 'arm64', libc: undefined }, true, ['fsevents']],
    ['one that nothing was made for', { ...linux, cpu: 'riscv64' }, true, []],
  ])('%s', (_, machine, development, missing) => {
    expect(missingPackages(PACKAGES, machine, { development, isThere: () => false })).toEqual(missing);
  });

  test('nothing is missed where all is there', () => {
    expect(missingPackages(PACKAGES, linux, { development: true, isThere: () => true })).toEqual([]);
  });
});
