import { endpoint, type None } from '#contract/core/endpoint.ts';
import type { Role } from '#contract/core/rights.ts';

/** What a token may be at most: people and their accounts are beyond every token, so that none is an admin's. */
export const tokenRoles = ['viewer', 'analyst', 'manager'] as const satisfies readonly Role[];
export type TokenRole = (typeof tokenRoles)[number];
/** What a token of this role acts as while its owner has that role: the lesser of the two. */
export const actsAs = (role: TokenRole, owner: Role): TokenRole =>
  tokenRoles.find((one) => one === role || one === owner) ?? role;
/** In days. */
export const tokenLife = { usual: 90, most: 365 } as const;

/**
 * Lets a script in as its owner. `acts_as`: the lesser of its own role and what its owner is now. `used_on`: the day in UTC when
 * it was last sent. `disabled`: its owner is.
 */
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly owner: { readonly id: string; readonly name: string };
  readonly role: TokenRole;
  readonly acts_as: TokenRole;
  readonly state: 'live' | 'expired';
  readonly created_at: string;
  readonly expires_at: string;
  readonly used_on?: string;
}
/** `days`: how long it lasts, 90 unless said. */
export interface NewToken {
  readonly name: string;
  readonly role: TokenRole;
  readonly days?: number;
}
/** The only answer that holds the secret. */
export interface MadeToken {
  readonly token: Token;
  readonly secret: string;
}

export const tokenEndpoints = {
  listTokens: endpoint<None, never, { items: readonly Token[] }>({
    id: 'listTokens',
    method: 'GET',
    path: '/api/v1/tokens',
  }),
  makeToken: endpoint<None, NewToken, MadeToken>({
    id: 'makeToken',
    method: 'POST',
    path: '/api/v1/tokens',
    makes: true,
  }),
  endToken: endpoint<None, None, { ended: number }>({
    id: 'endToken',
    method: 'POST',
    path: '/api/v1/tokens/:id/end',
  }),
} as const;
