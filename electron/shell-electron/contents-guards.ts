/** Keeps every page of the program where it is: no navigation, no pop-up, no embedded page. */
import { type App, shell, type WebContents } from 'electron';
import { externalLink } from '../security/external-link-policy.ts';

/**
 * Installed for all contents, so that one a library might create is guarded too.
 * @param outside the address to hand to the system's browser instead of a pop-up, or null
 */
export function guardAllContents(
  app: App,
  mayStay: (address: string, contents: WebContents) => boolean,
  outside: (address: string, contents: WebContents) => string | null = externalLink,
): void {
  app.on('web-contents-created', (_event, contents) => {
    const keep = (event: { preventDefault(): void; url: string }): void => {
      if (!mayStay(event.url, contents)) event.preventDefault();
    };
    contents.on('will-navigate', keep);
    contents.on('will-frame-navigate', keep);
    contents.on('will-redirect', keep);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      const link = outside(url, contents);
      if (link !== null) void shell.openExternal(link);
      return { action: 'deny' };
    });
  });
}
