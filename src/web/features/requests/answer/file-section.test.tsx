import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { AnswerFile, OpenRequest } from '#contract/requests/schemas.ts';
import { sendWith } from '#web/data/transport.ts';
import { answerLabels } from '#web/features/requests/labels/index.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { FileSection } from './file-section.tsx';

afterEach(() => sendWith());

const t = answerLabels.en;
const proof = (at: number): AnswerFile => ({
  id: `00000000-0000-4000-8000-00000000000${at}`,
  name: `proof-${at}.pdf`,
  type: 'pdf',
  size: 1000,
  added_at: '2026-11-01T00:00:00Z',
});
const openRequest = (files: readonly AnswerFile[]): OpenRequest => ({
  id: 'aaaaaaaaaaaaaaaa',
  zone: { 'zh-CN': 'X', ja: 'X', en: 'X' },
  month: '2026-10',
  unit: 'Hokuto',
  language: 'en',
  sender: 'Li Min',
  is_closed: false,
  deadline: '2026-11-12',
  expires_at: '2026-12-02T00:00:00Z',
  cells: [],
  files: [...files],
});

/** Attaches a file of some bytes to a request that has some files. */
function attach(count: number, size = 1): void {
  const files = Array.from({ length: count }, (_, at) => proof(at));
  const { container } = render(
    <LanguageProvider value="en">
      <FileSection openRequest={openRequest(files)} show={() => undefined} />
    </LanguageProvider>,
  );
  const input = container.querySelector('input[type="file"]');
  if (input === null) throw new Error('There is no field for a file.');
  const file = new File(['x'], 'proof.pdf');
  Object.defineProperty(file, 'size', { value: size });
  fireEvent.change(input, { target: { files: [file] } });
}

// seen to fail: each of them was said to be no PDF, photo or office file
test.each([
  ['conflict', 409, 1, t.file_again],
  ['conflict', 409, 5, t.file_most({ n: 5 })],
  ['too_large', 413, 0, t.file_large],
  ['unsupported_media_type', 422, 0, t.file_failed],
  ['internal', 500, 0, t.file_unsent],
])('a file that is rejected as %s (%i) with %i others says why', async (code, status, n, text) => {
  const problem = { type: `urn:headway:problem:${code}`, title: code, code, status, detail: 'x' };
  const headers = { 'content-type': 'application/problem+json' };
  sendWith(async () => new Response(JSON.stringify(problem), { status, headers }));
  attach(n);
  expect((await screen.findByText(text)).getAttribute('role')).toBe('status');
});

test('a file that is too large is not sent', async () => {
  const requests: Request[] = [];
  sendWith(async (request) => {
    requests.push(request);
    return Response.error();
  });
  attach(0, 10 * 1024 * 1024 + 1);
  expect(await screen.findByText(t.file_large)).toBeTruthy();
  expect(requests).toEqual([]);
});
