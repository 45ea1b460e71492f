/** Whether a window can be opened at all. */

/** A sentence saying what is missing, or null. */
export function missingDisplay(platform: NodeJS.Platform = process.platform, env: Record<string, string | undefined> = process.env): string | null {
  if (platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY) return null;
  return (
    'Tekser opens a window, and this session has no display (neither DISPLAY nor WAYLAND_DISPLAY is set). ' +
    'Start it in a desktop session, with “ssh -X”, or with “xvfb-run npm start”. Without a window there is “npx tekser --help”.'
  );
}
