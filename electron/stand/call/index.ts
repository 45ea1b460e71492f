/** The service of video calls: rooms by application, the sockets of both sides, and the check of the line. */
export { type CallRooms, createCallRooms } from './call-rooms.ts';
export { citizenLine } from './citizen-line.ts';
export { deskLine } from './desk-line.ts';
export { lineCheckRoutes } from './line-check.ts';
