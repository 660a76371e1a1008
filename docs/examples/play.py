"""Plays a whole match on a Cancha server, against another copy of itself or anyone else. Copy from it freely.

    python3 play.py HOST[:PORT] connectFour        opens a room (dudo, too), prints "room KX3F", and plays
    python3 play.py HOST[:PORT] KX3F --name Beto   joins that room and plays"""
import json, random, socket, struct, sys, threading, time, urllib.parse

def merge(doc, patch):  # RFC 7396: null deletes, an object is merged, everything else replaces
    for key, value in patch.items():
        old = doc.pop(key, None)
        if isinstance(value, dict): value = merge(old if isinstance(old, dict) else {}, value)
        if value is not None: doc[key] = value
    return doc

def choose(game, view):  # a simple legal act, from what the document shows
    if game == "connectFour":
        return {"column": random.choice([int(c) for c, discs in view["columns"].items() if len(discs) < 6])}
    bid, dice = view.get("bid"), sum(view["dice"].values())
    if not bid: return {"bid": {"count": 1, "face": random.randint(2, 6)}}
    if bid["count"] > random.uniform(dice / 3, dice / 2): return {"call": "dudo"}
    return {"bid": {"count": bid["count"] + 1, "face": bid["face"]}}

class Client:
    def __init__(self, host, port, name, target):  # target: a game to open a room for, or a room's code
        self.address, self.name, self.target = (host, port), name, target
        self.doc = self.unanswered = self.ended = None
        self.known, self.seq, self.wait = {}, 0, 0.5  # known: token, room and rev, as hello wants them
        self.changed = threading.Condition()  # whoever touches these fields holds it

    def send(self, **message):
        body = json.dumps(message).encode()
        try: self.sock.sendall(struct.pack(">I", len(body)) + body)
        except OSError: pass  # the thread that listens sees it too, and connects again

    def listen(self):  # one thread connects, reads, and connects again when the line is lost
        while not self.ended:
            try:
                with socket.create_connection(self.address, timeout=3) as self.sock:
                    self.sock.settimeout(25)  # the server pings every 10 s, so silence is a dead line
                    self.send(type="hello", id=1, name=self.name, **self.known)
                    stream = self.sock.makefile("rb")
                    while len(head := stream.read(4)) == 4:
                        with self.changed:
                            self.on(json.loads(stream.read(*struct.unpack(">I", head))))
                            self.changed.notify()
            except (OSError, ValueError) as why: print("no connection, trying again:", why, file=sys.stderr)
            time.sleep(self.wait * random.uniform(0.5, 1))
            self.wait = min(2 * self.wait, 10)

    def on(self, m):
        kind, act = m["type"], self.unanswered
        if kind == "welcome":
            self.wait, self.known["token"] = 0.5, m["token"]
            if "resumed" not in m: self.doc = self.unanswered = None  # a new session has no seat yet
            elif act: self.send(**act)  # again with its seq and rev: it counts once
            if "room" not in m and self.target in [game["id"] for game in m["games"]]:
                self.send(type="create", id=1, game=self.target)
            elif "room" not in m: self.send(type="join", id=1, room=self.target)
        elif kind == "room":
            self.doc, self.seat, applied = m["doc"], m["you"]["seat"], m["you"]["seq"]
            self.target, self.seq = self.doc["code"], max(self.seq, applied)
            self.known |= {"room": self.target, "rev": m["rev"]}
            if act and applied >= act["seq"]: self.unanswered = None
            if m.get("re") == 1: print("room", self.target, flush=True)
        elif kind == "patch" and m["rev"] == self.known["rev"] + 1:
            self.doc, self.known["rev"] = merge(self.doc, m["patch"]), m["rev"]
            if act and m.get("acks", {}).get(str(self.seat), 0) >= act["seq"]: self.unanswered = None
        elif kind == "patch" and m["rev"] > self.known["rev"]: self.send(type="sync")
        elif kind == "ping": self.send(type="pong", t=m["t"])
        elif kind == "error" and act and m.get("seq") == act["seq"]: self.unanswered = None
        elif kind == "left" or m.get("re") == 1 or m.get("code") in {"takenOver", "rateLimited"}: self.ended = m
        elif kind == "bye": self.wait = m.get("retryAfterMillis", 500) / 1000
        if kind in ("welcome", "room") and self.doc and self.doc["phase"] == "lobby": self.send(type="ready")

    def play(self):  # the other thread acts whenever it is our turn, until the match is over
        with self.changed:
            while not self.ended and not (self.doc and self.doc["phase"] == "over"):
                if self.doc and not self.unanswered and self.seat in self.doc.get("turn", []):
                    self.seq, action = self.seq + 1, choose(self.doc["game"], self.doc["view"])
                    self.unanswered = dict(type="act", seq=self.seq, action=action, rev=self.known["rev"])
                    self.send(**self.unanswered)
                self.changed.wait()

if len(sys.argv) < 3: sys.exit(__doc__)
server, target, name = urllib.parse.urlsplit("//" + sys.argv[1]), sys.argv[2], (["Ana"] + sys.argv[4:])[-1]
client = Client(server.hostname, server.port or 7777, name, target)
threading.Thread(target=client.listen, daemon=True).start()
client.play()
client.send(type="leave")
sys.exit(f"no result: {client.ended}") if client.ended else print("result", json.dumps(client.doc["result"]))
