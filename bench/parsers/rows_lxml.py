"""Rows of saved pages with lxml: rows_lxml.py TIMES FILE... prints the CPU time of reading all so often.

Every row, list entry and box with its words and its absolute links; of JSON every object's fields.
"""
import json
import re
import sys
import time
from urllib.parse import urljoin

from lxml import etree, html

BASE = "https://address.invalid/x/"


def squash(text):
    return re.sub(r"\s+", " ", text).strip()


def objects(value):
    if isinstance(value, dict):
        yield [squash(str(one)) for one in value.values() if not isinstance(one, (dict, list))]
        for one in value.values():
            yield from objects(one)
    elif isinstance(value, list):
        for one in value:
            yield from objects(one)


def elements(doc):
    head = doc[:200].lstrip()
    if head.startswith(b"BEGIN:VCALENDAR"):
        return [[squash(line) for line in doc.decode("utf-8", "replace").splitlines()]]
    if head.startswith(b"<?xml") and b"<html" not in doc[:2000]:
        tree = etree.fromstring(doc, parser=etree.XMLParser(recover=True))
        wanted = ("item", "entry", "meeting", "category")
    else:
        tree = html.fromstring(doc, parser=html.HTMLParser(encoding="utf-8"))
        wanted = ("tr", "li", "article", "div", "p")
    rows = []
    for row in tree.iter(*wanted):
        # A box around boxes is no row.
        if any(True for _ in row.iterchildren(*wanted)):
            continue
        words = squash("".join(row.itertext()))
        links = [urljoin(BASE, link.get("href")) for link in row.iter("a") if link.get("href")]
        rows.append((words, links))
    for link in tree.iter("a"):
        rows.append((squash("".join(link.itertext())), [urljoin(BASE, link.get("href") or "")]))
    return rows


def work(doc):
    if doc[:200].lstrip()[:1] in (b"{", b"["):
        return list(objects(json.loads(doc.decode("utf-8-sig"))))
    return elements(doc)


if __name__ == "__main__":
    docs = [open(name, "rb").read() for name in sys.argv[2:]]
    for doc in docs:
        work(doc)
    started = time.process_time()
    for _ in range(int(sys.argv[1])):
        for doc in docs:
            work(doc)
    print(json.dumps({"cpuMs": (time.process_time() - started) * 1000}))
