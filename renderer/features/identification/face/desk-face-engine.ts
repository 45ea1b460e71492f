/** The face engine for the desk's page: in a worker of its bundle, started as the page's policy allows. */
// oxlint-disable-next-line import/default -- Vite makes this module: its default is the address of the built worker
import deskWorkerUrl from './desk-face.worker.ts?worker&url';
import type { Result } from '../../../../shared/util/result.ts';
import { trustedWorkerUrl } from '../../../workers/trusted-worker-url.ts';
import { type EngineFailure, type FaceEngine, openEngineOf } from './face-engine.ts';

export const openDeskFaceEngine = (): Promise<Result<FaceEngine, EngineFailure>> => openEngineOf(new Worker(trustedWorkerUrl(deskWorkerUrl), { type: 'module', name: 'desk-face' }));
