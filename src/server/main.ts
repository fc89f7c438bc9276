import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { help } from '#server/cli/help.ts';
import { readSettings, type Settings } from '#server/cli/settings.ts';
import { version } from '#server/cli/version.ts';

/**
 * Caches compiled modules beside the product, which halves the time of later starts. Without write
 * access there, every start takes as long as the first.
 */
enableCompileCache(fileURLToPath(new URL('../../.cache/server', import.meta.url)));

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  yes: { type: 'boolean', short: 'y' },
  'dry-run': { type: 'boolean' },
  now: { type: 'boolean' },
  'accept-changes': { type: 'boolean' },
  json: { type: 'boolean' },
  currency: { type: 'string' },
  unit: { type: 'string' },
  mapping: { type: 'string' },
  answers: { type: 'string' },
  zone: { type: 'string' },
  head: { type: 'string' },
  'audit-head': { type: 'string' },
  role: { type: 'string' },
  days: { type: 'string' },
  'exports-only': { type: 'boolean' },
  'as-of': { type: 'string' },
  'known-at': { type: 'string' },
  compare: { type: 'string' },
  quarter: { type: 'string' },
  period: { type: 'string' },
  lang: { type: 'string' },
  out: { type: 'string', short: 'o' },
  form: { type: 'string' },
  theme: { type: 'string' },
  size: { type: 'string' },
  scale: { type: 'string' },
  measure: { type: 'string' },
  range: { type: 'string' },
  title: { type: 'string' },
  plan: { type: 'string' },
  csv: { type: 'string' },
  stage: { type: 'string' },
  status: { type: 'string' },
  industry: { type: 'string' },
  by: { type: 'string' },
  stack: { type: 'string' },
  event: { type: 'string' },
  zoom: { type: 'string' },
  versus: { type: 'string' },
  scenario: { type: 'string' },
  owner: { type: 'string' },
  country: { type: 'string' },
  prefecture: { type: 'string' },
  investor: { type: 'string' },
  channel: { type: 'string' },
  agreement: { type: 'string' },
  column: { type: 'string' },
  'chart-form': { type: 'string' },
  'chart-currency': { type: 'string' },
  search: { type: 'string' },
  since: { type: 'string' },
  to: { type: 'string' },
} as const;

/**
 * Prints one message, which says what is wrong and what to do. Ends the process with this exit
 * code.
 */
function fail(code: number, message: string): never {
  console.error(message);
  process.exit(code);
}
function settingsOrFail(): Settings {
  const read = readSettings(process.env);
  if ('faults' in read)
    fail(2, `Headway cannot start:\n${read.faults.map((fault) => `  - ${fault}`).join('\n')}`);
  return read.settings;
}
function argumentsOrFail() {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    fail(2, `${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
}
const readMessage = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
const isOutOfSpace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOSPC';
/**
 * Describes the error that ended a command, and for a damaged store, a full disk and a lost database
 * the next step.
 */
async function stopReason(error: unknown): Promise<string> {
  const { describeDamage, isConnectionLost, sqlErrorKind } = await import(
    '#server/db/dialects/port.ts'
  );
  const kind = sqlErrorKind(error);
  if (kind === 'corrupt') return describeDamage('The store', error);
  if (isConnectionLost(error))
    return `The database can't be reached, or it ended the connection (${readMessage(error)}). Its log says why; it may have no room left. Start it and run the command again. What was stored before is unchanged.`;
  return kind === 'full' || isOutOfSpace(error)
    ? `The disk is full (${readMessage(error)}). Free some space and run the command again. What was stored before is unchanged.`
    : readMessage(error);
}

async function runServer(): Promise<void> {
  const { serve } = await import('#server/cli/serve.ts');
  const stop = await serve(settingsOrFail());
  let stopping = false;
  const end = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail(1, readMessage(error)),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

const { values, positionals } = argumentsOrFail();
const [command = 'serve', ...rest] = positionals;
try {
  if (values.help) console.log(help);
  else if (values.version) console.log(version);
  else if (command === 'serve' && rest.length === 0) await runServer();
  else if (command === 'import' && rest.length === 1) {
    const { importFile } = await import('#server/cli/import-file.ts');
    process.exitCode = await importFile(settingsOrFail(), rest[0] ?? '', values);
  } else if (command === 'export') {
    const { exportFile } = await import('#server/cli/export.ts');
    process.exitCode = await exportFile(settingsOrFail(), rest, values);
  } else if (command === 'verify' && rest.length === 0) {
    const { verify } = await import('#server/cli/verify.ts');
    process.exitCode = await verify(settingsOrFail(), values);
  } else if (command === 'backup') {
    const { backUp } = await import('#server/cli/backup-store.ts');
    process.exitCode = await backUp(settingsOrFail(), rest);
  } else if (command === 'restore') {
    const { restore } = await import('#server/cli/restore.ts');
    process.exitCode = await restore(settingsOrFail(), rest);
  } else if (command === 'move' && rest.length === 0) {
    const { move } = await import('#server/cli/move.ts');
    process.exitCode = await move(settingsOrFail(), values.to);
  } else if (command === 'user') {
    const { user } = await import('#server/cli/user.ts');
    process.exitCode = await user(settingsOrFail(), rest, values.role);
  } else if (command === 'digest') {
    const { digest } = await import('#server/cli/digest.ts');
    process.exitCode = await digest(settingsOrFail(), rest, values);
  } else if (command === 'key') {
    const { rotateKey: turnKey } = await import('#server/cli/rotate-key.ts');
    process.exitCode = await turnKey(settingsOrFail(), rest);
  } else if (command === 'token') {
    const { token } = await import('#server/cli/token.ts');
    process.exitCode = await token(settingsOrFail(), rest, values);
  } else fail(2, `"${positionals.join(' ')}" is not a command.\n\n${help}`);
} catch (error) {
  fail(1, `Headway stopped: ${await stopReason(error)}`);
}
