export interface RouteOptions {
  /**
   * The response depends only on the register, the day, the address and the role, so it is cached.
   */
  readonly cached?: boolean;
  /** The response names as `revision` the revision that it was read at. */
  readonly namesRevision?: boolean;
  /** Its tag or its cursor names the revision that it was read at: it is cached for that one. */
  readonly ofRevision?: boolean;
  /** The parameter of the path that names the only project whose rows are read. */
  readonly ofProject?: string;
  /**
   * A response from before a change may be sent for a moment, with its age, while the next one is
   * made.
   */
  readonly mayBeOld?: boolean;
  /** The handler works long before it changes anything, and commits its last step itself. */
  readonly commitsItself?: boolean;
  /**
   * The body or the response holds a secret, so nothing of it may be stored: an Idempotency-Key is
   * ignored.
   */
  readonly secret?: boolean;
  /** Other pages and readers are not notified of the change. */
  readonly silent?: boolean;
}
