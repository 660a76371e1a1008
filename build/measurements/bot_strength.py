"""How often mcts beats random: matches of two with fixed seeds, each bot on either seat in turn, a draw counts half.

The budget is a number of playouts, never time, so that every machine finds the same figures."""
import math
import re
import subprocess
import sys

from measurements import sections

TITLES = {"connectFour": "Connect Four", "dudo": "dudo"}


def options(parser):
    pass


def interval(wins, matches):
    """Wilson's score interval (1927), 95 %."""
    z = 1.96
    p = wins / matches
    middle = p + z * z / (2 * matches)
    half = z * math.sqrt(p * (1 - p) / matches + z * z / (4 * matches * matches))
    return (middle - half) / (1 + z * z / matches), (middle + half) / (1 + z * z / matches)


def measure(options, root):
    done = subprocess.run([str(root / "mvnw"), "-q", "-Dfast", "-pl", "common", "test", "-Dtest=BotStrength"], cwd=root,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    found = re.findall(r"^strength (\w+) (\d+) (\d+) ([0-9.]+)$", done.stdout, re.MULTILINE)
    if done.returncode or len(found) != 4:
        sys.exit(done.stdout + "\nmeasure: the strength was not measured")
    rows = []
    for game, playouts, matches, wins in found:
        low, high = interval(float(wins), int(matches))
        rows.append([TITLES[game], playouts, f"{float(wins):g} of {matches}", f"{100 * low:.1f} to {100 * high:.1f} %"])
    four = min(float(wins) for game, _, _, wins in found if game == "connectFour")
    chance = all(interval(float(wins), int(matches))[0] > 0.5 for game, _, matches, wins in found if game == "dudo")
    return ("## The strength of `mcts`\n"
            + sections.table(["game, two seats", "playouts an act", "won against `random`", "95 % interval"], rows)
            + "\n\nFixed seeds, seats swapped, a draw counts half; the interval is Wilson's. The goals, 95 of 100 in Connect Four and "
              f"more than chance in dudo, are {'met' if four >= 95 and chance else 'NOT met'}. A server's `mcts` plays {found[-1][1]} "
              "playouts.")
