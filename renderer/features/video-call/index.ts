/** A video call between a citizen's page and an operator's desk: the citizen's side whole, and the pieces the desk's screen is made of. */
export { Chat, type SaidLine } from './chat/Chat.tsx';
export { CheckPanel } from './check/CheckPanel.tsx';
export { mayCall } from './check/grades.ts';
export { type ChosenDevices, stopMedia } from './check/open-media.ts';
export { useMediaCheck } from './check/use-media-check.ts';
export { CitizenCall, type CitizenCallProps } from './citizen/CitizenCall.tsx';
export { LiveVideo } from './LiveVideo.tsx';
export { measureMovement } from './movement/measure-movement.ts';
export { type LinkState, openPeerLink, type PeerLink } from './peer/peer-link.ts';
export { type CallRecording, recordCall } from './recording/record-call.ts';
export { takeFrame } from './stills/take-picture.ts';
export { requestStills, type StillRequests } from './stills/still-protocol.ts';
