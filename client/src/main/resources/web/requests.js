// Requests that wait for their answer: each has a number, and one message answers it.

/** The server, or the loss of the connection, said no. `code` is one of the protocol's, or `connectionLost`. */
export class Refused extends Error {
  constructor(code, message) {
    super(message || code);
    this.code = code;
    this.said = message;
  }
}

export class Requests {
  constructor() {
    this.last = 0;
    this.waiting = new Map();
  }

  open() {
    const id = ++this.last;
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    answer.catch(() => {}); // whoever does not care is not told twice
    return { id, answer };
  }

  answer(message) {
    const waiting = this.waiting.get(message.re);
    this.waiting.delete(message.re);
    if (message.type === 'error') {
      waiting?.reject(new Refused(message.code, message.message));
    } else {
      waiting?.resolve(message);
    }
  }

  /** The connection broke: whether they were carried out shows in the room, and they are not asked again. */
  lose() {
    const lost = [...this.waiting.values()];
    this.waiting.clear();
    lost.forEach(each => each.reject(new Refused('connectionLost', '')));
  }
}
