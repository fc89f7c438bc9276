import type { Overview } from '#domain/overview/overview.ts';
import type { Origin } from '#domain/values/data-status.ts';
import { endpoint, type None } from '#contract/core/endpoint.ts';
import type { Mode, Right, Role } from '#contract/core/rights.ts';

/** Who is asking, how, and what they may do: what the web shows follows this. */
export interface Session {
  readonly mode: Mode;
  readonly role: Role;
  readonly name: string;
  readonly may: readonly Right[];
  readonly origin: Origin | null;
  readonly origins: readonly Origin[];
  /** The origin that readers open, as https://progress.example.org, where the server knows it. */
  readonly address?: string;
}

/** What the first view asks for. The browser loads these first, and all others with the pages that use them. */
export const firstViewEndpoints = {
  session: endpoint<None, never, Session>({
    id: 'session',
    method: 'GET',
    path: '/api/v1/session',
  }),
  overview: endpoint<
    { as_of?: string; known_at?: string; compare?: string; plan?: string; cur?: string },
    never,
    Overview
  >({
    id: 'overview',
    method: 'GET',
    path: '/api/v1/overview',
  }),
} as const;
