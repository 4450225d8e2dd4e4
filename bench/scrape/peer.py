"""The same fetch and parse as a Scrapy spider: peer.py PORT COUNT [PLATFORM] prints its CPU time.

Rows of grids with their cells and links, rows of API answers with the fields that matter; of a
platform by name every row with its words and links, as lxml reads them.
"""
import json
import os
import resource
import sys
import urllib.request

import scrapy
from scrapy.crawler import CrawlerProcess

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "parsers"))
from rows_lxml import work  # noqa: E402

port, count = sys.argv[1:3]
is_platform = len(sys.argv) > 3
base = "http://127.0.0.1:%s" % port
kinds = json.load(urllib.request.urlopen(base + "/list"))
seen = {"rows": 0}


def text_of(cell):
    return " ".join(" ".join(cell.css("::text").getall()).split())


class Peer(scrapy.Spider):
    name = "peer"

    def start_requests(self):
        for number in range(int(count)):
            kind = kinds[number % len(kinds)]
            yield scrapy.Request(
                "%s/%d" % (base, number), cb_kwargs={"kind": kind}, dont_filter=True
            )

    def parse(self, response, kind):
        if is_platform:
            for row in work(response.body):
                seen["rows"] += 1
                yield {"row": row}
            return
        if kind.endswith(".json"):
            answer = json.loads(response.text)
            rows = answer if isinstance(answer, list) else [answer]
            for row in rows:
                seen["rows"] += 1
                yield {key: row.get(key) for key in list(row)[:12]}
            return
        if kind == "matter":
            seen["rows"] += 1
            yield {
                span.attrib["id"]: text_of(span)
                for span in response.css('span[id*="_lbl"], a[id*="_hyp"]')
            }
            return
        for row in response.css("tr.rgRow, tr.rgAltRow"):
            seen["rows"] += 1
            yield {
                "cells": [text_of(cell) for cell in row.css("td")],
                "links": [response.urljoin(href) for href in row.css("a::attr(href)").getall()],
            }


used = resource.getrusage(resource.RUSAGE_SELF)
started = used.ru_utime + used.ru_stime
process = CrawlerProcess(
    {
        "LOG_ENABLED": False,
        "ROBOTSTXT_OBEY": False,
        "CONCURRENT_REQUESTS": 16,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
        "TELNETCONSOLE_ENABLED": False,
    }
)
process.crawl(Peer)
process.start()
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"cpuMs": (used.ru_utime + used.ru_stime - started) * 1000, **seen}))
