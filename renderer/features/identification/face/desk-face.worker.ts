/** The face engine of the desk's page, which fetches nothing, not even from itself: its models are in the bundle. */
import { bundledFiles } from './bundled-files.ts';
import { serveFace } from './serve-face.ts';

serveFace(bundledFiles());
