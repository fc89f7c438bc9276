// Seen to fail: when every read makes a reader session, openings are counted; with the
// overview among the queries of the link's page its data is found.
import type { MadeLink } from '#contract/links/schemas.ts';
import type { LinkApi } from '../../setup/api/links.ts';

const agents = [
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'facebookexternalhit/1.1',
  'WhatsApp/2.23',
  'TelegramBot (like TwitterBot)',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; bingbot/2.0)',
  'Mozilla/5.0 (compatible; Baiduspider/2.0)',
  'SkypeUriPreview Preview/0.5',
  'Mozilla/5.0 (compatible; proofpoint; urldefense)',
  'Barracuda Sentinel (EE)',
  'python-requests/2.32',
  'curl/8.5.0',
  // a mail filter that claims to be a browser, and runs no script
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
];

/**
 * Every read by software of a link's address and of its endpoints: it gets no data, changes nothing
 * and counts nothing.
 */
export async function botFaults(
  links: LinkApi,
  link: MadeLink,
  secretData: RegExp,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const before = JSON.stringify(await links.listed());
  const addresses = [
    '/s',
    `/s?t=${link.link.id}`,
    `/s/${link.link.id}`,
    '/e',
    `/api/v1/shared/${link.link.id}`,
    `/api/v1/shared/${link.link.id}/events`,
    '/api/v1/shared/open',
  ];
  for (const agent of agents)
    for (const method of ['GET', 'HEAD'])
      for (const extra of [{}, { purpose: 'prefetch', 'sec-purpose': 'prefetch' }])
        for (const address of addresses) {
          const headers = { 'user-agent': agent, accept: 'text/html', ...extra };
          const response = await links.send(method, address, {
            headers,
            env: { ip: '198.51.100.1' },
          });
          const text = await response.text();
          const where = `${method} ${address} as ${agent}`;
          if (secretData.test(text)) faults.push(`${where} holds data`);
          if (response.headers.has('set-cookie')) faults.push(`${where} sets a cookie`);
          if (response.headers.get('x-robots-tag') !== 'noindex, nofollow, noarchive')
            faults.push(`${where} may be indexed`);
          if (response.headers.get('referrer-policy') !== 'no-referrer')
            faults.push(`${where} tells others where it was opened`);
        }
  if (JSON.stringify(await links.listed()) !== before)
    faults.push('reads have changed or counted something');
  return faults;
}
