"""The command line: reformkg."""

from __future__ import annotations

import click

from kg.commands.base import Commands

# In the order in which an analyst needs them.
PLACES = {
    "text": "kg.commands.reading:text",
    "number": "kg.commands.reading:number",
    "extract": "kg.commands.reading:extract",
    "build": "kg.commands.building:build",
    "query": "kg.commands.asking:query",
    "queries": "kg.commands.asking:queries",
    "shell": "kg.commands.shelling:shell",
    "why": "kg.commands.asking:why",
    "terms": "kg.commands.terming:terms",
    "export": "kg.commands.sharing:export",
    "view": "kg.commands.sharing:view",
    "push": "kg.commands.neo4j:push",
    "import": "kg.commands.neo4j:import_",
    "verify": "kg.commands.checking:verify",
    "diff": "kg.commands.checking:diff",
    "coverage": "kg.commands.checking:coverage",
}


@click.group(cls=Commands, places=PLACES, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--lang", type=click.Choice(["en", "zh"]), help="Language of help, column names and pages.")
@click.version_option(package_name="reformkg", prog_name="reformkg")
def main(lang: str | None) -> None:
    """A knowledge graph of Chinese governance reforms, in which every relationship shows its sentence.

    Build a graph from a folder of documents, ask it in Cypher, trace it, look at it. Data goes to stdout, messages to
    stderr. Exit status: 0 fine, 1 a finding or some inputs refused, 2 wrong use or nothing could be read.
    """


if __name__ == "__main__":
    main()
