/** Waiting as the core sees it; tests move it by hand. */
export interface Timers {
  /** Calls `run` once after `ms`; the answer cancels it. A waiting timer alone must not keep the process alive. */
  after(ms: number, run: () => void): () => void;
}
