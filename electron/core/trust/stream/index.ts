/** Entrance of the room of streams for other domains: a CMS of any size taken apart while it is read. */
export { type SplitSignedData, splitSignedData } from './split-signed-data.ts';
export { StreamCursor } from './stream-cursor.ts';
export { unarmoured } from './unarmoured-source.ts';
