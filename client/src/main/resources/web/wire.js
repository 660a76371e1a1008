// The wire: one session with the server, whatever happens to the connection below it. Knows the protocol and nothing
// of the page: sockets, time and storage are handed in, so that it runs in tests as it runs in a browser.

import { merged } from './patch.js';
import { Acts } from './acts.js';
import { Requests, Refused } from './requests.js';

const FIRST_WAIT_MILLIS = 500;
const LONGEST_WAIT_MILLIS = 10_000;
/** A server speaks every 10 s; who has not been heard for so long is gone. */
const SILENCE_MILLIS = 25_000;
/** How long an answer may take where there is reason to doubt the connection. */
const DOUBT_MILLIS = 4_000;
/** Close codes after which nobody comes back by themselves. Those of an error before `welcome` are among them. */
const FINAL = { 4001: 'takenOver', 4003: 'rateLimited', 4005: 'tooLarge', 4006: 'badJson', 4007: 'badMessage',
  4008: 'helloFirst', 4009: 'unsupportedProtocol', 4010: 'unauthorized', 4011: 'badToken' };

/** What a browser brings. */
export function surroundings() {
  return {
    socket: url => new WebSocket(url),
    later: (millis, task) => setTimeout(task, millis),
    forget: timer => clearTimeout(timer),
    now: () => performance.now(),
    chance: () => Math.random(),
  };
}

/**
 * A session. `events` may have: `state(state)` when the connection changes, `welcome(message)`, `room(message)`,
 * `patch(message)`, `chat(message)`, `spectators(message)`, `rooms(message)`, `left(reason)`.
 *
 * `state` is {kind}: `connecting`, `open`, `lost` (it is being tried again), or `ended` with `code` and `message`.
 */
export class Wire {
  constructor({ url, name, token, client = 'page', world = surroundings(), events = {} }) {
    Object.assign(this, { url, name, token, client, world, events });
    this.state = { kind: 'connecting' };
    this.requests = new Requests();
    this.acts = new Acts();
    this.player = null;
    this.games = [];
    this.forgetRoom();
    this.attempt = 0;
    this.socket = null;
  }

  forgetRoom() {
    this.doc = null;
    this.rev = 0;
    this.you = null;
    this.clock = { matchMillis: 0, at: 0 };
    this.syncing = false;
  }

  /** Connects, and from then on comes back by itself. */
  start() {
    if (this.state.kind !== 'ended') {
      this.connect();
    }
  }

  /** Goes away for good, and tells nobody: whoever stops it knows. */
  stop() {
    this.events = {};
    this.end('stopped', '');
  }

  /** Sends a request; gives its answer, or throws `Refused`. */
  request(type, members = {}) {
    if (this.state.kind !== 'open') {
      return Promise.reject(new Refused('connectionLost', ''));
    }
    const { id, answer } = this.requests.open();
    this.send({ type, id, ...members });
    return answer;
  }

  /** Acts in the room, exactly once, also if the connection breaks in between; throws `Refused`. */
  act(action, rev) {
    if (!this.doc) {
      return Promise.reject(new Refused('notInRoom', ''));
    }
    const { message, answer } = this.acts.open(action, rev);
    if (this.state.kind === 'open') {
      this.send(message);
    }
    return answer;
  }

  /** The seat that this session has in the document, or undefined. */
  seat() {
    const seats = this.doc?.seats ?? {};
    const key = Object.keys(seats).find(each => seats[each].id === this.player?.id);
    return key === undefined ? undefined : Number(key);
  }

  /** Milliseconds of the match, as they run on. */
  matchMillis() {
    return this.clock.matchMillis + this.world.now() - this.clock.at;
  }

  /** Someone came back to the page, or the network did: do not wait, and do not trust an old connection. */
  nudge() {
    if (this.state.kind === 'lost' && !this.socket) {
      this.world.forget(this.retry);
      this.connect();
    } else if (this.state.kind === 'open') {
      this.send({ type: 'ping', t: 0 });
      this.listenFor(DOUBT_MILLIS);
    }
  }

  // ---------------------------------------------------------------- the connection

  connect() {
    const socket = this.world.socket(this.url);
    this.socket = socket;
    this.retryAfterMillis = undefined;
    const mine = task => event => {
      if (this.socket === socket) {
        task(event);
      }
    };
    socket.onopen = mine(() => this.hello());
    socket.onmessage = mine(event => this.heard(event.data));
    socket.onclose = mine(event => this.closed(event.code));
    socket.onerror = () => {}; // a close follows
    this.listenFor(SILENCE_MILLIS);
  }

  hello() {
    const place = this.token && this.doc ? { room: this.doc.code, rev: this.rev } : {};
    this.send({ type: 'hello', name: this.name, token: this.token, client: this.client, ...place });
  }

  send(message) {
    this.socket?.send(JSON.stringify(message));
  }

  listenFor(millis) {
    this.world.forget(this.silence);
    this.silence = this.world.later(millis, () => {
      const socket = this.socket;
      this.closed(1006);
      socket?.close();
    });
  }

  closed(code) {
    this.world.forget(this.silence);
    this.socket = null;
    this.requests.lose();
    if (FINAL[code] || this.state.kind === 'ended') {
      this.end(FINAL[code], '');
      return;
    }
    const backoff = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS * 2 ** this.attempt++);
    const wait = this.retryAfterMillis ?? backoff * (0.5 + this.world.chance() / 2);
    this.become({ kind: 'lost' });
    this.retry = this.world.later(wait, () => this.connect());
  }

  end(code, message) {
    const socket = this.socket;
    this.socket = null;
    this.world.forget(this.silence);
    this.world.forget(this.retry);
    this.requests.lose();
    this.acts.lose(new Refused('connectionLost', ''));
    socket?.close();
    if (this.state.kind !== 'ended') {
      this.become({ kind: 'ended', code, message });
    }
  }

  become(state) {
    this.state = state;
    this.events.state?.(state);
  }

  // ---------------------------------------------------------------- what is heard

  heard(text) {
    this.listenFor(SILENCE_MILLIS);
    const message = JSON.parse(text);
    const handler = HEARD[message.type];
    if (handler) {
      handler(this, message);
    }
    if (message.re !== undefined) {
      this.requests.answer(message);
    }
  }

  welcomed(message) {
    this.attempt = 0;
    this.player = message.player;
    this.token = message.token;
    this.games = message.games;
    const back = message.resumed && this.doc && message.room === this.doc.code;
    const gone = this.doc !== null && !back;
    if (gone) {
      this.forgetRoom();
      this.acts.lose(new Refused('notInRoom', ''));
    }
    this.become({ kind: 'open' });
    this.events.welcome?.(message);
    if (gone && !message.resumed) {
      this.events.left?.('expired'); // a session that is known is told by `left` itself
    }
    if (back) {
      this.acts.unanswered().forEach(act => this.send(act));
    }
  }

  entered(message) {
    if (this.doc?.code !== message.doc.code) {
      this.acts.lose(new Refused('notInRoom', ''));
      this.acts.begin(message.you.seq);
    }
    this.doc = message.doc;
    this.rev = message.rev;
    this.you = message.you;
    this.clock = { matchMillis: message.now, at: this.world.now() };
    this.syncing = false;
    this.acts.applied(message.you.seq);
    this.events.room?.(message);
  }

  patched(message) {
    if (!this.doc || message.rev <= this.rev) {
      return;
    }
    if (message.rev > this.rev + 1) {
      if (!this.syncing) {
        this.syncing = true;
        this.send({ type: 'sync' });
      }
      return;
    }
    this.doc = merged(this.doc, message.patch);
    this.rev = message.rev;
    const mine = message.acks?.[this.seat()];
    this.events.patch?.(message);
    if (mine !== undefined) {
      this.acts.applied(mine);
    }
  }

  departed(message) {
    this.forgetRoom();
    this.acts.lose(new Refused('notInRoom', ''));
    this.events.left?.(message.reason);
  }

  refused(message) {
    if (message.seq !== undefined) {
      this.acts.refused(message.seq, new Refused(message.code, message.message));
    } else if (this.state.kind !== 'open') {
      this.end(message.code, message.message); // before `welcome` it closes, and the same hello would meet it again
    }
  }

  dismissed(message) {
    if (message.code === 'takenOver' || message.code === 'rateLimited') {
      this.end(message.code, message.message);
    } else {
      this.retryAfterMillis = message.retryAfterMillis;
    }
  }

  /** Another node has the room: the same session goes on there. */
  moved(message) {
    const there = new URL(this.url);
    there.hostname = message.host;
    there.port = String(message.port);
    this.url = there.href;
    this.retryAfterMillis = 0;
  }
}

const HEARD = {
  welcome: (wire, message) => wire.welcomed(message),
  room: (wire, message) => wire.entered(message),
  patch: (wire, message) => wire.patched(message),
  left: (wire, message) => wire.departed(message),
  error: (wire, message) => wire.refused(message),
  bye: (wire, message) => wire.dismissed(message),
  moved: (wire, message) => wire.moved(message),
  ping: (wire, message) => wire.send({ type: 'pong', t: message.t }),
  rooms: (wire, message) => wire.events.rooms?.(message),
  chat: (wire, message) => wire.events.chat?.(message),
  spectators: (wire, message) => wire.events.spectators?.(message),
};
