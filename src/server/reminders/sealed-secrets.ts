import type { AppDeps } from '#server/core/deps.ts';
import { SendError } from '#server/core/message-sender.ts';
import { problem } from '#server/core/problem.ts';

/**
 * The place to which a sealed text is bound. Copied to another place of the store, it cannot be
 * opened.
 */
export const mailBinding = 'reminders mail';
/** Makes the text that binds a sealed value to one column of one webhook. */
export const makeWebhookBinding = (id: string, column: 'address' | 'secret'): string =>
  `webhook ${id} ${column}`;

type Deps = Pick<AppDeps, 'secondFactor' | 'sender'>;
/** Returns the tools of the runtime. @throws HttpProblem if it sends no messages, as in the demo */
export function requireReminderTools({ secondFactor, sender }: Deps) {
  if (secondFactor === undefined || sender === undefined)
    throw problem('not_found', 'There are no digests here.');
  return { seal: secondFactor.seal, unseal: secondFactor.unseal, sender };
}
/** Opens a sealed text. @throws SendError if it was sealed with another key */
export function openSealed(
  tools: Pick<ReturnType<typeof requireReminderTools>, 'unseal'>,
  secret: string,
  bound: string,
): string {
  const text = tools.unseal(secret, bound);
  if (text === undefined) throw new SendError('no_key');
  return text;
}
