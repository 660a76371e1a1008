// Matches that are over: which of their screens is open, by the address, and what it knows. Beside the session and its
// room, which go on behind them.

import { app, changed, notice, ROOT, say } from './app.js';
import { develop } from './film.js';
import { currentLanguage, t } from './text.js';
import { noteInTab, notedInTab, tabToken } from './memory.js';
import { told } from './news.js';

const MATCH = /\/m\/([\w-]{1,64})$/;
const LIST = /\/matches$/;
const PAGE_SIZE = 20;
/** A tab that slept does not leap. */
const LONGEST_FRAME_MILLIS = 250;
/** Browsers count how often an address changes. */
const ADDRESS_MILLIS = 300;
const MOST_SEEDS = 20;
export const SPEEDS = [0.5, 1, 2, 5, 20];

/** Looks at the address, now and whenever it changes. */
export function beginPast() {
  readAddress();
  addEventListener('popstate', readAddress);
  addEventListener('hashchange', readAddress);
}

function readAddress() {
  const id = MATCH.exec(location.pathname)?.[1];
  if (id && app.past?.id === id) {
    if (app.past.film) {
      goAddressed(app.past);
    }
  } else if (id) {
    openFilm(id);
  } else if (LIST.test(location.pathname)) {
    openList('');
  } else {
    close();
  }
}

export function showMatches() {
  history.pushState(null, '', `${ROOT}matches`);
  openList('');
}

export function showMatch(id) {
  history.pushState(null, '', `${ROOT}m/${id}`);
  openFilm(id);
}

/** Back to the room, or to where rooms are found. */
export function leavePast() {
  history.pushState(null, '', ROOT + (app.code ? `r/${app.code}` : ''));
  close();
}

function close() {
  app.past?.stop.abort();
  app.past = null;
  changed();
}

function open(past) {
  app.past?.stop.abort();
  app.past = { stop: new AbortController(), problem: '', ...past };
  changed();
  return app.past;
}

/** A match that begins in one's room is not missed for one that is over. */
export function mindRoom() {
  const doc = app.wire?.doc;
  if (!app.past || !doc) {
    return;
  }
  const now = doc.phase === 'playing' ? doc.match : null;
  app.past.during ??= now ?? 'none';
  if (now && now !== app.past.during && app.wire.seat() !== undefined) {
    leavePast();
    notice(t('past.begins'));
  }
}

/** What `started` showed when a match began, so that it can be held against the seed when it is over. */
export function noteSeed(match, events) {
  const hash = events.find(event => event.type === 'started')?.seedHash;
  if (hash) {
    const noted = Object.entries({ ...notedInTab('seeds'), [match]: hash }).slice(-MOST_SEEDS);
    noteInTab('seeds', Object.fromEntries(noted));
  }
}

export const notedSeed = match => notedInTab('seeds')?.[match];

/** As whoever this tab is. */
export async function get(path, signal) {
  const token = tabToken();
  const answer = await fetch(new URL(`api/matches${path}`, ROOT), {
    signal, headers: token ? { authorization: `Bearer ${token}` } : {},
  });
  if (!answer.ok) {
    throw Object.assign(new Error(await answer.text()), { status: answer.status });
  }
  return answer;
}

/** Carries out `task` for the screen `past`; what goes wrong is shown there, unless it was left meanwhile. */
async function quietly(past, task) {
  try {
    await task();
  } catch (problem) {
    if (app.past === past) {
      past.problem = [404, 410, 503, 507].includes(problem.status) ? `past.problem${problem.status}` : 'past.problem';
      say(t(past.problem));
    }
  }
  changed();
}

// ---------------------------------------------------------------- the list

export function openList(game) {
  const list = open({ kind: 'list', game, matches: [], next: undefined, loading: false });
  more(list);
}

export function more(list) {
  list.loading = true;
  changed();
  quietly(list, async () => {
    const query = new URLSearchParams({ limit: PAGE_SIZE });
    if (list.game) {
      query.set('game', list.game);
    }
    if (list.next !== undefined) {
      query.set('before', list.next);
    }
    const page = await (await get(`?${query}`, list.stop.signal)).json();
    list.matches = [...list.matches, ...page.matches];
    list.next = page.next;
  }).finally(() => {
    list.loading = false;
    changed();
  });
}

// ---------------------------------------------------------------- the film

function openFilm(id) {
  const show = open({ kind: 'film', id, film: null, i: 0, playing: false, speed: 1, seat: undefined, stepped: false,
    memo: {}, told: [] });
  quietly(show, async () => {
    const answer = await get(`/${id}/shown`, show.stop.signal);
    show.language = currentLanguage();
    const film = await develop(answer.body, (each, frame, before) => tellStep(show, each, frame, before));
    if (app.past === show) {
      show.film = film;
      goAddressed(show);
    }
  });
}

function tellStep(show, film, frame, before) {
  const sentences = before ? told(before.doc, frame.doc, frame.events) : [t('said.started')];
  if (sentences.length > 0) {
    show.told.push({ i: frame.i, at: film.matchAt[frame.i], text: sentences.join(' ') });
  }
}

/** What happened, in the language of now. */
export function toldOf(show) {
  if (show.language !== currentLanguage()) {
    show.language = currentLanguage();
    show.told = [];
    let before = null;
    for (let i = 0; i < show.film.length; i++) {
      const frame = show.film.frame(i);
      tellStep(show, show.film, frame, before);
      before = frame;
    }
  }
  return show.told;
}

/** The address names a revision, and the seat that one looks with. */
function goAddressed(show) {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const rev = Number(wanted.get('rev'));
  const seat = Number(wanted.get('seat') ?? NaN);
  show.seat = show.film.head.match.players[seat] ? seat : undefined;
  show.playing = false;
  move(show, rev > 0 ? show.film.stepOf(rev) : 0, false);
}

/** Of the moment that is shown, for someone else. */
export function link(show) {
  const at = new URLSearchParams({ rev: show.film.revs[show.i] });
  if (show.seat !== undefined) {
    at.set('seat', show.seat);
  }
  return `${ROOT}m/${show.id}#${at}`;
}

function move(show, i, stepped) {
  const to = Math.min(Math.max(0, i), Math.max(0, show.film.last));
  show.stepped = stepped && to === show.i + 1;
  show.i = to;
  show.at = show.film.shownAt[to] ?? 0;
  if (!show.playing) {
    clearTimeout(show.address);
    show.address = setTimeout(() => {
      if (app.past === show && !show.playing && show.film.length > 0) {
        history.replaceState(null, '', link(show));
      }
    }, ADDRESS_MILLIS);
  }
  changed();
}

/** Goes there and stays there. */
export function go(show, i) {
  show.playing = false;
  move(show, i, true);
  say(toldOf(show).findLast(each => each.i === show.i)?.text ?? '');
}

export function look(show, seat) {
  show.seat = seat;
  move(show, show.i, false);
}

export function setSpeed(show, speed) {
  show.speed = speed;
  changed();
}

export function playOrPause(show) {
  if (show.playing) {
    show.playing = false;
    move(show, show.i, false);
    return;
  }
  if (show.i >= show.film.last) {
    move(show, 0, false);
  }
  show.playing = true;
  show.tickedAt = performance.now();
  requestAnimationFrame(now => tick(show, now));
  changed();
}

function tick(show, now) {
  if (app.past !== show || !show.playing) {
    return;
  }
  const at = show.at + Math.min(LONGEST_FRAME_MILLIS, Math.max(0, now - show.tickedAt)) * show.speed;
  show.tickedAt = now;
  const to = show.film.stepAt(at);
  if (to >= show.film.last) {
    show.playing = false;
  }
  if (to !== show.i) {
    move(show, to, true);
  }
  show.at = at;
  if (show.playing) {
    requestAnimationFrame(later => tick(show, later));
  } else {
    say(toldOf(show).at(-1)?.text ?? '');
  }
}
