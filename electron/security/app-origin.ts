/** The one origin the page lives at; each window shell has its own. */
export interface AppOrigin {
  readonly protocol: 'https:' | 'app:';
  readonly host: string;
}

/** `.localhost` never leaves the machine (RFC 6761 section 6.3), even if interception failed. */
export const CHROMIUM_ORIGIN: AppOrigin = { protocol: 'https:', host: 'tekser.localhost' };
export const ELECTRON_ORIGIN: AppOrigin = { protocol: 'app:', host: 'tekser' };

export const startAddress = ({ protocol, host }: AppOrigin): string => `${protocol}//${host}/index.html`;

/**
 * Compares protocol and host: for a scheme of our own `URL.origin` is the word "null" in Node,
 * and would make every such page equal.
 */
export function isOwnAddress(address: string, { protocol, host }: AppOrigin): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === protocol && url.host === host && url.username === '' && url.password === '';
}
