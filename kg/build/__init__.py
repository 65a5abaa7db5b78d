"""From folders of files to a graph directory: find, extract in worker processes, merge, publish."""

from kg.build.build import BuildReport, build_graph
from kg.build.extract import ExtractedLine, extract_lines
from kg.build.files import FoundFiles, SourceFile, find_files

__all__ = ["BuildReport", "ExtractedLine", "FoundFiles", "SourceFile", "build_graph", "extract_lines", "find_files"]
