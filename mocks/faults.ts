/** What can go wrong between a page and its API. `slow` waits and then answers rightly. */
export const faultKinds = ['slow', 'offline', 'internal', 'malformed'] as const;
export type FaultKind = (typeof faultKinds)[number];
export const isFaultKind = (x: unknown): x is FaultKind => faultKinds.includes(x as FaultKind);

interface Fault {
  readonly kind: FaultKind;
  /** Requests it meets; all, if absent. */
  readonly where?: (request: Request) => boolean;
  /** For `slow`: milliseconds. */
  readonly delay?: number;
  /** How many requests it meets before it ends; for ever, if absent. */
  readonly times?: number;
}

/** Faults on top of the real API, switched on and off by a test or by the demo's address. */
export interface Faults {
  set(fault: Fault): void;
  clear(): void;
  /** The faulty answer, or nothing when the real one is to be given. */
  meet(request: Request): Promise<Response | undefined>;
}

const answers: Readonly<Record<Exclude<FaultKind, 'slow'>, () => Response>> = {
  offline: () => Response.error(),
  internal: () =>
    new Response(
      JSON.stringify({
        type: 'about:blank',
        code: 'internal',
        title: 'Internal error',
        status: 500,
        detail: 'Try again.',
        reference: 'planted-by-a-test',
      }),
      { status: 500, headers: { 'content-type': 'application/problem+json' } },
    ),
  malformed: () =>
    new Response('{"zone": {"name": ', {
      status: 200,
      headers: { 'content-type': 'application/json' },
    }),
};

export function createFaults(): Faults {
  let active: Fault | undefined;
  let met = 0;
  return {
    set(fault) {
      active = fault;
      met = 0;
    },
    clear() {
      active = undefined;
    },
    async meet(request) {
      const fault = active;
      if (
        fault === undefined ||
        fault.where?.(request) === false ||
        met >= (fault.times ?? Number.POSITIVE_INFINITY)
      )
        return undefined;
      met += 1;
      if (fault.kind !== 'slow') return answers[fault.kind]();
      await new Promise((done) => setTimeout(done, fault.delay ?? 1500));
      return undefined;
    },
  };
}
