/** Bounds what one file may make us do: rounds of key derivation, memory of scrypt, sizes and numbers of parts. */

export const PKCS12_LIMITS = {
  fileBytes: 1024 * 1024,
  /** A million rounds of PBKDF2 take a second; makers ask for 600 000 at most (OWASP, 2023). All parts of one file together. */
  rounds: 3_000_000,
  roundsAtOnce: 1_000_000,
  /** 128·N·r octets (RFC 7914 section 2). */
  scryptBytes: 128 * 1024 * 1024,
  contents: 16,
  bags: 64,
  nesting: 3,
  saltBytes: 1024,
} as const;

/** The file asks for more than an honest one would. */
export class TooCostly extends Error {
  override readonly name = 'TooCostly';
}

export interface WorkBudget {
  /** @throws {TooCostly} */
  spend(rounds: number): void;
}

export function createWorkBudget(): WorkBudget {
  let left: number = PKCS12_LIMITS.rounds;
  return {
    spend(rounds) {
      left -= rounds;
      if (rounds < 1 || rounds > PKCS12_LIMITS.roundsAtOnce || left < 0) throw new TooCostly('rounds of key derivation');
    },
  };
}
