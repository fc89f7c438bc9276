import { problem } from '#server/core/problem.ts';

/** Host names that always mean this computer. */
const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
const ipLiteral = /^(\[[0-9a-f:.]+\]|\d{1,3}(\.\d{1,3}){3})$/;
/** Whether a Host is a name of this computer, on any port. */
export const isLoopbackName = (host: string): boolean => loopbackNames.has(removePort(host));
const removePort = (host: string): string => host.replace(/:\d*$/, '').toLowerCase();

export interface HostRule {
  /** Further host names from HEADWAY_HOSTS; with a port, only that port. */
  readonly hosts: readonly string[];
  /**
   * Whether the server is bound to this computer only. Otherwise IP addresses are accepted too,
   * since no other site can make a browser send one.
   */
  readonly loopback: boolean;
}
/**
 * Rejects a foreign Host. Another site could point its own name at this address (DNS rebinding).
 * @throws HttpProblem
 */
export function checkHost(host: string, rule: HostRule): void {
  const whole = host.toLowerCase();
  const name = removePort(whole);
  if (loopbackNames.has(name) || rule.hosts.includes(name) || rule.hosts.includes(whole)) return;
  if (!rule.loopback && ipLiteral.test(name)) return;
  throw problem(
    'host_not_allowed',
    'Open Headway as localhost, 127.0.0.1 or [::1], or name this host in HEADWAY_HOSTS and start again.',
  );
}

const forwarding = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'x-real-ip',
];
const loopbackAddress = /^(127\.|::1$|::ffff:127\.)/;
/**
 * Whether a request comes from this computer: its peer has a loopback address, its Host is a
 * loopback name, and no proxy forwarded it. An unknown peer, as in the demo, counts as loopback.
 */
export const isFromThisComputer = (
  { headers }: Request,
  host: string,
  peer: string | undefined,
): boolean =>
  isLoopbackName(host) &&
  (peer === undefined || loopbackAddress.test(peer)) &&
  !forwarding.some((name) => headers.has(name));

const safe: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Whether a method only reads (RFC 9110, section 9.2.1). */
export const isSafe = (method: string): boolean => safe.has(method);

/** Reads the host of an Origin. @returns undefined for `null` and invalid values */
const originHost = (origin: string): string | undefined =>
  /^https?:\/\/([^/@?#\s]+)$/i.exec(origin)?.[1]?.toLowerCase();
const rejectRequest = () =>
  problem(
    'forbidden_origin',
    'Changes are accepted from this site only. Send a token, or the header Origin with the address of this Headway, such as http://127.0.0.1:4280.',
  );

/**
 * Rejects changes and background reads from pages of other sites. A change needs `Sec-Fetch-Site:
 * same-origin` or the exact Origin, and neither may contradict the other. A read is rejected if the
 * browser reports that another site loads it in the background. Following a link is allowed. A
 * script with a token need not send Origin, since no browser adds a token by itself, but an Origin
 * that is sent must match.
 * @throws HttpProblem
 */
export function checkOrigin(request: Request, host: string, path: string, token: boolean): void {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  if (isSafe(request.method)) {
    const elsewhere = site === 'cross-site' || site === 'same-site';
    if (
      elsewhere &&
      path.startsWith('/api/') &&
      request.headers.get('sec-fetch-mode') !== 'navigate'
    )
      throw rejectRequest();
    return;
  }
  const sameSite = site === null || site === 'same-origin';
  const sameOrigin = origin === null || originHost(origin) === host.toLowerCase();
  if (!sameSite || !sameOrigin || (site === null && origin === null && !token))
    throw rejectRequest();
}

const jsonType = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;
const multipartType = /^multipart\/form-data\s*;\s*boundary=/i;
/**
 * Requires JSON, which no plain form of another site can send, or for an upload a file.
 * @throws HttpProblem
 */
export function checkMediaType(request: Request, upload: boolean): void {
  const type = request.headers.get('content-type') ?? '';
  if ((upload ? multipartType : jsonType).test(type)) return;
  throw problem(
    'unsupported_media_type',
    upload
      ? 'Send the file as multipart/form-data with one part named "file".'
      : 'Send the header Content-Type: application/json.',
  );
}
