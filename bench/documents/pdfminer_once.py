# The same work by pdfminer.six: text of every page.
import json, sys, time
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTTextContainer

before = time.process_time()
for file in sys.argv[1:]:
    for page in extract_pages(file):
        for element in page:
            if isinstance(element, LTTextContainer):
                element.get_text()
print(json.dumps({"cpuMs": [(time.process_time() - before) * 1000]}))
