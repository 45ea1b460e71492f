/** Serves the page from the bundle and aborts whatever else a window asks for. */
import type { BrowserContext } from 'playwright-core';
import { answerFromBundle, type ServedBundle } from '../adapters/files/bundle-files.ts';
import { mayNavigatePhone, mayRequest } from '../security/navigation-policy.ts';

/** `aborted` leaves the page where it is; the default error would put the browser's error page in its place. */
const ABORTED = 'aborted';

export async function serveBundleOnly(context: BrowserContext, bundle: ServedBundle): Promise<void> {
  await context.route(
    () => true,
    async (route, request) => {
      if (!mayRequest(request.url(), bundle.origin)) return route.abort(ABORTED);
      const { status, headers, body } = await answerFromBundle({ method: request.method(), url: request.url() }, bundle);
      // A download or an inner page would replace the desk; only the bundle's own files are ever shown.
      if (status !== 200 && request.isNavigationRequest()) return route.abort(ABORTED);
      return route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) });
    },
  );
}

export async function keepPhoneOnStand(context: BrowserContext, phoneAddress: string): Promise<void> {
  await context.route(
    (url) => !mayNavigatePhone(url.href, phoneAddress),
    (route) => route.abort(ABORTED),
  );
}
