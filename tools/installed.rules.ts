// Which packages of the lock file are made for a machine and not there.

export interface Machine {
  readonly os: string;
  readonly cpu: string;
  /** Of Linux only. */
  readonly libc: string | undefined;
}

/** A package as the lock file tells of it. */
export interface LockedPackage {
  readonly optional?: boolean | undefined;
  readonly dev?: boolean | undefined;
  readonly os?: readonly string[] | undefined;
  readonly cpu?: readonly string[] | undefined;
  readonly libc?: readonly string[] | undefined;
}

function isFor(wanted: readonly string[] | undefined, has: string | undefined): boolean {
  if (!wanted) return true;
  return has !== undefined && wanted.includes(has);
}

/**
 * Names of packages that hold binaries for this machine and were not installed. Optional packages for every machine are
 * not among them: they belong to others that may rightly be left out.
 */
export function missingPackages(
  packages: Readonly<Record<string, LockedPackage>>,
  { os, cpu, libc }: Machine,
  asked: { readonly development: boolean; readonly isThere: (path: string) => boolean },
): string[] {
  return Object.entries(packages)
    .filter(
      ([path, { optional, dev, ...made }]) =>
        optional === true &&
        (made.os !== undefined || made.cpu !== undefined) &&
        isFor(made.os, os) &&
        isFor(made.cpu, cpu) &&
        isFor(made.libc, libc) &&
        (asked.development || dev !== true) &&
        !asked.isThere(path),
    )
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
}
