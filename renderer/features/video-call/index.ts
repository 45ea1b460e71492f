/** A video call between a citizen's page and an operator's desk: the citizen's side whole, and the pieces the desk's screen is made of. */
export { Chat, type SaidLine } from './chat/Chat.tsx';
export { CheckPanel } from './check/CheckPanel.tsx';
export { mayCall } from './check/grades.ts';
export { useMediaCheck } from './check/use-media-check.ts';
export { DevicesDialog } from './devices/DevicesDialog.tsx';
export { DeviceTroubleNotice } from './devices/DeviceTroubleNotice.tsx';
export { stopMedia } from './devices/open-media.ts';
export { useOwnDevices } from './devices/use-own-devices.ts';
export { CitizenCall } from './citizen/CitizenCall.tsx';
export { CALL_TEXTS } from './texts.ts';
export { LiveVideo } from './LiveVideo.tsx';
export { measureMovement } from './movement/measure-movement.ts';
export { type LinkState, openPeerLink, type PeerLink } from './peer/peer-link.ts';
export { type CallRecording, recordCall } from './recording/record-call.ts';
export { takeFrame } from './stills/take-picture.ts';
export { requestStills, type StillRequests } from './stills/still-protocol.ts';
