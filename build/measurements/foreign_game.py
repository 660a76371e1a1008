"""What rooms of shipped games notice of a game from a jar that hangs, on the same server.

Pairs of players play Connect Four, each acting as soon as it is its turn and a pause is over; the time from an act to its
patch is measured. In every other interval a room of a foreign game hangs besides, on a thread that never stops computing:
when that is given up the next room hangs. The game's loop ends when its thread is interrupted, so that the intervals
without it are really without it. The server's CPU time is that of its process."""
import json
import os
import pathlib
import selectors
import signal
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import time

from measurements import machine, sections

LAST_LINE = b"for a program that speaks WebSocket"
GAME = """
package example;
import dev.cancha.common.game.*;
import java.util.*;
public final class Hangs implements Game<Hangs.State, Hangs.Do> {
  public record Do(int times) {}
  public record State(int acts) {}
  public GameInfo<Do> info() { return GameInfo.of("hangs", Do.class, State.class); }
  public State start(Setup setup) { return new State(0); }
  public Step<State> act(State state, int seat, Do act, Chance chance) {
    while (!Thread.currentThread().isInterrupted()) { }
    return Step.to(state);
  }
  public SortedSet<Integer> turn(State state) { return Turn.of(0, 1); }
  public List<Do> legal(State state, int seat) { return List.of(new Do(1)); }
  public Object view(State state) { return state; }
  public Optional<Result> result(State state) { return Optional.empty(); }
}
"""


def options(parser):
    parser.add_argument("--rooms", type=int, default=8, metavar="N", help="rooms of Connect Four (8)")
    parser.add_argument("--pairs", type=int, default=4, metavar="N", help="intervals without and with, each (4)")
    parser.add_argument("--seconds", type=int, default=12, metavar="N", help="of one interval (12)")


def measure(options, root):
    with tempfile.TemporaryDirectory(prefix="cancha-foreign-game-") as folder:
        folder = pathlib.Path(folder)
        jar(folder, root)
        with Server(folder, root) as server:
            table = Table(server.port)
            rooms = [Room(table) for _ in range(options.rooms)]
            table.run(12)  # until the server is warm
            calm, hung = [], []
            for _ in range(options.pairs):
                calm.append(interval(table, rooms, server, options.seconds, None))
                hung.append(interval(table, rooms, server, options.seconds, Hanging(table)))
            lost = sum(room.broken for room in rooms)
        return report(options, calm, hung, lost)


def jar(folder, root):
    """Compiles against the jar of the module common, which ./cancha has packed."""
    subprocess.run([str(root / "cancha"), "--version"], check=True, stdout=subprocess.DEVNULL)
    packed = sorted((root / "app" / "target" / "dist" / "lib").glob("cancha-common*.jar"))
    if not packed:
        raise SystemExit("measure: ./cancha has packed no jar of the module common")
    home = machine.jdk_home()
    if home is None:
        raise SystemExit("measure: no JDK 25 was found; set JAVA25_HOME")
    source = folder / "Hangs.java"
    source.write_text(GAME, encoding="utf-8")
    classes = folder / "classes"
    subprocess.run([home + "/bin/javac", "-cp", str(packed[0]), "-d", str(classes), str(source)], check=True)
    services = classes / "META-INF" / "services"
    services.mkdir(parents=True)
    (services / "dev.cancha.common.game.Game").write_text("example.Hangs\n", encoding="utf-8")
    games = folder / "games"
    games.mkdir()
    subprocess.run([home + "/bin/jar", "--create", "--file", str(games / "hangs.jar"), "-C", str(classes), "."],
                   check=True)


class Server:
    def __init__(self, folder, root):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("XDG", "CANCHA"))}
        self.process = subprocess.Popen(
            [str(root / "cancha"), "host", "--port", str(self.port), "--data", str(folder / "data"), "--set",
             "server.bind=127.0.0.1", "--set", f"games.folder={folder / 'games'}"],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        while LAST_LINE not in (line := self.process.stdout.readline()):
            if not line:
                raise SystemExit("measure: ./cancha ended")

    def cpu(self):
        """Seconds of the process and its children, of which one is the JVM where ./cancha did not become it."""
        total = 0
        for pid in [self.process.pid, *children(self.process.pid)]:
            with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / os.sysconf("SC_CLK_TCK")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children", encoding="utf-8") as pids:
        return [int(child) for child in pids.read().split()]


class Table:
    """All connections, on this one thread."""

    def __init__(self, port):
        self.port = port
        self.selector = selectors.DefaultSelector()
        self.later = []

    def run(self, seconds):
        end = time.monotonic() + seconds
        while (now := time.monotonic()) < end:
            for due in [entry for entry in self.later if entry[0] <= now]:
                self.later.remove(due)
                due[1]()
            wait = min([end] + [entry[0] for entry in self.later]) - time.monotonic()
            for key, _ in self.selector.select(max(0, wait)):
                key.data.read()

    def after(self, seconds, task):
        self.later.append((time.monotonic() + seconds, task))


class Client:
    """One connection: messages are JSON behind their length in four bytes."""

    def __init__(self, table, heard):
        self.heard = heard
        self.bytes = b""
        self.socket = socket.create_connection(("127.0.0.1", table.port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        table.selector.register(self.socket, selectors.EVENT_READ, self)
        self.send(type="hello", name="Ana")

    def send(self, **message):
        data = json.dumps(message).encode()
        self.socket.sendall(struct.pack(">I", len(data)) + data)

    def read(self):
        received = self.socket.recv(1 << 16)
        if not received:
            raise SystemExit("measure: the server closed a connection")
        self.bytes += received
        while len(self.bytes) >= 4 and len(self.bytes) >= 4 + (size := struct.unpack(">I", self.bytes[:4])[0]):
            message, self.bytes = json.loads(self.bytes[4:4 + size]), self.bytes[4 + size:]
            if message["type"] == "ping":
                self.send(type="pong")
            self.heard(self, message)


class Room:
    """Two players of Connect Four who fill column after column, until one has four in the lowest row; and again."""
    PAUSE_SECONDS = 0.05

    def __init__(self, table):
        self.table = table
        self.times, self.broken = [], 0
        self.moves, self.sent, self.seqs = 0, None, [0, 0]
        self.code = None
        self.players = [Client(table, self.heard), None]

    def heard(self, client, message):
        kind = message["type"]
        if kind == "welcome":
            if client is self.players[0]:
                client.send(type="create", id=1, game="connectFour")
            else:
                client.send(type="join", id=1, room=self.code)
        elif kind == "room" and self.code is None:
            self.code = message["doc"]["code"]
            self.players[1] = Client(self.table, self.heard)
        elif kind == "room" and client is self.players[1]:
            self.ready()
        elif kind == "patch" and client is self.players[0]:
            self.shown(message["patch"])
        elif kind in ("error", "left", "bye"):
            self.broken += 1

    def ready(self):
        self.moves = 0
        for player in self.players:
            player.send(type="ready", id=2, ready=True)

    def shown(self, patch):
        if self.sent is not None and "view" in patch:
            self.times.append(time.monotonic() - self.sent)
            self.sent = None
        if patch.get("phase") == "over":
            self.table.after(self.PAUSE_SECONDS, self.ready)
        elif patch.get("turn"):
            seat = patch["turn"][0]
            self.table.after(self.PAUSE_SECONDS, lambda: self.act(seat))

    def act(self, seat):
        self.seqs[seat] += 1
        column = (self.moves // 2) % 7
        self.moves += 1
        self.sent = time.monotonic()
        self.players[seat].send(type="act", seq=self.seqs[seat], action={"column": column})


class Hanging:
    """One after the other, a room of the game that hangs."""

    def __init__(self, table):
        self.on, self.given_up = True, 0
        self.rooms = []
        self.table = table
        self.code = None
        self.first = Client(table, self.heard)
        self.second = None

    def heard(self, client, message):
        kind = message["type"]
        if kind == "welcome":
            if client is self.first:
                client.send(type="create", id=1, game="hangs")
            else:
                client.send(type="join", id=1, room=self.code)
        elif kind == "room" and client is self.first:
            self.code = message["doc"]["code"]
            if self.second is None:
                self.second = Client(self.table, self.heard)
            else:
                self.second.send(type="join", id=1, room=self.code)
        elif kind == "room":
            self.first.send(type="start", id=3)
        elif kind == "done" and client is self.first:
            self.first.send(type="act", seq=1 + self.given_up, action={"times": 1})
        elif kind == "left" and client is self.first:
            self.given_up += 1
            if self.on:
                client.send(type="create", id=1, game="hangs")

    def end(self):
        self.on = False


def interval(table, rooms, server, seconds, hanging):
    table.run(1 if hanging else 4)  # the one that hung before is gone by then
    for room in rooms:
        room.times.clear()
    before = server.cpu()
    table.run(seconds)
    used = server.cpu() - before
    times = sorted(taken * 1000 for room in rooms for taken in room.times)
    given_up = 0
    if hanging:
        hanging.end()
        given_up = hanging.given_up
    print(f"{'hangs' if hanging else 'calm'}: {len(times)} acts, median {statistics.median(times):.2f} ms,"
          f" {used / seconds:.2f} processors, {given_up} given up", file=sys.stderr)
    return {"acts": len(times), "p50": statistics.median(times), "p99": times[len(times) * 99 // 100],
            "cpu": used / seconds, "given": given_up}


def report(options, calm, hung, lost):
    def row(name, each):
        return [name, f"{sum(one['acts'] for one in each):,}", sections.spread([one["p50"] for one in each]),
                sections.spread([one["p99"] for one in each]), sections.spread([one["cpu"] for one in each])]

    head = [f"{options.rooms} rooms of Connect Four", "acts", "p50, ms", "p99, ms", "processors used"]
    body = sections.table(head, [row("alone", calm), row("beside a game that hangs", hung)])
    return ("## A game that hangs\n" + body + "\n\nFrom an act to its patch, over TCP on the same machine; durable rooms. The"
            f" medians of {options.pairs} intervals of {options.seconds} s each, without and with in turn (least to greatest). A room of"
            f" a game from a jar hung all the time in every other interval: its thread computed without an end, and was"
            f" given up {sum(one['given'] for one in hung)} times, 2 s after each began. Rooms of Connect Four that were lost or had an act refused:"
            f" {lost}. What they do notice is the processor that such a thread takes.")
