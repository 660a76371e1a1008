// What happened, in words for those who listen, and kept for those who draw it. Compares the room as it was with the
// room as it is.

import { known, t } from './text.js';
import { say } from './app.js';
import { tellingOf } from './games/index.js';
import { sound } from './sound.js';

let before = null;

/** A room is new here: there is nothing to compare it with. */
export function entered(app) {
  before = app.wire.doc;
}

/** The document has changed; `events` are the game's own. */
export function seen(app, events) {
  const doc = app.wire.doc;
  app.latest = { match: doc.match, rev: app.wire.rev, events };
  const sentences = told(before && before.code === doc.code ? before : null, doc, events, app.wire.seat());
  heard(before, doc, events, app.wire.seat());
  before = doc;
  if (sentences.length > 0) {
    say(sentences.join(' '));
  }
}

/** What led from `was` to `is`, in sentences for who sits on the seat `mine`. */
export function told(was, is, events, mine) {
  const name = seat => is.seats[seat]?.name ?? was?.seats[seat]?.name ?? '';
  const tell = tellingOf(is.game);
  return [...(was ? [...people(was, is), ...course(mine, was, is)] : []),
    ...events.map(event => tell(event, { name, doc: is, seat: mine })).filter(Boolean)];
}

/** What has led from `was` to `is`, for the ear of who sits on the seat `mine`. */
function heard(was, is, events, mine) {
  if (was?.code !== is.code) {
    return;
  }
  const turned = mine !== undefined && is.turn?.includes(mine) && !was.turn?.includes(mine);
  if (is.phase === 'over' && was.phase === 'playing') {
    sound('over');
  } else if (turned) {
    sound('turn');
  } else if (events.length > 0) {
    sound('move');
  }
}

function people(was, is) {
  const sentences = [];
  for (const seat of new Set([...Object.keys(was.seats), ...Object.keys(is.seats)])) {
    const old = was.seats[seat];
    const now = is.seats[seat];
    if (now && now.id !== old?.id) {
      sentences.push(t('said.joined', { name: now.name }));
    } else if (old && !now) {
      sentences.push(t('said.gone', { name: old.name }));
    } else if (old && old.connected !== now.connected) {
      sentences.push(t(now.connected ? 'said.back' : 'said.lost', { name: now.name }));
    }
  }
  return sentences;
}

function course(mine, was, is) {
  if (is.phase === 'playing' && was.phase !== 'playing') {
    return [t('said.started'), ...turn(is, mine)];
  }
  if (is.phase === 'over' && was.phase !== 'over') {
    return [closed(outcome(is, mine)), known(`reason.${is.result.reason}`, is.result.reason)];
  }
  return is.turn && was.turn?.join() !== is.turn.join() ? turn(is, mine) : [];
}

function turn(doc, mine) {
  return doc.turn?.includes(mine) && mine !== undefined ? [t('turn.yours')] : [];
}

/** As a sentence that another follows. */
export const closed = sentence => /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;

/** Who won, in one sentence. */
export function outcome(doc, mine) {
  const ranks = doc.result.ranks;
  const first = Object.keys(ranks).filter(seat => ranks[seat] === 1);
  if (first.length !== 1) {
    return t('over.draw');
  }
  return Number(first[0]) === mine ? t('over.youWin')
    : t('over.wins', { name: doc.seats[first[0]]?.name ?? t('room.seat', { seat: Number(first[0]) + 1 }) });
}
