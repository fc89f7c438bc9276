/** The exit codes of commands, as `headway --help` lists them. */
export const exitCode = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  undecided: 3,
  broken: 4,
  /** `export --since`: nothing was recorded since then. */
  unchanged: 5,
  stoppedByUser: 130,
} as const;
