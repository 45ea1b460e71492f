/** Time as the core sees it; tests hand in their own. */
export interface Clock {
  now(): Date;
  /** Milliseconds that never go back, for measuring how long something took. */
  monotonicMs(): number;
}
