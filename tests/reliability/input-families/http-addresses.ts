// Node's parser, listen.ts and http/request-checks.ts each refuse F11-01 and F11-02.
import { changing, each, named, projects, type HttpGround } from './http-setup.ts';
import { requestText } from '../http/raw-http.ts';
import type { Recipe } from './numbered-case.ts';
const smuggled = requestText('GET', '/api/v1/health');

/** F11-01 to F11-06: where a message ends, and spellings of hosts and addresses. */
export const addressRecipes: readonly Recipe<HttpGround>[] = [
  {
    id: 'F11-01',
    what: 'Content-Length and Transfer-Encoding together, and other ways to say two lengths',
    run: ({ port }) =>
      each(
        port,
        {
          both: `${requestText('POST', projects, { ...changing, 'content-length': '4', 'transfer-encoding': 'chunked' }, '0\r\n\r\n')}${smuggled}`,
          'two lengths': `POST ${projects} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 2\r\ncontent-length: 9\r\n\r\n{}${smuggled}`,
          'a length of +2': `${requestText('POST', projects, { ...changing, 'content-length': '+2' }, '{}')}${smuggled}`,
          'a length of 0x2': `${requestText('POST', projects, { ...changing, 'content-length': '0x2' }, '{}')}${smuggled}`,
          'not chunked': `${requestText('POST', projects, { ...changing, 'transfer-encoding': 'xchunked' }, '{}')}${smuggled}`,
          'chunked twice': `${requestText('POST', projects, { ...changing, 'transfer-encoding': 'chunked, identity' }, '{}')}${smuggled}`,
          'a blank before the colon': `POST ${projects} HTTP/1.1\r\nhost: 127.0.0.1\r\ntransfer-encoding : chunked\r\n\r\n0\r\n\r\n${smuggled}`,
          'a folded line': `POST ${projects} HTTP/1.1\r\nhost: 127.0.0.1\r\nx: a\r\n transfer-encoding: chunked\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
          'a chunk of no number': requestText(
            'POST',
            projects,
            { ...changing, 'transfer-encoding': 'chunked' },
            'zz\r\n{}\r\n0\r\n\r\n',
          ),
          'a chunk with a bare line feed': requestText(
            'POST',
            projects,
            { ...changing, 'transfer-encoding': 'chunked' },
            '2\n{}\n0\n\n',
          ),
        },
        [400, 401, 413],
      ),
  },
  {
    id: 'F11-02',
    what: 'two Host headers, none, and another one in the first line',
    run: ({ port }) =>
      each(
        port,
        {
          two: 'GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n',
          'two alike':
            'GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n',
          none: 'GET / HTTP/1.1\r\nconnection: close\r\n\r\n',
          'none in HTTP/1.0': 'GET / HTTP/1.0\r\n\r\n',
          'another one': requestText('GET', '/', { host: 'evil.example' }),
          'another one by x-forwarded-host': requestText('GET', '/', {
            host: 'evil.example',
            'x-forwarded-host': '127.0.0.1',
          }),
          'a whole address': requestText('GET', 'http://evil.example/', { host: 'evil.example' }),
          'with a name before it': requestText('GET', '/', { host: '127.0.0.1@evil.example' }),
        },
        [400, 421],
      ),
  },
  {
    id: 'F11-03',
    what: 'two slashes',
    run: ({ port }) =>
      each(
        port,
        named(['//api/projects', '//api/v1/people', '///', '//evil.example/%2f..'], (path) =>
          requestText('GET', path),
        ),
        [404, 401],
      ),
  },
  {
    id: 'F11-04',
    what: 'an encoded slash',
    run: ({ port }) =>
      each(
        port,
        named(['/api%2Fadmin/x', '/api%2Fv1%2Fpeople', '/api/v1%2fpeople'], (path) =>
          requestText('GET', path),
        ),
        [404, 401],
      ),
  },
  {
    id: 'F11-05',
    what: 'letters encoded, and other spellings of an address that asks for a right',
    run: ({ port }) =>
      each(
        port,
        named(
          [
            '/%61pi/v1/people',
            '/api/v1/%70eople',
            '/api/v1/people/',
            '/API/V1/PEOPLE',
            '/api/v1/./people',
            '/api/v1/x/../people',
            '/api/v1/people;a=b',
            '/api/v1/people%00',
            '/api/v1/people%20',
            '/api/v1/people?',
            '/api/v1/people#x',
          ],
          (path) => requestText('GET', path),
        ),
        [400, 401, 404],
      ),
  },
  {
    id: 'F11-06',
    what: 'ways out of the folder of files',
    run: ({ port }) =>
      each(
        port,
        named(
          '/assets/..%2f..%2fpackage.json /assets/%2e%2e/ /assets/../../package.json /assets/%2e%2e/%2e%2e/package.json /assets/..%5c..%5cpackage.json /assets/%252e%252e/package.json /assets/app.js%00 /.env /assets/....//package.json /%2e%2e/%2e%2e/etc/passwd /etc/passwd /assets/app.js/../../.env'.split(
            ' ',
          ),
          (path) => requestText('GET', path),
        ),
        // 401: the sign-in page, to which some of them lead
        [400, 401, 404],
      ),
  },
];
