/** The program's own log: stable event names and harmless facts; never a name, an ИИН, a payload or a secret. */
export interface Logger {
  note(event: string, facts?: Record<string, string | number | boolean | null>): void;
  /** Writes the unexpected down and answers with the reference that may be shown to people. */
  fault(where: string, error: unknown): string;
}
