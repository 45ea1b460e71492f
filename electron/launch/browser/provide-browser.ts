/** The browser the Chromium shell and the end-to-end tests use: the installed one, or one installed now. */
import { failure, type Result, success } from '../../../shared/util/result.ts';
import { type Browser, findBrowser, type Machine, thisMachine } from './find-browser.ts';
import { howToInstall, installBrowser } from './install-browser.ts';

/** The failure is a sentence for people, with what to do. */
export async function provideBrowser(machine: Machine = thisMachine, install = installBrowser): Promise<Result<Browser, string>> {
  const present = findBrowser(machine);
  if (present !== null) return success(present);
  const named = machine.env.TEKSER_BROWSER;
  // Who names one does not want another.
  if (named !== undefined) return failure(`TEKSER_BROWSER names ${named}, which cannot be run. Correct it, or leave it out.`);
  const installed = await install();
  if (!installed.ok) return installed;
  const fresh = findBrowser(machine);
  return fresh === null ? failure(howToInstall(machine.platform)) : success(fresh);
}
