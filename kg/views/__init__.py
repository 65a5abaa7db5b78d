"""Interactive pages: one HTML file that works offline, with positions computed beforehand."""
