/**
 * Tokens of disabled accounts ended with them; before, they worked again once the account was
 * enabled.
 */
export const endedTokens = (): readonly string[] => [
  `delete from api_token where account in (select id from account where state = 'disabled')`,
];
