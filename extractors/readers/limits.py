"""How large a file and what is in it may be: beyond it the file is refused, and the refusal names the limit.

Each is far above what documents of public bodies are, and far below what would cost a machine its memory or its day.
``docs/limits.md`` tells them to users; a test holds it against this list. What a document may cost in memory and time
is told apart from these, since it belongs to the machine (``kg/build/budget.py``).
"""

from __future__ import annotations

MAX_BYTES = 64 << 20
"""Size in bytes beyond which a file is refused unread."""
MAX_CHARS = 5_000_000
"""Characters of a text: some thousand pages, so no single document."""
MAX_MARKUP = 20_000_000
"""Characters of a web page with its markup."""
MAX_TAGS = 1_000_000
"""Signs that open or close an element of a web page."""
MAX_DEPTH = 2_047
"""Elements of a web page inside each other; libxml2 gives up there and loses the rest."""
MAX_PAGES = 10_000
"""Pages of a PDF."""
MAX_ARCHIVE_BYTES = 1 << 30
"""Size in bytes beyond which an archive is refused unread."""
MAX_UNPACKED_BYTES = 4 << 30
"""Bytes to which an archive unpacks, with all archives in it."""
MAX_UNPACKED_FILES = 50_000
"""Files and folders in an archive, with all archives in it."""
MAX_RATIO = 200
"""Times its size to which an archive unpacks; texts are packed to a tenth, and pages of one site to a fiftieth."""
AT_EASE_BYTES = 64 << 20
"""Bytes to which any archive may unpack, whatever its size."""
MAX_NESTED = 3
"""Archives inside each other."""
MAX_PART_BYTES = 256 << 20
"""Bytes to which a part of a Word document unpacks; more is a bomb, or no document that a person wrote."""
MAX_MARKS = 3_000_000
"""Signs that open or close an element in a part of a Word document; each takes some hundred bytes once it is read."""
MAX_SHEET_BYTES = 128 << 20
"""Bytes to which a part of an Excel file unpacks."""
MAX_ROWS = 500_000
"""Rows of a table; no list of policies has as many."""
MAX_CELLS = 20_000_000
"""Cells of a table, the empty ones between others among them."""
MAX_WIDTH = 10_000
"""Cells of a row."""
MAX_COLUMNS = 500
"""Cells of a row of a sheet that are read: one that was formatted far to the right makes each row as wide."""
MAX_CELL = 1_000_000
"""Characters of a cell."""
