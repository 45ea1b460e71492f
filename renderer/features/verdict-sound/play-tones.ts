/** Plays tones with Web Audio: no sound files, nothing to load when it matters. */
import type { Tone } from './verdict-tones.ts';

const LOUDNESS = 0.18;
/** A gain that jumps is heard as a click. */
const RAMP = 0.012;

let context: AudioContext | null = null;

export function playTones(tones: readonly Tone[]): void {
  context ??= new AudioContext();
  // Browsers start a context suspended until the first click or key; by the first verdict there has been one.
  if (context.state === 'suspended') void context.resume();
  const start = context.currentTime + RAMP;
  for (const tone of tones) playTone(context, tone, start);
}

function playTone(audio: AudioContext, { pitch, from, length, wave }: Tone, start: number): void {
  const oscillator = new OscillatorNode(audio, { frequency: pitch, type: wave });
  const gain = new GainNode(audio, { gain: 0 });
  oscillator.connect(gain).connect(audio.destination);
  const begin = start + from;
  const end = begin + length;
  gain.gain.setValueAtTime(0, begin);
  gain.gain.linearRampToValueAtTime(LOUDNESS, begin + RAMP);
  gain.gain.setValueAtTime(LOUDNESS, end - RAMP);
  gain.gain.linearRampToValueAtTime(0, end);
  oscillator.start(begin);
  oscillator.stop(end);
}
