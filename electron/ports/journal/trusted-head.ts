/** The last checkpoint, kept outside the journal's file, so that an older file put in its place is noticed. */
export interface TrustedHead {
  read(): Promise<{ state: 'kept'; note: string } | { state: 'none' } | { state: 'unreadable' }>;
  /** Durable when it resolves. */
  keep(note: string): Promise<void>;
}
