"""`python -m tests.ingest.stubbed …`: the command line with the reader of specimens, writing after every few acts."""

import regkb.ingest.writer
import regkb.pipeline
from regkb.cli import main
from tests.ingest.stub import read_stub

if __name__ == "__main__":
    regkb.pipeline.read_act = read_stub
    regkb.ingest.writer.BATCH_SECONDS = 0.2
    main()
