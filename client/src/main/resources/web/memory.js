// What a browser keeps: the session for this tab alone, so that a reload goes on and a new tab is someone new; name,
// language and sound for all tabs. A browser that keeps nothing is a browser that forgets, no more.

const PREFIX = 'cancha.';

function quietly(task) {
  try {
    return task() ?? undefined;
  } catch {
    return undefined;
  }
}

export const recall = name => quietly(() => localStorage.getItem(PREFIX + name));
export const remember = (name, value) => quietly(() => localStorage.setItem(PREFIX + name, value));

export const tabToken = () => quietly(() => sessionStorage.getItem(PREFIX + 'token'));
export const keepToken = token => quietly(() => sessionStorage.setItem(PREFIX + 'token', token));
/** Small things that are of use until the tab is closed. */
export const notedInTab = name => quietly(() => JSON.parse(sessionStorage.getItem(PREFIX + name)));
export const noteInTab = (name, value) => quietly(() => sessionStorage.setItem(PREFIX + name, JSON.stringify(value)));

export const forgetToken = () => quietly(() => sessionStorage.removeItem(PREFIX + 'token'));
