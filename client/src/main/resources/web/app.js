// What the page knows, and what it can do. Screens read from here and call these functions; nobody else changes it.

import { Wire } from './wire.js';
import { forgetToken, keepToken, recall, remember, tabToken } from './memory.js';
import { known, t, why } from './text.js';
import * as News from './news.js';
import { noteSeed } from './past.js';
import { sound } from './sound.js';

/** Where the page was loaded from: everything is below it, also behind a proxy that adds a path. */
export const ROOT = new URL('.', document.baseURI).href;
const NOTICE_MILLIS = 6_000;
const MOST_CHAT = 200;

export const app = {
  wire: null,
  link: { kind: 'none' },
  name: recall('name') ?? '',
  screen: 'home',
  rooms: null,
  described: {},
  invited: invitation(),
  password: null,
  chat: [],
  spectators: {},
  notices: [],
  problem: '',
  memo: {},
  past: null,
};

let redraw = () => {};
let drawing = false;

/** Everything that changes what is shown ends here; many changes are one drawing. */
export function changed() {
  if (!drawing) {
    drawing = true;
    queueMicrotask(() => {
      drawing = false;
      redraw();
    });
  }
}

/** Tells who draws; a tab that is being reloaded goes on by itself. */
export function begin(draw) {
  redraw = draw;
  document.querySelector('base').href = ROOT; // addresses change below, what they are relative to does not
  if (tabToken()) {
    connect(app.name || 'Guest');
  }
  addEventListener('online', () => app.wire?.nudge());
  addEventListener('pageshow', () => app.wire?.nudge());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && app.wire?.nudge());
  changed();
}

function invitation() {
  return /\/r\/([0-9A-Za-z]{1,16})$/.exec(location.pathname)?.[1].toUpperCase() ?? null;
}

/** For those who look: short, and gone by itself. `urgent` is for what went wrong. */
export function notice(text, urgent = false) {
  const one = { text, urgent, key: `notice${++noticed}` };
  app.notices = [...app.notices.filter(each => each.text !== text).slice(-2), one];
  setTimeout(() => hush(one), NOTICE_MILLIS);
  changed();
}
let noticed = 0;

export function hush(one) {
  app.notices = app.notices.filter(each => each !== one);
  changed();
}

/** For those who listen. */
export function say(text) {
  document.getElementById('said').textContent = text;
}

// ---------------------------------------------------------------- the session

export function comeIn(name) {
  const cleaned = name.trim().normalize('NFC');
  if (cleaned) {
    app.name = cleaned;
    remember('name', cleaned);
    connect(cleaned);
  }
}

export function connect(name) {
  app.wire?.stop();
  const url = new URL('ws', ROOT);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  app.problem = '';
  app.wire = new Wire({ url: url.href, name, token: tabToken(), events: EVENTS });
  app.link = app.wire.state;
  app.wire.start();
  changed();
}

/** Someone else comes to this tab: the session ends with its place. */
export function signOut() {
  const wire = app.wire;
  app.wire = null;
  app.link = { kind: 'none' };
  forgetToken();
  wire?.stop();
  changed();
}

const EVENTS = {
  state(state) {
    const before = app.link.kind;
    app.link = state;
    if (['badMessage', 'badToken'].includes(state.code)) { // of a name, or of what this tab had kept
      forgetToken();
      app.problem = state.message || why(state);
      app.wire = null;
      app.link = { kind: 'none' };
    }
    if (state.kind === 'lost' && before === 'open') {
      say(t('link.lost'));
    } else if (state.kind === 'open' && before === 'lost') {
      notice(t('link.back'));
      say(t('link.back'));
    }
    changed();
  },
  welcome(message) {
    app.name = message.player.name;
    keepToken(message.token);
    if (!message.room) {
      const code = app.invited;
      app.invited = null;
      if (code) {
        join(code);
      }
      watchRooms();
    }
    changed();
  },
  room(message) {
    const elsewhere = app.code !== message.doc.code;
    app.code = message.doc.code;
    app.chat = message.chat;
    app.password = null;
    app.invited = null;
    app.screen = 'home';
    if (elsewhere) {
      app.memo = {};
      app.spectators = {};
      showAddress(`r/${message.doc.code}`);
      app.wire.request('list', { watch: false }).catch(() => {});
      describe(message.doc.game);
      News.entered(app);
    }
    News.seen(app, []);
    changed();
  },
  patch(message) {
    noteSeed(app.wire.doc.match, message.events ?? []);
    if (app.code !== app.wire.doc.code) { // it was made private, and its old code leads nowhere
      app.code = app.wire.doc.code;
      showAddress(`r/${app.code}`);
    }
    News.seen(app, message.events ?? []);
    changed();
  },
  chat(message) {
    if (message.n > (app.chat.at(-1)?.n ?? 0)) {
      app.chat = [...app.chat, message].slice(-MOST_CHAT);
      sound('talk');
    }
    changed();
  },
  spectators(message) {
    app.spectators = message.spectators;
    changed();
  },
  rooms(message) {
    app.rooms = message.rooms;
    changed();
  },
  left(reason) {
    app.code = null;
    app.memo = {};
    notice(t(`left.${reason}`));
    say(t(`left.${reason}`));
    showAddress('');
    watchRooms();
    changed();
  },
};

function showAddress(path) {
  if (!app.past) { // that has an address of its own
    history.replaceState(null, '', ROOT + path);
  }
}

function watchRooms() {
  ask('list', { watch: true });
}

// ---------------------------------------------------------------- what one can do

/** Asks the server; what it refuses is shown. Gives the answer, or undefined. */
export async function ask(type, members) {
  try {
    return await app.wire.request(type, members);
  } catch (refusal) {
    notice(why(refusal), true);
    say(why(refusal));
    return undefined;
  }
}

export async function act(action, rev) {
  try {
    await app.wire.act(action, rev);
    return true;
  } catch (refusal) {
    notice(why(refusal), true);
    say(why(refusal));
    return false;
  }
}

/** The game's texts and schemas, asked for once. */
export function describe(game) {
  if (!app.described[game]) {
    app.described[game] = { id: game, bots: [] };
    app.wire.request('describe', { game }).then(answer => {
      app.described[game] = answer;
      changed();
    }, () => {
      delete app.described[game];
    });
  }
  return app.described[game];
}

export async function join(code, more = {}) {
  try {
    await app.wire.request('join', { room: code.trim().toUpperCase(), ...more });
  } catch (refusal) {
    if (refusal.code === 'wrongPassword') {
      app.password = { code, more, again: more.password !== undefined };
    } else if (['roomFull', 'alreadyPlaying'].includes(refusal.code) && !more.spectate) {
      await join(code, { ...more, spectate: true }); // there is no seat, but one may look on
      if (app.wire.doc) {
        notice(t(`watch.${refusal.code}`));
        say(t(`watch.${refusal.code}`));
      }
      return;
    } else {
      app.password = null;
    }
    if (refusal.code !== 'wrongPassword' || more.password !== undefined) {
      notice(why(refusal), true);
      say(why(refusal));
    }
    changed();
  }
}

export function show(screen) {
  app.screen = screen;
  changed();
}

/** What a game's drawing may know and do. */
export function table() {
  const { wire } = app;
  const doc = wire.doc;
  const seat = wire.seat();
  const playing = doc.phase === 'playing';
  const memo = app.memo[doc.match] ??= {};
  return {
    doc, seat, playing, memo, act, changed,
    steer: action => wire.act(action).catch(() => {}),
    view: doc.view,
    me: doc.me,
    rev: wire.rev,
    game: app.described[doc.game] ?? { id: doc.game },
    mayAct: playing && seat !== undefined && app.link.kind === 'open' && (!doc.turn || doc.turn.includes(seat)),
    name: each => doc.seats[each]?.name ?? t('room.seat', { seat: Number(each) + 1 }),
    events: app.latest?.match === doc.match ? app.latest : { events: [], rev: 0 },
  };
}

export const reasonText = reason => known(`reason.${reason}`, reason);
