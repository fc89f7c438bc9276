import { openReader } from '#server/db/open.ts';
import { ImportFailure } from './failure.ts';
import { makePlan, type MadePlan } from './make-plan.ts';
import type { ImportPlan, ImportProgress, ImportRequest, KnownProjects, PlannedProject } from './plan.ts';
import { storedProjects } from './stored-projects.ts';

/** What is known of the store besides its projects, and what is asked of the file. */
export type SentRequest = Omit<ImportRequest, 'bytes' | 'known'> &
  Pick<KnownProjects, 'at'> & { readonly known: Omit<ImportRequest['known'], 'projects'> };
/** What the process is told: the request, the file piece by piece, answers to its questions, and that it shall give a piece. */
export type ToImport =
  | { readonly kind: 'request'; readonly request: SentRequest }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'read' }
  | { readonly kind: 'known'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'next' };
/** What it says. */
export type FromImport =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'known'; readonly id: number; readonly codes?: readonly string[] }
  | { readonly kind: 'plan'; readonly plan: ImportPlan }
  | { readonly kind: 'piece'; readonly piece: readonly PlannedProject[] | undefined }
  | { readonly kind: 'failure'; readonly failure: Pick<ImportFailure, 'code' | 'key' | 'values' | 'place'> }
  | { readonly kind: 'error'; readonly message: string };

const send = (message: FromImport): void => void process.send?.(message);
const asked = new Map<number, (value: unknown) => void>();
let lastAsked = 0;
const ask = (codes?: readonly string[]): Promise<unknown> =>
  new Promise((resolve) => {
    lastAsked += 1;
    const id = lastAsked;
    asked.set(id, resolve);
    send({ kind: 'known', id, ...(codes === undefined ? {} : { codes }) });
  });
/** Asked of the process that holds the store, where no other can open it. */
const askedProjects: KnownProjects = {
  codes: async () => (await ask()) as readonly string[],
  records: async (codes) => (await ask(codes)) as Awaited<ReturnType<KnownProjects['records']>>,
};

const progressMs = 100;
async function work({ at, ...request }: SentRequest, bytes: Uint8Array): Promise<MadePlan> {
  let last = 0;
  const projects = at === undefined ? askedProjects : storedProjects(openReader(at), at.revision);
  return makePlan({ ...request, bytes, known: { ...request.known, projects } }, (progress) => {
    const now = performance.now();
    if (now - last < progressMs) return;
    last = now;
    send({ kind: 'progress', progress });
  });
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const piece of pieces.splice(0)) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const pieces: Uint8Array[] = [];
let request: SentRequest | undefined;
let rest: Generator<readonly PlannedProject[]> | undefined;

process.on('message', (message: ToImport) => {
  if (message.kind === 'request') request = message.request;
  else if (message.kind === 'bytes') pieces.push(message.bytes);
  else if (message.kind === 'known') {
    asked.get(message.id)?.(message.value);
    asked.delete(message.id);
  } else if (message.kind === 'next') {
    const next = rest?.next();
    send({ kind: 'piece', piece: next?.done === false ? next.value : undefined });
  } else if (request !== undefined) {
    work(request, joined(pieces)).then(
      ({ plan, projects: made }) => {
        rest = made.pieces();
        send({ kind: 'plan', plan });
      },
      (error: unknown) => {
        if (error instanceof ImportFailure)
          send({ kind: 'failure', failure: { code: error.code, key: error.key, values: error.values, place: error.place } });
        else send({ kind: 'error', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      },
    );
  }
});
// Whoever started it is gone: nobody waits for the answer.
process.on('disconnect', () => process.exit());
