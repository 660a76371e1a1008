// What stands around every screen: the head with the language, the state of the connection, and notices.

import { app, changed, connect, hush, signOut } from '../app.js';
import { h } from '../view.js';
import { currentLanguage, LANGUAGES, speak, t, why } from '../text.js';
import { forgetToken } from '../memory.js';
import { soundIsOn, switchSound } from '../sound.js';

export function frame(banner, screen) {
  return [
    h('header', { class: 'head', key: 'head' },
      h('span', { class: 'brand' }, h('span', { class: 'mark', 'aria-hidden': 'true' }), t('app.title')),
      h('span', { class: 'grow' }),
      app.wire?.player && h('bdi', { class: 'who', key: 'who' }, app.name),
      app.wire && !app.wire.doc && h('button', { class: 'plain', key: 'out', onclick: signOut }, t('app.signOut')),
      h('button', { class: 'plain sound', key: 'sound', id: 'sound', 'aria-pressed': String(soundIsOn()),
        'aria-label': t('app.sound'), title: t('app.sound'), onclick: () => {
          switchSound();
          changed();
        } }, h('span', { class: `icon ${soundIsOn() ? 'heard' : 'mute'}`, 'aria-hidden': 'true' })),
      languages()),
    banner,
    h('main', { key: 'main', id: 'main' }, screen),
    h('aside', { class: 'notices', key: 'notices', 'aria-label': t('app.notices') }, app.notices.map(one =>
      h('div', { class: `notice ${one.urgent ? 'urgent' : ''}`, key: one.key },
        h('span', { dir: 'auto' }, one.text),
        h('button', { class: 'plain', 'aria-label': t('common.close'), onclick: () => hush(one) }, '×')))),
  ];
}

function languages() {
  return h('label', { class: 'language', key: 'language' },
    h('span', { class: 'hidden' }, t('app.language')),
    h('select', {
      onchange: event => {
        speak(event.target.value);
        changed();
      },
    }, Object.entries(LANGUAGES).map(([code, name]) =>
      h('option', { value: code, selected: code === currentLanguage(), lang: code }, name))));
}

/** The connection, where it is not as it should be. */
export function banner() {
  const link = app.link;
  if (link.kind === 'lost') {
    return h('aside', { class: 'banner', key: 'banner', id: 'connection', 'aria-label': t('app.connection') },
      h('span', { class: 'pulse', 'aria-hidden': 'true' }), t('link.lost'));
  }
  if (link.kind !== 'ended') {
    return null;
  }
  return h('section', { class: 'card ended', key: 'ended', id: 'connection', role: 'alert' },
    h('h1', {}, ended(link)),
    h('button', {
      class: 'main',
      onclick: () => {
        if (!['takenOver', 'rateLimited'].includes(link.code)) {
          forgetToken();
        }
        connect(app.name);
      },
    }, link.code === 'takenOver' ? t('link.takenOverAction') : t('link.again')));
}

function ended(link) {
  if (link.code === 'takenOver' || link.code === 'rateLimited') {
    return t(`link.${link.code}`);
  }
  return t('link.ended', { why: why(link) });
}
