// Small sounds, made here: off until someone asks for them, and then remembered. A browser lets a page be heard only
// after it was touched, so the first touch after a reload wakes it.

import { recall, remember } from './memory.js';

/** Each is notes: hertz, when it begins, how long it is, in seconds. */
const SOUNDS = {
  turn: [[659, 0, 0.12], [880, 0.1, 0.18]],
  move: [[196, 0, 0.09]],
  talk: [[1175, 0, 0.05]],
  over: [[523, 0, 0.16], [659, 0.14, 0.16], [784, 0.28, 0.32]],
};
const LOUDNESS = 0.08;

let on = recall('sound') === 'on';
let context = null;

export const soundIsOn = () => on;

export function switchSound() {
  on = !on;
  remember('sound', on ? 'on' : 'off');
  if (on) {
    wake();
    sound('turn');
  } else {
    context?.close();
    context = null;
  }
}

function wake() {
  if (on && typeof AudioContext === 'function') {
    context ??= new AudioContext();
    context.resume().catch(() => {});
  }
}
for (const touch of ['pointerdown', 'keydown']) {
  document.addEventListener(touch, wake, { passive: true });
}

export function sound(name) {
  if (on && context) {
    SOUNDS[name].forEach(note);
  }
}

function note([hertz, begins, lasts]) {
  const start = context.currentTime + begins;
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.type = 'triangle';
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(LOUDNESS, start);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + lasts);
  tone.connect(volume).connect(context.destination);
  tone.start(start);
  tone.stop(start + lasts);
}
