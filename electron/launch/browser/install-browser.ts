/** Installs Chromium where the machine lets us, and otherwise says what to install. */
import { failure, type Result, success } from '../../../shared/util/result.ts';
import { installPackages } from '../machine/install-packages.ts';

const HOW_TO: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'Install one: on Debian or Ubuntu "sudo apt-get install chromium", on Fedora "sudo dnf install chromium".',
  darwin: 'Install Google Chrome from https://www.google.com/chrome or run "brew install --cask chromium".',
  win32: 'Install Microsoft Edge or Google Chrome.',
};

export const howToInstall = (platform: NodeJS.Platform = process.platform): string =>
  `No Chromium, Chrome or Edge is installed. ${HOW_TO[platform] ?? HOW_TO.linux} ` +
  'If yours is in an unusual place, name it in the environment variable TEKSER_BROWSER.';

export async function installBrowser(): Promise<Result<null, string>> {
  const installation = await installPackages(['chromium'], 'the window');
  if (installation === 'installed') return success(null);
  return failure(installation === 'failed' ? `apt-get could not install chromium. ${howToInstall()}` : howToInstall());
}
