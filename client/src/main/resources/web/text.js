// Every word that the page says is looked up here. Catalogues are complete, each with the same names; a test says so.

import en from './texts/en.js';
import es from './texts/es.js';
import { remember, recall } from './memory.js';

export const CATALOGUES = { en, es };
export const LANGUAGES = { en: 'English', es: 'Español' };

let language = chosen();

function chosen() {
  const asked = [recall('language'), ...(navigator.languages ?? [])];
  return asked.map(each => each?.slice(0, 2)).find(each => each in CATALOGUES) ?? 'en';
}

export const currentLanguage = () => language;

export function speak(other) {
  language = other;
  remember('language', other);
}

/** The text of that name, with `{members}` filled in. */
export function t(name, members = {}) {
  const text = CATALOGUES[language][name] ?? name;
  return text.replace(/\{(\w+)\}/g, (whole, member) => members[member] ?? whole);
}

/** The text of that name, or what someone else calls it: games of others bring their own words. */
export function known(name, otherwise) {
  return CATALOGUES[language][name] ?? otherwise;
}

/** What a refusal means; the server's own sentence where it knows more than the code does. */
export function why(refusal) {
  const code = refusal?.code ?? 'internal';
  const general = known(`error.${code}`, refusal?.message ?? code);
  const detailed = ['illegalAction', 'badMessage', 'badOptions'].includes(code) && refusal.said;
  return detailed ? `${general} ${refusal.said}` : general;
}

/** A name that a program gave, as people write: `ticksPerMove` is "Ticks per move". */
export function label(name) {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return known(`field.${name}`, words.charAt(0).toUpperCase() + words.slice(1));
}

export const gameTitle = (id, title) => known(`game.${id}`, title ?? label(id));
