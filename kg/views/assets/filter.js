// Which nodes, links and statements the present choices leave visible.
"use strict";

const filter = (() => {
  /** Whether a year is among the chosen ones; a handle at the end of its way lets all that lies beyond it in as well. */
  function inYears(year) {
    const { from, to, single } = state.current;
    if (year === undefined || !data.span) return true;
    if (single) return year === to;
    return (year >= from || from === data.span[0]) && (year <= to || to === data.span[1]);
  }

  /** The statements of a link that speak of the chosen years, or of none in particular. */
  const statements = (link) => link.statements.filter((statement) => inYears(statement.year));

  function nodeAllowed(node) {
    const { hiddenNodes, hiddenInitiatives } = state.current;
    return !hiddenNodes.has(node.kind) && !hiddenInitiatives.has(node.id) && inYears(node.year);
  }

  /** Nodes within so many steps of one, over visible links. */
  function around(start, hops, nodes, links) {
    const reached = new Set([start]);
    let edge = [start];
    for (let step = 0; step < hops; step += 1) {
      const next = [];
      for (const id of edge) {
        for (const linkId of data.linksOf[id]) {
          if (!links[linkId]) continue;
          const { from, to } = data.links[linkId];
          const other = from === id ? to : from;
          if (nodes[other] && !reached.has(other)) {
            reached.add(other);
            next.push(other);
          }
        }
      }
      edge = next;
    }
    return reached;
  }

  /** What is visible: a flag for each node and link, and the first year in which each region adopts. */
  function compute() {
    const { hiddenLinks, focus, hops } = state.current;
    const nodes = data.nodes.map(nodeAllowed);
    const links = data.links.map(
      (link) =>
        !hiddenLinks.has(link.kind) &&
        nodes[link.from] &&
        nodes[link.to] &&
        (link.timeless || link.statements.some((statement) => inYears(statement.year))),
    );
    if (focus !== null && nodes[focus]) {
      const kept = around(focus, hops, nodes, links);
      for (const node of data.nodes) nodes[node.id] = nodes[node.id] && kept.has(node.id);
      for (const link of data.links) links[link.id] = links[link.id] && nodes[link.from] && nodes[link.to];
    }
    const adopted = new Map();
    const degree = data.nodes.map(() => 0);
    for (const link of data.links) {
      if (!links[link.id]) continue;
      degree[link.from] += 1;
      degree[link.to] += 1;
      if (link.kind !== "ADOPTED") continue;
      const years = statements(link).map((statement) => statement.year ?? Infinity);
      adopted.set(link.from, Math.min(adopted.get(link.from) ?? Infinity, ...years));
    }
    return { nodes, links, adopted, degree };
  }

  let result = null;
  return {
    statements,
    inYears,
    refresh: () => (result = compute()),
    get shown() {
      return result ?? (result = compute());
    },
    /** Whether any document speaks of a region in the chosen years; null where the page does not know. */
    observed: (node) => (node.seen ? node.seen.some(inYears) : null),
  };
})();
