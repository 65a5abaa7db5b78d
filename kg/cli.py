"""The command line: the table of commands, and ``main``, which the script ``reformkg`` runs.

The table says of each command what the list of commands shows, so that ``reformkg --help`` loads none of them; a test
holds it against the commands' own help.
"""

from __future__ import annotations

from collections.abc import Mapping

import click

from kg import __version__
from kg.commands.base import Commands, Entry

# In the order in which an analyst needs them.
COMMANDS: Mapping[str, Entry] = {
    "text": Entry(
        "kg.commands.reading:text",
        "Print the text of FILE that all spans count in.",
        "打印一份文献的文本，所有位置都以它计数。",
    ),
    "read": Entry(
        "kg.commands.reading:read",
        "Write FILE as a page with all that was read in it marked in its text.",
        "把一份文献连同读出的内容写成网页，标在正文里。",
    ),
    "number": Entry(
        "kg.commands.reading:number",
        "Print NUMBER in its normal form, with its issuer or the candidates.",
        "把发文字号写成规范形式，并给出发文机关或可能的机关。",
    ),
    "extract": Entry(
        "kg.commands.reading:extract",
        "Print extraction records, one JSON object a line, of files and folders; each row of a table is a document.",
        "抽取记录，每份文献一行 JSON，不需要图谱。",
    ),
    "build": Entry(
        "kg.commands.building:build",
        "Build the graph of files and folders into a graph directory; only what changed is read again.",
        "读入文件夹，抽取、归并，生成图谱目录；只重读有变化的文献。",
    ),
    "sources": Entry(
        "kg.commands.listing:sources",
        "List files with what was read of their heads, doubtful cells marked, to be corrected and given back.",
        "列出来源清单：每份文献读出的地区、年份、发文机关等，存疑的单元格注明原因；改好后用 --sources 交回。",
    ),
    "formats": Entry(
        "kg.commands.formatting:formats",
        "List the kinds of files that this machine reads, and what to do with those that it does not.",
        "列出这台机器能读的文件格式；不能读的，说明怎么办。",
    ),
    "query": Entry(
        "kg.commands.asking:query",
        "Ask a graph in CYPHER (- reads it from stdin), or with --named; without --write it only reads.",
        "用 Cypher 或命名查询提问，得到行。",
    ),
    "queries": Entry(
        "kg.commands.asking:queries",
        "List the named queries with their parameters and what they answer.",
        "列出命名查询、参数和它们回答的问题。",
    ),
    "shell": Entry(
        "kg.commands.shelling:shell",
        "Ask a graph in Cypher, statement by statement; it only reads.",
        "交互式 Cypher：历史记录，标签、属性、命名查询和名称的补全，参数与输出格式。",
    ),
    "search": Entry(
        "kg.commands.asking:search",
        "Show the sentences of all documents in which WORDS stand, the earliest years first.",
        "哪些文献的哪些句子里有这些词，年份在前的在先。",
    ),
    "why": Entry(
        "kg.commands.asking:why",
        "Show the sentences, rules and resolver steps behind the node or relationship KEY.",
        "节点或关系背后的原句、规则和归并步骤。",
    ),
    "mcp": Entry(
        "kg.commands.assisting:mcp",
        "Let an assistant ask GRAPH over the Model Context Protocol, with tools that only read, and cite sentences.",
        "让智能助手（MCP 客户端）查询图谱：只读的工具，回答须引用原句。",
    ),
    "terms": Entry(
        "kg.commands.terming:terms",
        "List which terms rise and fall by year over files and folders, or over the texts of a graph.",
        "哪些词语随年份和地区增减，哪些可能是新的改革举措。",
    ),
    "trace": Entry(
        "kg.commands.tracing:trace",
        "Trace INITIATIVE: where it began, who adopted it when, who came first, and what that rests on.",
        "某项改革从哪里开始、谁先谁后、隔了几年，以及这些结论有多少依据。",
    ),
    "lineage": Entry(
        "kg.commands.comparing:lineage",
        "Show what INITIATIVE came from and turned into, which of its names is used when, what late adopters say anew.",
        "某项改革由何而来、变为何物，各名称何时使用，较晚采纳的地区多说了什么。",
    ),
    "profile": Entry(
        "kg.commands.comparing:profile",
        "Show what REGION adopted and when, its agencies, documents and figures; or two regions side by side.",
        "某地区采纳了哪些改革、何时采纳，有哪些机构、文献和指标；也可两地对照。",
    ),
    "shares": Entry(
        "kg.commands.comparing:shares",
        "Find sentences that documents of different regions have in common, and who said them earlier.",
        "不同地区的文献有哪些相同或相近的句子，谁说在先。",
    ),
    "export": Entry(
        "kg.commands.sharing:export",
        "Write a subgraph in a FORMAT of other programs.",
        "把（部分）图谱导出为其他程序的格式。",
    ),
    "view": Entry(
        "kg.commands.sharing:view",
        "Write the interactive page of a subgraph: one file that needs no network.",
        "把（部分）图谱写成一个可交互的离线网页。",
    ),
    "push": Entry(
        "kg.commands.neo4j:push",
        "Load GRAPH into Neo4j, so that the database holds it and nothing else of an earlier one.",
        "把图谱目录载入 Neo4j；重复执行结果不变，中断后再执行即可。",
    ),
    "import": Entry(
        "kg.commands.neo4j:import_",
        "Write the graph in Neo4j as a graph directory: nodes and relationships, without the texts of the sources.",
        "把 Neo4j 中的图谱取回为图谱目录。",
    ),
    "verify": Entry(
        "kg.commands.checking:verify",
        "Check GRAPH: schema, keys, years, regions, and each quote against its source text.",
        "检查图谱：结构、键，以及每句引文与原文是否一致。",
    ),
    "info": Entry(
        "kg.commands.informing:info",
        "Show what GRAPH holds: kinds, years, regions, reforms, conflicts, versions, and what could not be read.",
        "图谱里有什么：文献种类、年份、各层级地区、改革举措、来源矛盾、版本，以及未能读取的文件。",
    ),
    "conflicts": Entry(
        "kg.commands.informing:conflicts",
        "Show where the sources of GRAPH contradict each other, with the sentence of each side.",
        "哪些文献互相矛盾，附双方的原句。",
    ),
    "diff": Entry(
        "kg.commands.checking:diff",
        "Show what changed from the graph OLD to the graph NEW; exit status 1 when anything did.",
        "两次构建之间有什么变化。",
    ),
    "coverage": Entry(
        "kg.commands.checking:coverage",
        "Show which region-years of GRAPH have a document at all; documents without a region come last.",
        "哪些地区和年份有文献，哪些文献没有地区。",
    ),
}

_ZH = """\b
中国治理改革知识图谱，每条关系都能看到原句。
由文件夹建图，用 Cypher 提问、追溯、查看。
数据写到标准输出，消息写到标准错误。退出状态：0 正常；
1 有发现，或部分输入不能读取；2 用法有误，或什么都读不出来。
"""


@click.group(cls=Commands, table=COMMANDS, zh=_ZH, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--lang", type=click.Choice(["en", "zh"]), is_eager=True, help="Language of help, column names and pages."
)
@click.version_option(__version__, prog_name="reformkg")
def main(lang: str | None) -> None:
    """A knowledge graph of Chinese governance reforms, in which every relationship shows its sentence.

    Build a graph from a folder of documents, ask it in Cypher, trace it, look at it. Data goes to stdout, messages to
    stderr. Exit status: 0 fine, 1 a finding or some inputs refused, 2 wrong use or nothing could be read.
    """
