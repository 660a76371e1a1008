// The link to a room. A page from an address in the house over plain HTTP has no clipboard and no share sheet: then the
// old way of copying is tried, and at last the link stands there, marked, for one's own hands.

import { notice, ROOT, say } from '../app.js';
import { h } from '../view.js';
import { t } from '../text.js';
import { qr } from './qr.js';

export function share(doc) {
  const link = `${ROOT}r/${doc.code}`;
  return h('section', { class: 'card share', key: 'share', 'aria-labelledby': 'share-title' },
    h('h2', { id: 'share-title' }, t('room.share')),
    h('label', {}, h('span', { class: 'hidden' }, t('room.link')),
      h('input', { id: 'link', readOnly: true, value: link, onfocus: event => event.target.select() })),
    h('div', { class: 'row' },
      h('button', { id: 'copy', onclick: () => copy(link) }, t('room.copy')),
      navigator.share && h('button', { key: 'send', onclick: () => navigator.share({ url: link }).catch(() => {}) },
        t('room.send'))),
    qr(link, t('room.qr')),
    h('p', { class: 'quiet' }, t('room.scan')));
}

/** `id`: of the field that has the link too. */
export async function copy(link, id = 'link') {
  const done = await byClipboard(link) || byCommand(id);
  const text = t(done ? 'room.copied' : 'room.copyByHand');
  notice(text);
  say(text);
}

async function byClipboard(link) {
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    return false; // there is none, or it is not allowed
  }
}

function byCommand(id) {
  const field = document.getElementById(id);
  field.focus();
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
