"""The page's graph as a pyvis network, rendered through our template with the vis-network that pyvis brings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import FileSystemLoader
from pyvis.network import Network

from kg.views.appearance import palette
from kg.views.embed import inline
from kg.views.errors import ViewError
from kg.views.html_file import PAGE, environment
from kg.views.model import Model
from kg.views.nodes import node_name

_OPTIONS = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": False,
        "selectable": False,
        "hideEdgesOnDrag": True,
        "hideEdgesOnZoom": False,
        "dragNodes": True,
        "zoomSpeed": 0.7,
    },
    "nodes": {"borderWidth": 1.2, "borderWidthSelected": 1.2},
    "edges": {"smooth": False, "selectionWidth": 0, "hoverWidth": 0, "arrowStrikethrough": False},
}


class _Network(Network):  # type: ignore[misc]
    """A pyvis network that looks up the ends of a link in a dict; the list of pyvis makes many links slow."""

    def get_nodes(self) -> Any:
        return self.node_map


def pyvis_network(model: Model) -> Network:
    """The graph as pyvis holds it: nodes with shape, size, colour and place, links with colour and width.

    Nodes are numbered in the order of the model; ``facts`` travel with each node.
    """
    network = _Network(directed=True, cdn_resources="in_line")
    for number, node in enumerate(model.nodes):
        style = palette().node(node.label)
        x, y = model.network[number]
        network.add_node(
            number,
            label=node_name(node),
            shape=style.shape,
            color=style.colour,
            size=model.sizes[number],
            x=x,
            y=y,
            **model.facts[number],
        )
    for number, link in enumerate(model.links):
        network.add_edge(
            link.start,
            link.end,
            id=number,
            kind=link.kind,
            color=palette().relationship(link.kind).colour,
            width=link.width,
            dashes=link.status == "planned",
            **({"members": link.members} if link.members else {}),
        )
    network.options = _OPTIONS
    return network


def render(network: Network, values: Mapping[str, Any]) -> str:
    """The whole page.

    Args:
        network: the graph; pyvis hands its nodes, edges and options to the template.
        values: what the template needs besides.

    Returns:
        HTML; whatever is not marked as safe in ``values`` is escaped.
    """
    pyvis_templates = network.template_dir
    network.set_template_dir(str(files("kg.views") / "assets"), PAGE)
    network.templateEnv = environment("kg.views", FileSystemLoader(pyvis_templates))
    network.templateEnv.globals.update(values)
    html: str = network.generate_html()
    return html


@cache
def vis_network() -> str:
    """The source of vis-network as it lies in the installed pyvis.

    Raises:
        ViewError: that pyvis does not bring the version that the page is made for.
    """
    source = files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js"
    if not source.is_file():
        raise ViewError("the installed pyvis does not bring vis-network 9.1.2: install pyvis 0.3.2")
    return inline(source.read_text(encoding="utf-8"), "the vis-network of pyvis")
