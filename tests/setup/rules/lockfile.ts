interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly license?: string;
  readonly link?: boolean;
}
interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const licences =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|MPL-2\.0|OFL-1\.1|CC0-1\.0|CC-BY-4\.0|Python-2\.0)( (AND|OR) [A-Z][\w.-]+)*\)?$/;
/** Packages whose licence is in a file instead of their manifest. */
const licencesFromFiles: Readonly<Record<string, string>> = { 'node_modules/png-js': 'MIT' };
/** Packages that may run code when they are installed: this one installs the runtime. */
const allowedInstallScripts = ['node_modules/node'];

/** Checks the origin of the packages. @returns one line per fault */
export function lockfileFindings(
  manifest: Manifest,
  lock: { readonly packages: Readonly<Record<string, LockEntry>> },
): readonly string[] {
  const faults: string[] = [];
  for (const [name, version] of Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
  }))
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      faults.push(`${name}: "${version}" is a range, not an exact version`);
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '') continue;
    if (!entry.integrity?.startsWith('sha512-')) faults.push(`${path}: no sha512`);
    if (entry.resolved !== undefined || entry.link)
      faults.push(`${path}: names its source ${entry.resolved ?? 'link'}`);
    if (entry.hasInstallScript && !allowedInstallScripts.includes(path))
      faults.push(`${path}: has an install script`);
    if (!licences.test(entry.license ?? licencesFromFiles[path] ?? ''))
      faults.push(`${path}: unknown licence ${entry.license ?? '(none)'}`);
  }
  return faults;
}
