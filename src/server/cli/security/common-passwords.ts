/** Reads about 49,000 leaked passwords. They load when a person first chooses a password. */
export const commonestPasswords = async (): Promise<readonly string[]> =>
  (await import('@zxcvbn-ts/language-common')).dictionary['passwords-common'];
