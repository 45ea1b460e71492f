/** Counts wrong attempts by a key and blocks it for a while; the block is not lengthened by knocking on it. */

export interface AttemptLimit {
  blocked(key: string): boolean;
  noteWrong(key: string): void;
  clear(): void;
}

export function createAttemptLimit(
  rule: { limit: number; windowMs: number; blockMs: number },
  now: () => Date,
): AttemptLimit {
  const records = new Map<string, { wrongAt: number[]; blockedUntil: number }>();
  return {
    blocked: (key) => (records.get(key)?.blockedUntil ?? 0) > now().getTime(),
    noteWrong(key) {
      const at = now().getTime();
      const record = records.get(key) ?? { wrongAt: [], blockedUntil: 0 };
      record.wrongAt = [...record.wrongAt.filter((earlier) => earlier > at - rule.windowMs), at];
      if (record.wrongAt.length >= rule.limit) {
        record.blockedUntil = at + rule.blockMs;
        record.wrongAt = [];
      }
      records.set(key, record);
    },
    clear: () => records.clear(),
  };
}
