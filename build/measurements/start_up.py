"""How long ./cancha host takes to start: once in a fresh clone, an empty home and an empty Maven repository, which
downloads and builds everything, and then several times as it starts every day.

A start is measured from the launch of ./cancha to the first connection that the port accepts, and to the last line of
what it prints. The CPU time is that of the process and all that it started (user and system), until it has printed;
unlike the wall time it says the same on a busy machine."""
import os
import pathlib
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

from measurements import machine, sections

LAST_LINE = b"for a program that speaks WebSocket"
GOAL_SECONDS = 3.0
GOAL_CPU_SECONDS = 1.0


def options(parser):
    parser.add_argument("--warm", type=int, default=7, metavar="N", help="how many starts after the first (7)")
    parser.add_argument("--first-in-line", action="store_true",
                        help="warm starts at real-time priority, for a machine that is never calm (needs root)")
    parser.add_argument("--built", metavar="CLONE",
                        help="a clone that is built already: measures only the warm starts, and only prints")


def measure(options, root):
    if options.built:
        options.print = True
    with tempfile.TemporaryDirectory(prefix="cancha-start-up-") as folder:
        folder = pathlib.Path(folder)
        cold, clone = None, pathlib.Path(options.built).resolve() if options.built else folder / "cancha"
        if not options.built:
            subprocess.run(["git", "clone", "--quiet", str(root), str(clone)], check=True)
            cold = Start(clone, folder, new_home=True)
            print(f"cold: {cold}", file=sys.stderr)
        if options.first_in_line:
            machine.first_in_line(2)
        warm = []
        for _ in range(options.warm):
            warm.append(Start(clone, folder, first_in_line=options.first_in_line))
            print(f"warm: {warm[-1]}", file=sys.stderr)
        text = report(cold, warm, clone, folder)
        return text + (" The warm starts ran at real-time priority, so that the machine's other work did not count;"
                       " the cold one did not, and its wall time is also that of the load."
                       if options.first_in_line else "")


class Start:
    """One start of ./cancha host connectFour, and its end."""

    def __init__(self, clone, folder, new_home=False, first_in_line=False):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("MAVEN", "XDG", "CANCHA"))}
        environment["HOME"] = str(folder)
        if new_home:
            # A JVM takes its user's home from the system and not from HOME; Maven's repository stands there.
            environment["JAVA_TOOL_OPTIONS"] = f"-Duser.home={folder}"
        began, used = time.monotonic(), children()
        process = subprocess.Popen(
            [str(clone / "cancha"), "host", "connectFour", "--port", str(port), "--data", str(folder / "data"),
             "--set", "server.bind=127.0.0.1"],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            preexec_fn=(lambda: machine.first_in_line(1)) if first_in_line else None)
        try:
            self.accepts = until_accepted(process, port) - began
            self.accepts_cpu = tree_cpu(process.pid)
            while LAST_LINE not in (line := process.stdout.readline()):
                if not line:
                    raise SystemExit("measure: ./cancha ended: " + process.stderr.read().decode())
            self.printed = time.monotonic() - began
            running = tree_cpu(process.pid)
        finally:
            process.send_signal(signal.SIGTERM)
            said = process.communicate()[1]
        if not new_home and b"building" in said:
            raise SystemExit("measure: a source has changed, and the start built: start it once before")
        # Maven has ended and been waited for by the shell that became the server, so it is in the server's account.
        self.cpu = running if running is not None else children() - used
        if process.returncode != 0:
            raise SystemExit(f"measure: ./cancha host ended with {process.returncode}")

    def __str__(self):
        accepts_cpu = "" if self.accepts_cpu is None else f" (CPU {self.accepts_cpu:.2f} s)"
        return f"accepts after {self.accepts:.2f} s{accepts_cpu}, has printed after {self.printed:.2f} s, CPU {self.cpu:.2f} s"


def until_accepted(process, port):
    while process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return time.monotonic()
        except OSError:
            time.sleep(0.002)
    raise SystemExit("measure: ./cancha ended: " + process.stderr.read().decode())


def tree_cpu(pid):
    """User and system seconds of a process and of its children that have ended, or None where /proc is not there."""
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def children():
    times = os.times()
    return times.children_user + times.children_system


def mebibytes(folder):
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file() and not f.is_symlink()) / 2**20


def report(cold, warm, clone, folder):
    printed = [start.printed for start in warm]
    accepts_cpu = [start.accepts_cpu for start in warm if start.accepts_cpu is not None]
    rows = [[f"warm, n={len(warm)}", sections.spread([start.accepts for start in warm]),
             sections.spread(accepts_cpu) if accepts_cpu else "", sections.spread(printed),
             sections.spread([start.cpu for start in warm])]]
    text = ""
    if cold is not None:
        rows.insert(0, ["cold, n=1", f"{cold.accepts:.0f}", "", f"{cold.printed:.0f}", f"{cold.cpu:.0f}"])
        text = (f" The cold start downloads {mebibytes(folder / '.m2'):.0f} MiB (Maven and what it needs) and compiles;"
                f" it uses {cold.cpu / cpu(warm):.0f} times the CPU of a warm"
                f" one.")
    verdict = "met" if statistics.median(printed) < GOAL_SECONDS else "NOT met"
    head = ["`./cancha host connectFour`", "until the port accepts, s", "CPU time until then, s",
            "until all is printed, s", "CPU time, s"]
    jars = mebibytes(clone / "app" / "target" / "dist" / "lib")
    return (f"## Starting\n{sections.table(head, rows)}\n\nMedian (least to greatest), from the launch of the script;"
            f" CPU time is user and system of all processes until then. What runs is {jars:.0f} MiB of jars. The goal,"
            f" printed within {GOAL_SECONDS:.0f} s when warm, is {verdict}."
            f"{cpu_verdict(accepts_cpu)}{text}")


def cpu_verdict(accepts_cpu):
    if not accepts_cpu:
        return ""
    verdict = "met" if statistics.median(accepts_cpu) <= GOAL_CPU_SECONDS else "NOT met"
    return (f" Another, that the port accepts after at most {GOAL_CPU_SECONDS:.1f} s of CPU time"
            f" with the AOT cache, is {verdict}.")


def cpu(starts):
    return statistics.median(start.cpu for start in starts)
