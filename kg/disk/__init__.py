"""The graph directory: written beside, fsynced and renamed, so that a crash leaves the old generation."""

from kg.disk.directory import GraphDirectory
from kg.disk.parts import SourceDocument
from kg.disk.workspace import Workspace, open_workspace

__all__ = ["GraphDirectory", "SourceDocument", "Workspace", "open_workspace"]
