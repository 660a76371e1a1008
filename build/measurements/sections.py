"""docs/performance.md: sections that belong to the measurements, and the text around them, which is anyone's."""
import datetime
import re
import statistics


def section(name, command, machine, body):
    date = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    return (f"<!-- {name} -->\n{body.strip()}\n\nMeasured {date} on {machine}. Written by `{command}`, which "
            f"repeats it.\n<!-- /{name} -->")


def replace(page, name, text):
    """Puts the section in the place of the one before, or at the end where there was none."""
    old = page.read_text(encoding="utf-8")
    marked = re.compile(rf"<!-- {re.escape(name)} -->.*?<!-- /{re.escape(name)} -->", re.DOTALL)
    if len(marked.findall(old)) > 1:
        raise SystemExit(f"measure: {page} has the section {name} twice")
    new = marked.sub(lambda _: text, old) if marked.search(old) else old.rstrip("\n") + "\n\n" + text + "\n"
    page.write_text(new, encoding="utf-8")


def spread(values, digits=2):
    """The median of the values, their least and greatest: `0.81 (0.78 to 0.90)`."""
    median, least, most = statistics.median(values), min(values), max(values)
    return f"{median:.{digits}f} ({least:.{digits}f} to {most:.{digits}f})"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| " + " | ".join("---" for _ in head) + " |"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])
