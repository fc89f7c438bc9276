import { compact } from '#domain/values/compact.ts';
import { findDuePeriod } from '#domain/reminders/digest-schedule.ts';
import { isLanguage } from '#domain/values/language.ts';
import { roles } from '#contract/core/rights.ts';
import { digestText } from '#report/digest/digest-text.ts';
import { createSecondFactorTools } from '#server/cli/security/node-second-factor.ts';
import { sealingKeyFile } from '#server/cli/security/sealing-key.ts';
import { createSender } from '#server/cli/reminders/node-sender.ts';
import { createDrawing } from '#server/exports/workers/create-drawing.ts';
import { HttpProblem } from '#server/core/problem.ts';
import { readDigest } from '#server/reminders/read-digest.ts';
import { sendDueDigests, type ReminderDeps } from '#server/reminders/send-digests.ts';
import { readTimeZone } from '#server/zone/zone-day-service.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import type { Settings } from './settings.ts';
import { version } from './version.ts';
import { exitCode } from './exit-code.ts';

const use =
  'digest --now, or digest --dry-run [--form weekly|monthly] [--role viewer|analyst|manager|admin] [--lang zh-CN|ja|en]';

/** The options of the command line. */
export interface DigestOptions {
  readonly now?: boolean | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly form?: string | undefined;
  readonly role?: string | undefined;
  readonly lang?: string | undefined;
}

/** Makes the reader of a printed digest. @returns undefined for unknown options */
function makeReader({ form = 'weekly', role = 'viewer', lang = 'en' }: DigestOptions) {
  const knownRole = roles.find((one) => one === role);
  const frequency = (['weekly', 'monthly'] as const).find((one) => one === form);
  return knownRole === undefined || frequency === undefined || !isLanguage(lang)
    ? undefined
    : { frequency, role: knownRole, language: lang };
}

/** Prints the digest that a reader would get now. */
async function print(deps: ReminderDeps, options: DigestOptions): Promise<number> {
  const reader = makeReader(options);
  const timeZone = await readTimeZone(deps.db);
  const period =
    reader && findDuePeriod({ frequency: reader.frequency, weekday: 1 }, deps.clock(), timeZone);
  if (reader === undefined || period === undefined) {
    console.error(`Write ${use}.`);
    return exitCode.wrongUse;
  }
  console.log(digestText(await readDigest(deps, reader, period)));
  return exitCode.done;
}

/**
 * Sends the digests that are due. A server may run at the same time, since each digest is sent
 * once.
 */
async function sendNow(deps: ReminderDeps): Promise<number> {
  const drawing = createDrawing();
  const results = await sendDueDigests({ ...deps, drawing }).finally(() => drawing.close());
  for (const { recipient, period, fault } of results)
    console.log([recipient, period, fault ?? 'sent'].join('\t'));
  if (results.length === 0) console.log('No digest is due.');
  return results.some(({ fault }) => fault !== undefined) ? exitCode.failed : exitCode.done;
}

/**
 * Prints a digest, or sends those that are due.
 * @returns the exit code
 * @throws any error that is no HttpProblem
 */
export async function digest(
  settings: Settings,
  args: readonly string[],
  options: DigestOptions,
): Promise<number> {
  if (args.length > 0 || (options.now === true) === (options['dry-run'] === true)) {
    console.error(`Write ${use}.`);
    return exitCode.wrongUse;
  }
  const db = await openDatabase({ url: settings.database });
  const { loopback, hosts, address, privateTargets } = settings;
  const deps: ReminderDeps = {
    db,
    clock: () => new Date(),
    config: { loopback, hosts, version, ...compact({ address }) },
    secondFactor: createSecondFactorTools(settings.sealingKey ?? sealingKeyFile(settings.data)),
    sender: createSender(compact({ allowed: privateTargets })),
    log: (entry) => console.error(JSON.stringify(entry)),
  };
  try {
    return options.now === true ? await sendNow(deps) : await print(deps, options);
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    console.error(error.message);
    return exitCode.failed;
  } finally {
    await db.close();
  }
}
