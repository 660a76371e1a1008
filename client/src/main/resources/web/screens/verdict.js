// Whether a match is what really happened, and how one can know: in words for people who play, and not for those who
// know what a hash is.

import { notice, say } from '../app.js';
import { get, notedSeed } from '../past.js';
import { h } from '../view.js';
import { t } from '../text.js';

export function checked(show) {
  const { head, end } = show.film;
  const good = end.verified;
  return h('section', { class: `card verdict-card ${good ? 'good' : 'bad'}`, key: 'checked',
    'aria-labelledby': 'checked-title' },
  h('h2', { id: 'checked-title' }, h('span', { 'aria-hidden': 'true' }, good ? '✓ ' : '✗ '),
    t(good ? 'check.yes' : 'check.no')),
  good ? h('p', { key: 'again' }, t('check.again', { steps: end.end }))
    : h('p', { key: 'from' }, end.end === 0 ? t('check.nothing') : t('check.from', { step: end.same + 1 })),
  !good && h('p', { class: 'quiet', lang: 'en', dir: 'ltr', key: 'difference' }, end.difference),
  h('details', { key: 'how' },
    h('summary', {}, t('check.how')),
    h('div', { class: 'stack' },
      h('p', {}, t('check.seed')),
      fact('check.hash', head.match.seedHash),
      fact('check.seedIs', head.match.seed),
      noted(head.match),
      h('p', {}, t('check.self')),
      h('code', { class: 'command', dir: 'ltr' }, `./cancha replay cancha-${head.match.id}.jsonl --verify`),
      h('div', { class: 'row' },
        h('button', { id: 'file', onclick: () => save(head.match.id) }, t('check.file'))))));
}

function fact(name, value) {
  return h('p', { key: name }, h('span', { class: 'quiet facts' }, t(name)), h('code', { class: 'digits', dir: 'ltr' }, value));
}

/** Whoever played here has the proof in their own hands. */
function noted(match) {
  const hash = notedSeed(match.id);
  return hash && h('p', { key: 'noted', class: hash === match.seedHash ? 'good-line' : 'problem' },
    t(hash === match.seedHash ? 'check.noted' : 'check.notedOther', { hash }));
}

/** The replay's file, also of a match that only its members may have. */
async function save(id) {
  try {
    const address = URL.createObjectURL(await (await get(`/${id}/replay`)).blob());
    const anchor = document.createElement('a');
    anchor.href = address;
    anchor.download = `cancha-${id}.jsonl`;
    anchor.click();
    URL.revokeObjectURL(address);
  } catch {
    notice(t('past.problem'), true);
    say(t('past.problem'));
  }
}
