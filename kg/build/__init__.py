"""From folders of files to a graph directory: find, extract in worker processes, merge, publish."""
