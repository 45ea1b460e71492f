/** The browser the Chromium shell and the end-to-end tests use: the installed one, or one installed now. */
import { failure, type Result, success } from '../../shared/util/result.ts';
import { type Browser, findBrowser } from './find-browser.ts';
import { howToInstall, installBrowser } from './install-browser.ts';

/** The failure is a sentence for people, with what to do. */
export async function provideBrowser(): Promise<Result<Browser, string>> {
  const present = findBrowser();
  if (present !== null) return success(present);
  const installed = await installBrowser();
  if (!installed.ok) return installed;
  const fresh = findBrowser();
  return fresh === null ? failure(howToInstall()) : success(fresh);
}
