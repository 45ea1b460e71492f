/** Installs the policies of the house on an Electron session: bundle, requests, permissions, downloads. */
import type { Session } from 'electron';
import { answerFromBundle } from '../adapters/files/bundle-files.ts';
import type { AppOrigin } from '../security/app-origin.ts';
import { mayNavigatePhone, mayRequest } from '../security/navigation-policy.ts';
import { type DeskMedia, mayUse } from '../security/permission-policy.ts';
import { mayLookFor } from '../security/scanner-policy.ts';
import { mayAskForScreen } from '../security/screen-policy.ts';
import { installScannerAccess, type ScannerAccess } from './scanner-access.ts';
import { installScreenAccess, type ScreenAccess } from './screen-access.ts';

export interface DeskPolicies extends Pick<ScannerAccess, 'chosenPorts' | 'pick'>, Pick<ScreenAccess, 'offersScreen' | 'pickScreen'> {
  origin: AppOrigin;
  bundleDirectory: string;
  deskMedia(): DeskMedia;
  /** Asks the operating system's own consent to these devices, where it has one (macOS). */
  deviceConsent(mediaTypes: readonly string[]): Promise<boolean>;
  /** Pages of the program itself that only a developer sees. */
  devTools: boolean;
}

export function installDeskPolicies(session: Session, policies: DeskPolicies): void {
  const { origin, bundleDirectory, offersScreen, deskMedia, deviceConsent, devTools } = policies;
  // Whoever is granted a camera is at the desk.
  const operatorPresent = (): boolean => deskMedia() !== 'nothing';

  session.protocol.handle(origin.protocol.slice(0, -1), async (request) => {
    const { status, headers, body } = await answerFromBundle(request, { origin, directory: bundleDirectory, offersScreen });
    return new Response(body, { status, headers });
  });

  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !(mayRequest(url, origin) || (devTools && url.startsWith('devtools://'))) });
  });

  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const asked = { frame: details.isMainFrame ? 'top' : 'inner', address: details.requestingUrl } as const;
    // Who of the screen is shown what, the operator is asked by the handler of the screen.
    if (permission === 'display-capture') {
      return decide(mayAskForScreen({ ...asked, sound: mediaTypes.includes('audio') }, origin, offersScreen, operatorPresent()));
    }
    if (!mayUse({ permission, mediaTypes, ...asked }, origin, deskMedia())) return decide(false);
    deviceConsent(mediaTypes).then(decide, () => decide(false));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    mayLookFor(permission, details.requestingUrl ?? requestingOrigin, origin, operatorPresent()) ||
    mayUse(
      {
        permission,
        mediaTypes: details.mediaType === undefined ? [] : [details.mediaType],
        frame: details.isMainFrame ? 'top' : 'inner',
        address: details.requestingUrl ?? requestingOrigin,
      },
      origin,
      deskMedia(),
    ),
  );
  installScannerAccess(session, { ...policies, operatorPresent });
  installScreenAccess(session, { ...policies, operatorPresent });
  refuseTheRest(session);
}

/** The citizen's phone is a page of the stand: it stays there and is granted nothing. */
export function installPhonePolicies(session: Session, phoneAddress: string): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayNavigatePhone(url, phoneAddress) }));
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  refuseTheRest(session);
}

function refuseTheRest(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
  // Otherwise Chromium would fetch a dictionary from outside for every language of the desk.
  session.setSpellCheckerEnabled(false);
}
