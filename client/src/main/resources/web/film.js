// A match that is over, as the server shows it: lines of patches, kept as they came, and the whole document every few
// steps. So a step back costs a few patches, and a long match does not cost a document for each tick. Knows nothing of
// the page.

import { merged } from './patch.js';

/** From one whole document to the next. */
const KEY_STEPS = 64;
/** What is done in a turn may come within no time, and wait for minutes: neither is good to look at. */
const SHORTEST_TURN_MILLIS = 700;
const LONGEST_MILLIS = 1_500;

export class Film {
  /** `head`: the first line. */
  constructor(head) {
    this.head = head;
    this.lines = [];
    this.keys = [];
    this.revs = [];
    this.shownAt = [];
    this.matchAt = [];
    this.hidden = false;
    this.end = null;
    this.latest = null;
  }

  get length() {
    return this.lines.length;
  }

  get last() {
    return this.lines.length - 1;
  }

  /** One more step; gives the frame that it leads to. */
  add(text) {
    const line = JSON.parse(text);
    const i = this.lines.length;
    const frame = next(this.latest, line, i);
    this.lines.push(text);
    if (i % KEY_STEPS === 0) {
      this.keys.push(frame);
    }
    this.revs.push(line.rev);
    this.matchAt.push(line.at);
    this.shownAt.push(i === 0 ? 0 : this.shownAt[i - 1] + this.pause(line.at - this.matchAt[i - 1]));
    this.hidden ||= line.mes !== undefined;
    this.latest = frame;
    return frame;
  }

  pause(millis) {
    return Math.min(LONGEST_MILLIS, Math.max(this.head.tickRate > 0 ? 0 : SHORTEST_TURN_MILLIS, millis));
  }

  /** All lines are here; from now on frames are looked for. */
  close(end) {
    this.end = end;
    this.latest = null;
    this.held = this.keys[0];
  }

  /** The frame after step `i`: {i, doc, mes, events}. */
  frame(i) {
    const key = this.keys[Math.floor(i / KEY_STEPS)];
    let frame = this.held.i <= i && this.held.i >= key.i ? this.held : key;
    while (frame.i < i) {
      frame = next(frame, JSON.parse(this.lines[frame.i + 1]), frame.i + 1);
    }
    this.held = frame;
    return frame;
  }

  /** The last step that is shown by then, in milliseconds of the show. */
  stepAt(millis) {
    return Math.max(0, lastNotAbove(this.shownAt, millis));
  }

  /** The step of that revision, or the last one before it. */
  stepOf(rev) {
    return Math.max(0, lastNotAbove(this.revs, rev));
  }
}

function next(frame, line, i) {
  return {
    i,
    doc: line.doc ?? merged(frame.doc, line.patch),
    mes: line.mes ? merged(frame?.mes ?? {}, line.mes) : frame?.mes ?? {},
    events: line.events ?? [],
  };
}

function lastNotAbove(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

/**
 * Reads a film from the lines of `body`, a stream of bytes. `added(frame, before)` is told of each step, so that what
 * is to be known of all of them costs no second look.
 */
export async function develop(body, added) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let film = null;
  let before = null;
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      if (!film) {
        film = new Film(JSON.parse(line));
      } else if (line.startsWith('{"end":')) {
        film.close(JSON.parse(line));
      } else {
        const frame = film.add(line);
        added(film, frame, before);
        before = frame;
      }
    }
  }
  if (!film?.end) {
    throw new Error('the film was cut off');
  }
  return film;
}
