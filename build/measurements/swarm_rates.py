"""How many seeds of the simulation a minute of CPU runs, and what a simulated client costs in memory.

A seed is a whole run: a virtual minute with faults, the healing after it, and everyone's departure; all judges watch. "One
room of 4" is the plainest of all mixes, with one table of four players and nothing else; "the whole mix" is what a build
runs. CPU time is that of the process once it is warm: the compiler and the collector are part of it."""
import re
import subprocess
import sys

from measurements import sections

GOAL = 600


def options(parser):
    parser.add_argument("--seeds", type=int, default=300, metavar="N", help="how many of each after the warm-up (300)")


def measure(options, root):
    done = subprocess.run(
        [str(root / "mvnw"), "-q", "-Dfast", "-pl", "testkit", "-am", "test", "-Dtest=SwarmRates",
         f"-Drates.seeds={options.seeds}"], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    found = dict(re.findall(r"^rate ([a-zA-Z]+) ([0-9.]+)$", done.stdout, re.MULTILINE))
    if done.returncode or len(found) != 5:
        sys.exit(done.stdout + "\nmeasure: the rates were not measured")
    rate = {name: float(value) for name, value in found.items()}
    rows = [["one room of 4", f"{rate['roomSeeds']:.0f}", f"{rate['roomMinutes']:.0f}"],
            ["the whole mix", f"{rate['mixSeeds']:.0f}", f"{rate['mixMinutes']:.0f}"]]
    return ("## The simulation\n" + sections.table(["runs of", "seeds per CPU-minute", "virtual minutes per CPU-minute"], rows)
            + f"\n\nA seed lasts two virtual minutes: one with faults, one to heal; so the goal, {GOAL} seeds of a virtual minute per "
              f"CPU-minute for one room of 4, is {'met' if rate['roomMinutes'] >= GOAL else 'NOT met'}. Heap per simulated client, in rooms of 4, "
              f"with its connection and its share of the server, without judges, whose memory grows with what they have "
              f"heard: {rate['heapKib']:.1f} KiB.")
