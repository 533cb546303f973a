"""`python -m tests.commands.slow_page …`: the command line with a second for a file, and pages that never end.

A worker process imports this module too, and reads no faster.
"""

import time

import regkb.ingest.alone
from regkb.cli import main
from regkb.ingest.pdf_letters import PdfiumPages
from regkb.ingest.pool import Limits


def read_page(pages, index):
    while True:
        time.sleep(0.01)


regkb.ingest.alone.LIMITS = Limits(seconds=1)
PdfiumPages.read_page = read_page

if __name__ == "__main__":
    main()
