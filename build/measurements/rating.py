"""Whether the statistics of a league hold what they say, on leagues whose truth is known: how often the 95 % interval of a
rating holds the true strength, and how often the sequential test errs.

The leagues are drawn from fixed seeds, so every machine finds the same figures. A group is the matches of one seed, once for
each seat."""
import re
import subprocess
import sys

from measurements import sections

LEAST, MOST = 0.93, 0.97
# 5 %, and two standard errors of a share of 5 % in 2,000.
ERROR = 0.06


def options(parser):
    pass


def measure(options, root):
    done = subprocess.run(
        [str(root / "mvnw"), "-q", "-Dfast", "-pl", "app", "-am", "test", "-Dtest=RatingTrial",
         "-Dsurefire.failIfNoSpecifiedTests=false"], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    covered = re.findall(r"^coverage;([^;]*);(\d+);(\d+);(\d+);(\d+)$", done.stdout, re.MULTILINE)
    tests = re.findall(r"^sprt;([^;]*);(\d+);(\d+);(\d+);(\d+);(\d+)$", done.stdout, re.MULTILINE)
    if done.returncode or len(covered) != 11 or len(tests) != 3:
        sys.exit(done.stdout + "\nmeasure: the statistics were not measured")
    return intervals(covered) + "\n\n" + errors(tests)


def percent(part, whole):
    return f"{100 * int(part) / int(whole):.1f} %"


def intervals(covered):
    rows = [[name, percent(mean, runs), percent(least, runs), percent(most, runs)] for name, runs, least, most, mean in covered]
    fine = all(LEAST <= int(least) / int(runs) and int(most) / int(runs) <= MOST for _, runs, least, most, _ in covered)
    return ("## The statistics of a league\n"
            + sections.table(["league", "intervals that hold the truth", "of the bot with the fewest", "with the most"], rows)
            + f"\n\n{int(covered[0][1]):,} synthetic leagues of each shape; the distances are Elo. The goal, 93 to 97 % for each bot of each "
              f"shape, is {'met' if fine else 'NOT met'}. Of bots so far apart that one wins a match or two in a hundred no interval "
              "can be exact: what it holds goes up and down in steps with each such match.")


def errors(tests):
    rows = [[name, percent(h1, runs), percent(h0, runs), none, some] for name, runs, h1, h0, none, some in tests]
    fine = all(max(int(h1), int(h0)) <= ERROR * int(runs) for _, runs, h1, h0, _, _ in tests)
    head = ["sequential test of 0 against 50 Elo", "equal, and called stronger", "50 stronger, and called equal",
            "pairs until it ends, equal", "50 stronger"]
    return (sections.table(head, rows) + f"\n\n{int(tests[0][1]):,} tests each way. The goal, 5 % of each error and at most two standard "
                                     f"errors more, is {'met' if fine else 'NOT met'}.")
