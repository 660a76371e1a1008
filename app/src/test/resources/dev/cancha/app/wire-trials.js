// Trials of the page's wire, run inside a browser: gives the names of those that failed, each with its reason.
async lines => {
  const { Wire } = await import('/wire.js');
  const { merged } = await import('/patch.js');
  const same = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
  const sorted = json => Array.isArray(json) ? json.map(sorted)
    : json !== null && typeof json === 'object'
      ? Object.fromEntries(Object.keys(json).sort().map(name => [name, sorted(json[name])])) : json;
  const check = (holds, what) => {
    if (!holds) {
      throw new Error(what);
    }
  };

  /** A world whose time moves by hand, and whose sockets are open at once. */
  class World {
    constructor() {
      Object.assign(this, { millis: 0, timers: [], sockets: [], urls: [] });
    }
    socket(url) {
      const socket = { sent: [], send: text => socket.sent.push(JSON.parse(text)), close: () => { socket.gone = true; } };
      this.sockets.push(socket);
      this.urls.push(url);
      return socket;
    }
    later(millis, task) {
      const timer = { at: this.millis + millis, task };
      this.timers.push(timer);
      return timer;
    }
    forget(timer) {
      this.timers = this.timers.filter(each => each !== timer);
    }
    now() {
      return this.millis;
    }
    chance() {
      return 1;
    }
    pass(millis) {
      const end = this.millis + millis;
      for (;;) {
        const next = this.timers.filter(each => each.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) {
          break;
        }
        this.forget(next);
        this.millis = next.at;
        next.task();
      }
      this.millis = end;
    }
    get last() {
      return this.sockets.at(-1);
    }
  }

  const WELCOME = { type: 'welcome', protocol: 1, player: { id: 'p7', name: 'Ana' }, token: 'q3vN0cT8sZ1yX5wB7mK2Lg',
    games: [], limits: {} };
  const ROOM = { type: 'room', rev: 4, now: 1000, you: { seat: 0, seq: 2 }, chat: [],
    doc: { code: 'KX3F', seats: { 0: { id: 'p7' }, 1: { id: 'p8' } }, view: { a: 1 } } };

  function wire(events = {}) {
    const world = new World();
    const one = new Wire({ url: 'ws://127.0.0.1:7777/ws', name: 'Ana', world, events });
    one.start();
    open(world);
    return { one, world, hears: message => world.last.onmessage({ data: JSON.stringify(message) }) };
  }
  const open = world => world.last.onopen();
  function inRoom(events) {
    const all = wire(events);
    all.hears(WELCOME);
    all.hears(ROOM);
    return all;
  }
  async function refusal(promise) {
    return promise.then(() => 'none', refused => refused.code);
  }

  // ---------------------------------------------------------------- each golden frame

  const served = {
    welcome: async message => {
      const { one, hears } = wire();
      hears(message);
      check(one.state.kind === 'open' && one.token === message.token && same(one.player, message.player), 'not in');
    },
    room: async message => {
      const { one, hears } = inRoom();
      hears(message);
      check(one.rev === message.rev && same(one.doc, message.doc), 'not replaced');
    },
    patch: async message => {
      const { one, hears } = inRoom();
      one.rev = message.rev - 1;
      hears(message);
      check(one.rev === message.rev && same(one.doc, merged(ROOM.doc, message.patch)), 'not applied');
    },
    left: async message => {
      let reason;
      const { one, hears } = inRoom({ left: why => { reason = why; } });
      hears(message);
      check(one.doc === null && reason === message.reason, 'still there');
    },
    ping: async message => {
      const { world, hears } = inRoom();
      hears(message);
      check(same(world.last.sent.at(-1), { type: 'pong', t: message.t }), 'no pong');
    },
    error: async message => {
      const { one, hears } = inRoom();
      const asked = message.re === undefined ? null : one.request('list');
      const acted = message.seq === undefined ? null : one.act({});
      if (asked) {
        hears({ ...message, re: 1 });
      } else {
        hears(acted ? { ...message, seq: 3 } : message);
      }
      check(!asked || await refusal(asked) === message.code, 'the request is not refused');
      check(!acted || await refusal(acted) === message.code, 'the act is not refused');
      check(one.state.kind === 'open', 'an error after welcome leaves everything as it was');
      const before = wire();
      before.hears(message.seq === undefined ? { ...message, re: undefined } : { type: 'error', code: message.code });
      check(before.one.state.kind === 'ended' && before.one.state.code === message.code, 'an error before welcome ends it');
    },
    bye: async message => {
      const { one, world, hears } = inRoom();
      hears(message);
      world.last.onclose?.({ code: 4000 });
      const final = ['takenOver', 'rateLimited'].includes(message.code);
      check(one.state.kind === (final ? 'ended' : 'lost'), one.state.kind);
      world.pass(60_000);
      check((world.sockets.length === 1) === final, 'comes back or stays away, the wrong one of the two');
    },
    moved: async message => {
      const { world, hears } = inRoom();
      hears(message);
      world.last.onclose({ code: 1000 });
      world.pass(0);
      check(world.urls.at(-1) === `ws://${message.host}:${message.port}/ws`, world.urls.at(-1));
    },
  };
  for (const [type, event] of [['rooms', 'rooms'], ['chat', 'chat'], ['spectators', 'spectators']]) {
    served[type] = async message => {
      let heard;
      const { hears } = inRoom({ [event]: told => { heard = told; } });
      hears(message);
      check(same(heard, message), 'not told');
    };
  }
  for (const type of ['game', 'done', 'pong']) {
    served[type] = async message => {
      const { one, hears } = inRoom();
      const answer = one.request('describe', {});
      hears({ ...message, re: 1 });
      check(same(await answer, { ...message, re: 1 }), 'not answered');
    };
  }

  async function said(message) {
    const { one, world, hears } = inRoom();
    const { type, id, ...members } = message;
    if (type === 'hello') {
      return; // what the wire says first is a trial of its own
    }
    if (type === 'act') {
      one.acts.begin(message.seq - 1);
      one.act(message.action, message.rev);
    } else if (type === 'pong') {
      hears({ type: 'ping', t: message.t });
    } else {
      one.request(type, members);
    }
    const { id: number, ...sent } = world.last.sent.at(-1);
    check(same(sent, { type, ...members }), JSON.stringify(sent));
    check(['act', 'pong'].includes(type) || number >= 1, 'a request has a number');
  }

  // ---------------------------------------------------------------- what is promised

  const trials = {
    'hello comes first, and after a loss tells where one was': async () => {
      const { world } = inRoom();
      check(same(world.last.sent[0], { type: 'hello', name: 'Ana', client: 'page' }), JSON.stringify(world.last.sent[0]));
      world.last.onclose({ code: 1006 });
      world.pass(500);
      open(world);
      check(same(world.last.sent[0], { type: 'hello', name: 'Ana', client: 'page', token: WELCOME.token, room: 'KX3F',
        rev: 4 }), JSON.stringify(world.last.sent[0]));
    },
    'a patch that is old changes nothing, and a gap asks once for the whole': async () => {
      const { one, world, hears } = inRoom();
      hears({ type: 'patch', rev: 4, patch: { view: { a: 9 } } });
      check(one.doc.view.a === 1, 'an old patch was applied');
      hears({ type: 'patch', rev: 6, patch: { view: { a: 6 } } });
      hears({ type: 'patch', rev: 7, patch: { view: { a: 7 } } });
      check(one.doc.view.a === 1 && world.last.sent.filter(each => each.type === 'sync').length === 1, 'sync');
      hears({ ...ROOM, rev: 7, doc: { ...ROOM.doc, view: { a: 7 } } });
      hears({ type: 'patch', rev: 8, patch: { view: { a: null, b: 8 } } });
      check(same(one.doc.view, { b: 8 }), JSON.stringify(one.doc.view));
    },
    'an act is sent again until its fate is known, in order and with the same numbers': async () => {
      const { one, world, hears } = inRoom();
      const fates = [one.act({ column: 1 }), one.act({ column: 2 }, 4), one.act({ column: 3 })];
      hears({ type: 'patch', rev: 5, patch: {}, acks: { 0: 3, 1: 9 } });
      await fates[0];
      world.last.onclose({ code: 1006 });
      const meanwhile = one.act({ column: 4 });
      world.pass(500);
      open(world);
      hears({ ...WELCOME, resumed: true, room: 'KX3F' });
      const again = world.last.sent.filter(each => each.type === 'act');
      check(same(again, [{ type: 'act', seq: 4, action: { column: 2 }, rev: 4 }, { type: 'act', seq: 5, action: { column: 3 } },
        { type: 'act', seq: 6, action: { column: 4 } }]), JSON.stringify(again));
      hears({ ...ROOM, rev: 6, you: { seat: 0, seq: 5 } });
      await fates[1];
      await fates[2];
      hears({ type: 'error', code: 'illegalAction', message: 'no', seq: 6 });
      check(await refusal(meanwhile) === 'illegalAction', 'refused');
    },
    'after a reload the numbers go on above the highest that was applied': async () => {
      const { one, world } = inRoom();
      one.act({});
      check(world.last.sent.at(-1).seq === 3, String(world.last.sent.at(-1).seq));
    },
    'whoever is lost comes back after half a second, then twice as long, at the most ten': async () => {
      const { world, hears } = wire();
      hears(WELCOME);
      const waits = [];
      for (let i = 0; i < 7; i++) {
        world.last.onclose({ code: 1006 });
        const from = world.millis;
        const before = world.sockets.length;
        while (world.sockets.length === before) {
          world.pass(100);
        }
        waits.push(world.millis - from);
      }
      check(same(waits, [500, 1000, 2000, 4000, 8000, 10000, 10000]), waits.join());
    },
    'a server that says how long to wait is waited for so long': async () => {
      const { world, hears } = inRoom();
      hears({ type: 'bye', code: 'shutdown', message: '', retryAfterMillis: 3000 });
      world.last.onclose({ code: 4000 });
      world.pass(2999);
      check(world.sockets.length === 1, 'too early');
      world.pass(1);
      check(world.sockets.length === 2, 'too late');
    },
    'a server that is silent for 25 s is gone': async () => {
      const { one, world, hears } = inRoom();
      world.pass(24_000);
      hears({ type: 'ping', t: 1 });
      world.pass(24_999);
      check(one.state.kind === 'open', 'too early');
      world.pass(1);
      check(one.state.kind === 'lost' && world.last.gone, 'too late');
    },
    'requests that were open when the connection broke are told so, and are not asked again': async () => {
      const { one, world } = inRoom();
      const asked = one.request('ready');
      world.last.onclose({ code: 1006 });
      check(await refusal(asked) === 'connectionLost', 'not told');
      check(await refusal(one.request('ready')) === 'connectionLost', 'asked into the void');
      world.pass(500);
      open(world);
      check(world.last.sent.every(each => each.type === 'hello'), 'asked again');
    },
    'one who was taken over stays silent, whether it was told or only closed': async () => {
      for (const tell of [true, false]) {
        const { one, world, hears } = inRoom();
        if (tell) {
          hears({ type: 'bye', code: 'takenOver', message: '' });
        } else {
          world.last.onclose({ code: 4001 });
        }
        one.nudge();
        world.pass(100_000);
        check(one.state.code === 'takenOver' && world.sockets.length === 1, 'came back');
      }
    },
    'a session that the server forgot has lost its place': async () => {
      let left;
      const { one, world, hears } = inRoom({ left: reason => { left = reason; } });
      const acted = one.act({});
      world.last.onclose({ code: 1006 });
      world.pass(500);
      open(world);
      hears({ ...WELCOME, token: 'AAAAAAAAAAAAAAAAAAAAAAAA' });
      check(one.doc === null && left === 'expired' && await refusal(acted) === 'notInRoom', 'still there');
    },
    'the clock of a match runs on from what the room said': async () => {
      const { one, world } = inRoom();
      world.pass(250);
      check(one.matchMillis() === 1250, String(one.matchMillis()));
    },
    'a member named __proto__ is a member': async () => {
      const doc = merged({}, JSON.parse('{"__proto__":{"x":1},"a":{"b":null,"c":[1,null]}}'));
      check(({}).x === undefined && Object.keys(doc).includes('__proto__') && same(doc.a, { c: [1, null] }), 'polluted');
    },
  };
  for (const line of lines) {
    const [, mark, text] = /^([<>]) [0-9a-f]{8} (.*)$/.exec(line);
    const message = JSON.parse(text);
    trials[line] = () => mark === '>' ? said(message) : served[message.type](message);
  }
  const failed = [];
  for (const [name, trial] of Object.entries(trials)) {
    try {
      await trial();
    } catch (problem) {
      failed.push(`${name}: ${problem.message}`);
    }
  }
  return { ran: Object.keys(trials).length, failed };
}
