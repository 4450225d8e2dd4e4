"""Rows and links of saved pages with lxml: rows_lxml.py FILE... prints CPU time and what was counted."""
import json
import re
import sys
import time

from lxml import html

docs = [open(name, "rb").read() for name in sys.argv[1:]]


def squash(text):
    return re.sub(r"\s+", " ", text).strip()


def work(doc):
    tree = html.fromstring(doc, parser=html.HTMLParser(encoding="utf-8"))
    rows = chars = links = 0
    for tr in tree.iter("tr"):
        cells = [cell for cell in tr if cell.tag == "td"]
        if len(cells) < 3:
            continue
        rows += 1
        for cell in cells:
            chars += len(squash("".join(cell.itertext())))
    for anchor in tree.iter("a"):
        if anchor.get("href"):
            links += 1
    return rows, links, chars


for doc in docs:
    work(doc)
started = time.process_time()
told = [work(doc) for doc in docs]
cpu = (time.process_time() - started) * 1000
print(json.dumps({"cpuMs": cpu, "counts": [sum(x) for x in zip(*told)]}))
