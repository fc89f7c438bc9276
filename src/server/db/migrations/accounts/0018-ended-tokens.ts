/**
 * Deletes the tokens of disabled accounts. Before, they worked again once the account was enabled.
 */
export const endedTokens = (): readonly string[] => [
  `delete from api_token where account in (select id from account where state = 'disabled')`,
];
