import { compact } from '#domain/values/compact.ts';
import type { WebhookForm } from '#contract/reminders/constants.ts';
import { digestLines, digestMarkdown, digestText } from '#report/digest/digest-text.ts';
import type { Digest } from '#report/digest/make-digest.ts';
import { toHex } from '#server/core/binary/base64.ts';

/** The message to a webhook. */
export interface WebhookMessage {
  readonly address: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}
export interface WebhookTarget {
  readonly form: WebhookForm;
  readonly address: string;
  /** The secret that signs the message. */
  readonly secret?: string;
}
/** The limits of the messengers, in bytes of UTF-8. */
const mostBytes = { wecom: 4096, dingtalk: 20_000 } as const;

async function hmac(secret: string, text: string): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
  ]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
}

/** Adds DingTalk's signature to an address: an HMAC over the time and the secret. */
async function signDingTalk(address: string, secret: string, now: Date): Promise<string> {
  const timestamp = String(now.getTime());
  const sign = btoa(String.fromCharCode(...(await hmac(secret, `${timestamp}\n${secret}`))));
  const url = new URL(address);
  url.searchParams.set('timestamp', timestamp);
  url.searchParams.set('sign', sign);
  return url.href;
}

/** Makes a digest as JSON: its text, and the same by section. `id` is the same in each attempt. */
const plainMessage = (digest: Digest, id: string): string =>
  JSON.stringify({
    kind: 'digest',
    id,
    language: digest.language,
    subject: digest.subject,
    ...compact({ warning: digest.warning, link: digest.link }),
    intro: digest.intro,
    sections: digestLines(digest),
    text: digestText(digest),
  });

/**
 * Makes the message of a webhook. With a secret, the address for DingTalk has its signature, and
 * JSON has a header with a signature over time and body.
 */
export async function makeWebhookMessage(
  { form, address, secret }: WebhookTarget,
  digest: Digest,
  id: string,
  now: Date,
): Promise<WebhookMessage> {
  if (form === 'wecom') {
    const content = digestMarkdown(digest, mostBytes.wecom);
    return {
      address,
      headers: {},
      body: JSON.stringify({ msgtype: 'markdown', markdown: { content } }),
    };
  }
  if (form === 'dingtalk') {
    const text = digestMarkdown(digest, mostBytes.dingtalk);
    const markdown = { title: digest.subject, text };
    return {
      address: secret === undefined ? address : await signDingTalk(address, secret, now),
      headers: {},
      body: JSON.stringify({ msgtype: 'markdown', markdown }),
    };
  }
  const body = plainMessage(digest, id);
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return {
    address,
    body,
    headers:
      secret === undefined
        ? {}
        : {
            'headway-timestamp': timestamp,
            'headway-signature': `sha256=${toHex(await hmac(secret, `${timestamp}.${body}`))}`,
          },
  };
}

/**
 * Whether the response of a messenger says that it accepted the message. Plain JSON needs no
 * response text.
 */
export function isAccepted(form: WebhookForm, answer: string): boolean {
  if (form === 'json') return true;
  try {
    const reply = JSON.parse(answer) as { readonly errcode?: unknown } | null;
    return reply?.errcode === 0;
  } catch {
    return false;
  }
}
