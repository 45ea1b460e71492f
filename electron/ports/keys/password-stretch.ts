/** Makes guessing passwords slow: scrypt (RFC 7914) with r = 8, at a cost fitting this machine. */

export interface StretchCost {
  /** Binary logarithm of N; memory is 1 KiB · N. */
  logN: number;
  p: number;
}

export interface PasswordStretch {
  /** What a new password is stretched by here. */
  cost(): Promise<StretchCost>;
  /** 32 octets. */
  stretch(password: Uint8Array, salt: Uint8Array, cost: StretchCost): Promise<Uint8Array>;
}
