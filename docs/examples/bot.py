"""A bot for a Cancha server, which starts it and asks it for every act. Copy from it freely.

It plays any game by choosing at random, and dudo by counting its dice. In the server's settings:
    programs { bots = ["countingBot = *: python3 docs/examples/bot.py"] }

One line of JSON comes on standard input for each act, one line goes out: the act. Nothing else may go to standard
output; what is written to standard error stands in the server's log."""
import json, random, sys


def at_least(count, dice, chance):  # how likely `count` or more of `dice` show the face
    row = [1.0]  # row[n]: exactly n so far
    for _ in range(dice):
        row = [stay * (1 - chance) + come * chance for stay, come in zip(row + [0.0], [0.0] + row)]
    return sum(row[max(count, 0):])


def likely(bid, view, mine):  # how likely the bid holds, given the dice that we see
    wild = bid["face"] != 1 and not view["special"]  # ones count as every face
    ours = sum(die == bid["face"] or (wild and die == 1) for die in mine)
    others = sum(view["dice"].values()) - len(mine)
    return at_least(bid["count"] - ours, others, 1 / 3 if wild else 1 / 6)


def dudo(view, me, legal):  # the raise that is likeliest to hold, unless the bid that stands is not to be believed
    raises = [act for act in legal if "bid" in act]
    best = max(raises, default=None, key=lambda act: (likely(act["bid"], view, me["dice"]), random.random()))
    standing = view.get("bid")
    if standing is None:
        return best
    doubt = 1 - likely(standing, view, me["dice"])
    if best is None or doubt > likely(best["bid"], view, me["dice"]):
        return {"call": "dudo"}
    return best


for line in sys.stdin:  # ends when the server closes it
    ask = json.loads(line)
    if ask["game"] == "dudo":
        act = dudo(ask["view"], ask["me"], ask["legal"])
    else:
        act = random.choice(ask["legal"])
    print(json.dumps(act), flush=True)
