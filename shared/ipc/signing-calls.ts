/** The contract's block of signatures for others: the request in front of the person, and the portals' service behind it. */
import { z } from 'zod';
import { FolderAnswer } from '../domain/signing/folder-view.ts';
import { PortalService } from '../domain/signing/portal-service.ts';
import { KeyPlace, OpenKeysAnswer } from '../domain/signing/signing-keys.ts';
import { CallerDecision, SignAnswer, SigningView } from '../domain/signing/signing-request.ts';
import { call, event } from './define-contract.ts';

const Nothing = z.null();
const RequestRef = { requestId: z.string().max(64) };

export const signingCalls = {
  /** The request in front of the person; null where nobody asks. */
  current: call(Nothing, SigningView.nullable()),
  /** What is signed inside a document of the request, for one that is drawn; null where it is too large or gone. */
  documentContent: call(z.strictObject({ ...RequestRef, index: z.int().nonnegative().max(1000) }), z.instanceof(Uint8Array).nullable()),
  decideCaller: call(z.strictObject({ ...RequestRef, decision: CallerDecision }), Nothing),
  /** @param folder null for the folder of last time, or the places to begin from. */
  listFolder: call(z.strictObject({ ...RequestRef, folder: z.string().max(4096).nullable() }), FolderAnswer),
  openKeys: call(z.strictObject({ ...RequestRef, place: KeyPlace, password: z.string().max(256) }), OpenKeysAnswer),
  /** The person has looked and agrees; `keyId` is null where no key is needed. */
  confirm: call(z.strictObject({ ...RequestRef, keyId: z.string().max(128).nullable() }), SignAnswer),
  pickFile: call(z.strictObject({ ...RequestRef, path: z.string().max(4096) }), SignAnswer),
  cancel: call(z.strictObject(RequestRef), Nothing),
  /** Says only that there is something to ask `current` for: what is asked is not for a page nobody has unlocked. */
  changed: event(z.strictObject({ pending: z.boolean() })),
  portals: call(Nothing, PortalService),
  portalsChanged: event(PortalService),
  /** A page asked for the settings of the service. */
  settingsAsked: event(Nothing),
};
