import { linkSecret } from '#server/links/link-secret.ts';
import { browser, type LinkApi } from '../../setup/api/links.ts';
import { unlike, type Recipe } from './numbered-case.ts';

/** Invalid secrets: each is answered like an unknown one, and changes nothing. */
const rejectEach = async (
  links: LinkApi,
  secrets: readonly string[],
): Promise<readonly string[]> => {
  const readAnswer = async (secret: string): Promise<string> => {
    const response = await links.post(secret);
    return `${response.status} ${(await response.text()).replace(/"reference":"\w+"/, '')}`;
  };
  const nobodys = await readAnswer(await linkSecret.make());
  const faults: string[] = nobodys.startsWith('404 ')
    ? []
    : [`a secret that nobody has was answered ${nobodys}`];
  const answers = await Promise.all(secrets.map(readAnswer));
  return [
    ...faults,
    ...answers.flatMap((answer, i) =>
      answer === nobodys
        ? []
        : [`${JSON.stringify(secrets[i])} was answered ${answer.slice(0, 200)}`],
    ),
  ];
};
/**
 * Literal words of routes and others, in the body, in the address of a link and in its cookie.
 */
const words = async (links: LinkApi, texts: readonly string[]): Promise<readonly string[]> => {
  const link = await links.make();
  const { cookie = '' } = await links.reader(link);
  const faults = [...(await rejectEach(links, texts))];
  for (const text of texts) {
    const named = encodeURIComponent(text);
    const { status } = await links.send('GET', `/api/v1/shared/${named}`, {
      headers: { ...browser, cookie },
    });
    faults.push(...unlike(`/shared/${named}`, status, [400, 401, 404]));
    const planted = cookie.replace(/=.*/, `=${text}`);
    faults.push(
      ...unlike(
        `a cookie of ${text}`,
        (await links.read(link.link.id, { ...browser, cookie: planted })).status,
        [401],
      ),
    );
  }
  return faults;
};
const swapped = (text: string): string =>
  text.replace(/[A-Za-z]/g, (c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase()));

/** F12-01 to F12-05: invalid secrets. */
export const secretRecipes: readonly Recipe<LinkApi>[] = [
  {
    id: 'F12-01',
    what: 'words of routes for a secret',
    run: (links) =>
      words(links, [
        ':key',
        ':token',
        ':link',
        '*',
        'undefined',
        'null',
        'true',
        '0',
        '[object Object]',
      ]),
  },
  { id: 'F12-02', what: 'no secret', run: (links) => rejectEach(links, ['', ' ', 'hws_']) },
  {
    id: 'F12-03',
    what: 'one character changed, at each place',
    run: async (links) => {
      const { secret } = await links.make();
      return rejectEach(
        links,
        [...secret].map(
          (c, at) => `${secret.slice(0, at)}${c === 'A' ? 'B' : 'A'}${secret.slice(at + 1)}`,
        ),
      );
    },
  },
  {
    id: 'F12-04',
    what: 'cut to half, and longer than it is',
    run: async (links) => {
      const { secret } = await links.make();
      return rejectEach(links, [
        secret.slice(0, secret.length / 2),
        secret.slice(secret.length / 2),
        secret.slice(0, -1),
        `${secret}A`,
        ` ${secret}`,
        `${secret}\n`,
      ]);
    },
  },
  {
    id: 'F12-05',
    what: 'letter case swapped',
    run: async (links) => {
      const { secret } = await links.make();
      return rejectEach(links, [swapped(secret), secret.toUpperCase(), secret.toLowerCase()]);
    },
  },
];
