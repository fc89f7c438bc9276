import { makeTotpBinding } from '#server/accounts/second-factor/service.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { recordEvent } from '#server/audit/store.ts';
import { listTotp, resealTotp } from '#server/accounts/second-factor-store.ts';
import { nextSealingKey, sealingKeyFile } from '#server/cli/security/sealing-key.ts';
import { createSecondFactorTools } from '#server/cli/security/node-second-factor.ts';
import { resealReminders, type Reseal } from '#server/reminders/reseal-store.ts';
import type { Settings } from './settings.ts';
import { exitCode } from './exit-code.ts';

/**
 * Seals every secret under a new key, completely or not at all, and replaces the old key. After an
 * interruption the command can run again. It continues with the same new key and keeps the secrets
 * that are already sealed under it.
 * @returns the exit code
 * @throws Error if a key file is damaged; the error of the store if it cannot be opened
 */
export async function rotateKey(settings: Settings, args: readonly string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== 'turn') {
    console.error('Write key turn.');
    return exitCode.wrongUse;
  }
  const old = createSecondFactorTools(settings.sealingKey ?? sealingKeyFile(settings.data));
  const next = nextSealingKey(settings.data);
  const tools = createSecondFactorTools(next.key);
  const db = await openDatabase({ url: settings.database });
  try {
    const { turned, lost, reminders } = await db.write(async (trx) => {
      const counts = { turned: 0, lost: 0 };
      const reseal: Reseal = (sealedText, bound) => {
        const text = old.unseal(sealedText, bound);
        if (text !== undefined) return tools.seal(text, bound);
        return tools.unseal(sealedText, bound) === undefined ? undefined : sealedText;
      };
      const reminders = await resealReminders(trx, reseal);
      for (const { account, secret: sealed } of await listTotp(trx)) {
        const bound = makeTotpBinding(account);
        const secret = old.unseal(sealed, bound);
        if (secret !== undefined) await resealTotp(trx, account, tools.seal(secret, bound));
        else if (tools.unseal(sealed, bound) === undefined) counts.lost += 1;
        counts.turned += 1;
      }
      await recordEvent(trx, {
        at: new Date().toISOString(),
        actor: { name: 'local' },
        kind: 'key_turned',
      });
      return { ...counts, turned: counts.turned - counts.lost, reminders };
    });
    if (settings.sealingKey === undefined) next.take();
    console.log(`Authenticator apps under the new key: ${turned}.`);
    if (lost > 0)
      console.log(`Apps that neither key opens: ${lost}. Their owners must set them up again.`);
    if (reminders.turned > 0)
      console.log(`Secrets of digests under the new key: ${reminders.turned}.`);
    if (reminders.lost > 0)
      console.log(
        `Secrets of digests that neither key opens: ${reminders.lost}. Enter them again.`,
      );
    console.log(
      settings.sealingKey === undefined
        ? 'Restart Headway now. Until then it rejects codes of apps.'
        : `Put the key of ${next.path} into HEADWAY_KEY, restart Headway, then delete that file. Until then Headway rejects codes of apps.`,
    );
    return 0;
  } finally {
    await db.close();
  }
}
