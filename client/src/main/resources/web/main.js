// The page begins here: it draws the one screen that fits what is known.

import { app, begin as start } from './app.js';
import { h, render } from './view.js';
import { currentLanguage, t } from './text.js';
import { banner, frame } from './screens/frame.js';
import { nameScreen } from './screens/name.js';
import { homeScreen } from './screens/home.js';
import { createScreen } from './screens/create.js';
import { roomScreen } from './screens/room.js';
import { beginPast, mindRoom } from './past.js';
import { historyScreen } from './screens/history.js';
import { replayScreen, replayTitle } from './screens/replay.js';

function screen() {
  if (app.past) {
    return app.past.kind === 'list' ? historyScreen(app.past) : replayScreen(app.past);
  }
  if (!app.wire) {
    return nameScreen();
  }
  if (app.link.kind === 'ended') {
    return [];
  }
  if (app.wire.doc) {
    return roomScreen();
  }
  if (!app.wire.player) {
    return h('p', { class: 'quiet', key: 'wait' }, t('link.connecting'));
  }
  return app.screen === 'create' ? createScreen() : homeScreen();
}

function draw() {
  mindRoom();
  document.documentElement.lang = currentLanguage();
  document.title = title();
  homeless ||= document.activeElement !== document.body;
  render(document.getElementById('page'), frame(banner(), screen()));
  homeless = homeless && document.activeElement === document.body && !begin();
}
let homeless = false;

/** What had the focus has gone: a keyboard and a screen reader go on at the beginning of what is there now, if it has one yet. */
function begin() {
  const title = document.querySelector('main h1');
  title?.setAttribute('tabindex', '-1');
  title?.focus({ preventScroll: true });
  return Boolean(title);
}

function title() {
  const doc = app.wire?.doc;
  if (app.past) {
    return `${app.past.kind === 'list' ? t('past.title') : replayTitle(app.past)} · ${t('app.title')}`;
  }
  if (!doc) {
    return t('app.title');
  }
  const mine = app.wire.seat();
  const turn = doc.phase === 'playing' && mine !== undefined && doc.turn?.includes(mine);
  return `${turn ? `${t('turn.yours')} · ` : ''}${doc.code} · ${t('app.title')}`;
}

beginPast();
start(draw);
setInterval(() => app.wire?.doc?.clock && draw(), 500);
