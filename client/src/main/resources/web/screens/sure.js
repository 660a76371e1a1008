// A button for what cannot be taken back: the first press asks, the second does it. It forgets the question soon.

import { changed } from '../app.js';
import { h } from '../view.js';

const FORGET_MILLIS = 5_000;
let asked = null;

export function sure(key, text, question, task) {
  const now = asked === key;
  return h('button', {
    key, id: key, class: now ? 'danger' : '',
    onclick: () => {
      if (asked === key) {
        asked = null;
        task();
      } else {
        asked = key;
        setTimeout(() => {
          if (asked === key) {
            asked = null;
            changed();
          }
        }, FORGET_MILLIS);
      }
      changed();
    },
  }, now ? question : text);
}
