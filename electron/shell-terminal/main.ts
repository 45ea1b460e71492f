/** The process of `tekser`. */
import { runTekser } from './run-tekser.ts';

// A reader that closes the pipe early (`tekser journal list | head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runTekser(process.argv.slice(2), process, process.env);
