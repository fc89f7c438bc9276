/** The exit codes of commands, as `headway --help` lists them. */
export const exitCode = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  undecided: 3,
  broken: 4,
  stoppedByUser: 130,
} as const;
