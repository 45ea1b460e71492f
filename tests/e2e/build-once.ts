/** Builds what the windows show before any worker starts: a build begun by one would take the page away under the other's desk. */
import { provideCitizenPage, provideElectronShell, provideRenderer } from '../../electron/launch/bundles/build-bundles.ts';
import { electronMissing } from './shells/running-desk.ts';

export default async function buildOnce(): Promise<void> {
  if (!(await provideRenderer())) throw new Error('the renderer could not be built');
  if (!(await provideCitizenPage())) throw new Error('the page of the citizens could not be built');
  if (electronMissing() === null && !(await provideElectronShell())) throw new Error('the Electron shell could not be built');
}
