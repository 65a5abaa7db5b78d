"""What several scripts, or a script and the tests, use: made-up graphs and a Chromium."""
