/** Deletes the tokens of disabled accounts, which worked again after the account was enabled. */
export const endedTokens = (): readonly string[] => [
  `delete from api_token where account in (select id from account where state = 'disabled')`,
];
