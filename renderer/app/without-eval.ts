/**
 * Keeps zod from compiling its parsers with `new Function`: the page's policy forbids it, and the mere attempt is reported
 * as a violation. Must be imported before any schema is made.
 */
import { z } from 'zod';

z.config({ jitless: true });
