/** Camera, microphone and speaker as somebody chose them for calls; null where nobody chose, and the system's own is used. */
import { z } from 'zod';

/** A browser's name for a device: drawn for this page, the same at its next visit. */
const DeviceId = z.string().min(1).max(256).nullable();

export const CallDevices = z.strictObject({ camera: DeviceId, microphone: DeviceId, speaker: DeviceId });
export type CallDevices = z.infer<typeof CallDevices>;

export const NOTHING_CHOSEN: CallDevices = { camera: null, microphone: null, speaker: null };
