/** How large a signed file the desk takes; larger ones are judged by `tekser verify`, which reads them as a stream. */
export const SIGNED_FILE_MAX_BYTES = 32 * 1024 * 1024;
