/** The report of the camera's bench, and how it is shown to a person. */
import type { Spread } from '../statistics.ts';
import { ANSWERS } from './answer-tasks.ts';
import { type ClipKind, CODE_FRAMES } from './clip.ts';
import type { TaskReport } from './task-report.ts';

export interface ClipReport {
  shown: number;
  taken: number;
  /** Seconds into the measurement at which a showing began that was not taken. */
  missedAt: readonly number[];
  frames: Spread;
  cpuShare: number | null;
  tasks: TaskReport;
}

export interface CameraReport {
  at: string;
  load: number;
  seconds: number;
  idleCpuShare: number | null;
  /** Frames of a showing that can be read alone. */
  readSingly: Partial<Record<ClipKind, number>>;
  /** Of the answers with documents. */
  answers: TaskReport;
  clips: Partial<Record<ClipKind, ClipReport>>;
}

const COLUMNS = ['taken', 'frames median', 'frames p95', 'read singly', 'cores', 'tasks > 16 ms', 'longest, ms', 'of it waiting', 'by cpu', 'longest cpu'];

export function printReport({ clips, readSingly, answers, idleCpuShare }: CameraReport): void {
  line('clip', COLUMNS);
  for (const [kind, { shown, taken, frames, cpuShare, tasks }] of Object.entries(clips) as [ClipKind, ClipReport][]) {
    const [median, p95] = taken === 0 ? ['–', '–'] : [frames.median, frames.p95];
    line(kind, [`${taken} of ${shown}`, median, p95, `${readSingly[kind]} of ${CODE_FRAMES}`, cpuShare, ...held(tasks)]);
  }
  line('documents', [ANSWERS, '–', '–', '–', '–', ...held(answers)]);
  console.log(`idle: ${idleCpuShare ?? '–'} of a core`);
}

const held = ({ long, longestMs, waitedPart, longByCpu, longestCpuMs }: TaskReport) => [long, longestMs, `${Math.round(waitedPart * 100)} %`, longByCpu, longestCpuMs];

function line(name: string, figures: readonly (string | number | null)[]): void {
  console.log(name.padEnd(10) + figures.map((figure) => String(figure).padStart(14)).join(''));
}
