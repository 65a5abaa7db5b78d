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

  /** Whether a statement on an initiative is of those that count: by the form found in it, and by how sure it is. */
  function counts(statement) {
    const { forms, least } = state.current;
    if (forms === "name" && statement.quote && !statement.named) return false;
    return least === 0 || statement.confidence === undefined || statement.confidence >= least;
  }

  const isTold = (link) => data.nodes[link.to].kind === "Initiative";

  const passes = (link) => {
    const weigh = isTold(link);
    return (statement) => inYears(statement.year) && (!weigh || counts(statement));
  };

  /** The statements of a link that count, and speak of the chosen years or of none in particular. */
  const statements = (link) => link.statements.filter(passes(link));

  function nodeAllowed(node) {
    const { hiddenNodes, hiddenInitiatives } = state.current;
    return folds.isPresent(node) && !hiddenNodes.has(node.kind) && !hiddenInitiatives.has(node.id) && inYears(node.year);
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

  /** What is visible: a flag for each node and link; and how many links each node has. */
  function compute() {
    const { hiddenLinks, focus, hops } = state.current;
    const nodes = data.nodes.map(nodeAllowed);
    const links = data.links.map(
      (link) =>
        !hiddenLinks.has(link.kind) &&
        nodes[link.from] &&
        nodes[link.to] &&
        link.statements.some(passes(link)),
    );
    if (focus !== null && nodes[focus]) {
      const kept = around(focus, hops, nodes, links);
      for (const node of data.nodes) nodes[node.id] = nodes[node.id] && kept.has(node.id);
      for (const link of data.links) links[link.id] = links[link.id] && nodes[link.from] && nodes[link.to];
    }
    if (state.current.layout === "timeline") {
      const drawn = lanes.drawn();
      for (const node of data.nodes) nodes[node.id] = nodes[node.id] && drawn.nodes.has(node.id);
      for (const link of data.links) {
        const turn = link.kind === "EVOLVED_INTO" && nodes[link.from] && nodes[link.to];
        links[link.id] = links[link.id] && (drawn.links.has(link.id) || turn);
      }
    }
    const degree = data.nodes.map(() => 0);
    for (const link of data.links) {
      if (!links[link.id]) continue;
      degree[link.from] += 1;
      degree[link.to] += 1;
    }
    return { nodes, links, degree };
  }

  let result = null;
  return {
    statements,
    inYears,
    allowed: nodeAllowed,
    refresh: () => {
      traced.forget();
      paint.forget();
      result = compute();
    },
    get shown() {
      return result ?? (result = compute());
    },
  };
})();
