/** The face engine of the citizen's page: its models come from beside the page. */
import { serveFace } from './serve-face.ts';
import { filesFromServer } from './verified-fetch.ts';

serveFace(filesFromServer());
