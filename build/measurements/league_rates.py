"""How many matches a second a league plays on one core, within the process and through a server over TCP.

The whole command, its server too, is held to one processor. Each run is a new process with an empty folder, so the figures
have the start of the JVM and its warming up in them; "a second" is of the time from the first match to the last."""
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

from measurements import sections

WAYS = {"in the process": [], "over TCP": ["--over", "tcp"]}


def options(parser):
    parser.add_argument("--games", type=int, default=10_000, metavar="N", help="matches of a run in the process (10000)")
    parser.add_argument("--tcp-games", type=int, default=2_000, metavar="N", help="matches of a run over TCP (2000)")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="of each (3)")


def measure(options, root):
    subprocess.run([str(root / "cancha"), "--version"], check=True, stdout=subprocess.DEVNULL)  # builds, if that is due
    games = {"in the process": options.games, "over TCP": options.tcp_games}
    rows = []
    for way, arguments in WAYS.items():
        runs = [run(root, games[way], arguments) for _ in range(options.runs)]
        rates, cpu, size = zip(*runs)
        rows.append([way, f"{games[way]:,}", sections.spread(rates, 0), sections.spread(cpu, 2), f"{max(size):,.0f}"])
    return ("## A league\n"
            + sections.table(["random against random, Connect Four", "matches a run", "matches a second", "CPU ms a match",
                          "bytes kept a match"], rows)
            + f"\n\nMedian (least to greatest) of {options.runs} runs on one core, `--parallel 1`; CPU time is that of the whole "
              "command with the start of its JVM, and over TCP of its server too. Every match is kept as it ends, and is a replay.")


def run(root, games, arguments):
    """Matches a second, CPU in milliseconds a match, and bytes a match."""
    with tempfile.TemporaryDirectory(prefix="cancha-league-") as folder:
        folder = pathlib.Path(folder)
        pin = ["taskset", "-c", str(max(os.sched_getaffinity(0)))] if shutil.which("taskset") else []
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(
            pin + [str(root / "cancha"), "match", "connectFour", "--bots", "random,random", "--games", str(games),
                   "--parallel", "1", "--dir", str(folder / "league"), "--json", str(folder / "league.json")] + arguments,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ, "HOME": str(folder)})
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode:
            sys.exit(done.stdout + "\nmeasure: the league failed")
        rate = json.loads((folder / "league.json").read_text(encoding="utf-8"))["run"]["matchesPerSecond"]
        seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        return rate, 1_000 * seconds / games, (folder / "league" / "matches.jsonl").stat().st_size / games
