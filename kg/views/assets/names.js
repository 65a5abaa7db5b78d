// Which names are to be written, where, and which goes before which.
"use strict";

const names = (() => {
  const FOREMOST = 10;

  /** Whether a node has nothing to say under the present choices, so that its name is written paler. */
  function silent(node) {
    if (node.kind !== "Region") return looks.isQuiet(node);
    return data.initiatives.length > 0 && traced.LEVELS.includes(node.level) && !traced.isAdoption(traced.ofNode(node).state);
  }

  /** The initiatives with the most links: their names are there however crowded it is. */
  function foremost() {
    const { nodes, degree } = filter.shown;
    const shown = data.initiatives.filter((id) => nodes[id] && !silent(data.nodes[id]));
    return new Set(shown.sort((a, b) => degree[b] - degree[a] || a - b).slice(0, FOREMOST));
  }

  function ofNode(node, strong, first) {
    const chosen = state.current.chosen?.node === node.id;
    const off = strong && !strong.nodes.has(node.id);
    const initiative = node.kind === "Initiative";
    return {
      id: node.id,
      text: off ? "" : (node.short ?? node.label),
      radius: looks.radius(node),
      bold: initiative || chosen,
      must: chosen || first.has(node.id),
      rank:
        (chosen ? 1e6 : 0) +
        (strong && !off ? 1e5 : 0) +
        (first.has(node.id) ? 1e4 : initiative ? 500 : 0) +
        node.size * 20 +
        filter.shown.degree[node.id],
      colour: silent(node) ? theme.colours().muted : initiative ? theme.colours().initiative : theme.colours().ink,
    };
  }

  /** All names as `labels.draw` takes them; `spots` are the places of the nodes, `project` takes them to the screen. */
  function all(spots, project, scale) {
    const strong = looks.related();
    const first = foremost();
    const items = data.nodes.filter((node) => filter.shown.nodes[node.id]).map((node) => ofNode(node, strong, first));
    return items.map((item) => ({
      ...item,
      radius: item.radius * scale,
      size: item.bold ? 13 : 12,
      spot: project(spots[item.id]),
    }));
  }

  /** The same for paper: nothing chosen, nothing dimmed; `radius` is that of a node there. */
  function plain(spots, project, radius) {
    const first = foremost();
    return data.nodes
      .filter((node) => filter.shown.nodes[node.id])
      .map((node) => ofNode(node, null, first))
      .map((item) => ({ ...item, radius: radius(data.nodes[item.id]), size: item.bold ? 13 : 12, spot: project(spots[item.id]) }));
  }

  return { all, plain };
})();
