/** Whether the browser may use its sandbox: on Linux it refuses to start as root with it. */

export const wantsSandbox = (platform: NodeJS.Platform = process.platform, uid: number | undefined = process.getuid?.()): boolean =>
  !(platform === 'linux' && uid === 0);

export const NO_SANDBOX_NOTICE =
  'Running as root: the browser is started without its sandbox. Start Tekser as an ordinary user to have it.';
