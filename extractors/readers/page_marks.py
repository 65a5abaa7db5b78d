"""What a program prints at the edge of each page: its number."""

from __future__ import annotations

import re

PAGE_NUMBER = re.compile(
    r"[-–—―－·•\s]*\d{1,4}[-–—―－·•\s]*|第?\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}"
)
"""A line that is a page's number and nothing else."""
