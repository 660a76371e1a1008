// The page begins here: it draws the one screen that fits what is known.

import { app, begin } from './app.js';
import { h, render } from './view.js';
import { currentLanguage, t } from './text.js';
import { banner, frame } from './screens/frame.js';
import { nameScreen } from './screens/name.js';
import { homeScreen } from './screens/home.js';
import { createScreen } from './screens/create.js';
import { roomScreen } from './screens/room.js';

function screen() {
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
  document.documentElement.lang = currentLanguage();
  document.title = title();
  render(document.getElementById('page'), frame(banner(), screen()));
}

function title() {
  const doc = app.wire?.doc;
  if (!doc) {
    return t('app.title');
  }
  const mine = app.wire.seat();
  const turn = doc.phase === 'playing' && mine !== undefined && doc.turn?.includes(mine);
  return `${turn ? `${t('turn.yours')} · ` : ''}${doc.code} · ${t('app.title')}`;
}

begin(draw);
setInterval(() => app.wire?.doc?.clock && draw(), 500);
