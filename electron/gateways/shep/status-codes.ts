/** Status codes of ШЭП. The codes are public, their exact texts are not: the meanings here are the stand's reading. */

export const SHEP_STATUS = {
  success: 'SCSS001',
  unknownService: 'SCSE001',
  businessError: 'SCSE002',
  unhandled: 'SCSE003',
  /** The envelope, or a field of it, cannot be read. */
  malformed: 'VAL-R-004',
  /** The signature of the Body is missing or wrong. */
  signature: 'VAL-JSR-001',
  /** The sender is not who may send this. */
  sender: 'SBF-AD-1',
  /** The consent of КДП is missing, expired or revoked. */
  consent: 'SBF-VE-8',
} as const;

/** Whether the channel turned us away (our key, our rights, our consent), not the registry behind it. */
export const refusesUs = (code: string): boolean => code.startsWith('SBF-') || code.startsWith('VAL-');
