// What the page was given: nodes, links, statements, documents, and indexes over them.
"use strict";

const data = (() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const { nodes, edges } = read("graph-data");
  const details = read("details-data");
  const page = read("page-data");

  const styles = { nodes: new Map(), edges: new Map() };
  for (const style of page.legend.nodes) styles.nodes.set(style.kind, style);
  for (const style of page.legend.edges) styles.edges.set(style.kind, style);

  const byKey = new Map(nodes.map((node) => [node.key, node.id]));
  const linksOf = nodes.map(() => []);
  for (const link of edges) {
    link.statements = details.statements[link.id];
    link.timeless = link.statements.some((statement) => statement.year === undefined);
    linksOf[link.from].push(link.id);
    if (link.to !== link.from) linksOf[link.to].push(link.id);
  }

  const adoptions = edges.filter((link) => link.kind === "ADOPTED");
  const initiatives = nodes.filter((node) => node.kind === "Initiative").map((node) => node.id);

  /** First and last year that anything speaks of: of the adoptions where there are any, else of all. */
  function span() {
    let low = Infinity;
    let high = -Infinity;
    const years = (links) => links.flatMap((link) => link.statements.map((statement) => statement.year));
    const first = details.traced.initiatives.flatMap(({ rows }) => rows.map((row) => row[1] || undefined));
    let found = [...years(adoptions), ...first].filter((year) => year !== undefined);
    if (!found.length)
      found = [...years(edges), ...nodes.map((node) => node.year)].filter((year) => year !== undefined);
    for (const year of found) {
      low = Math.min(low, year);
      high = Math.max(high, year);
    }
    return found.length ? [low, high] : null;
  }

  /** Names of provinces by the first two digits of their code, where the page has the province. */
  const provinces = new Map();
  for (const node of nodes) if (node.level === "province") provinces.set(node.code.slice(0, 2), node.label);

  /** The types of relationships that are there for the order of things alone; none of them, where there are no others. */
  function structural() {
    const hidden = page.legend.edges.filter((style) => !style.shown).map((style) => style.kind);
    return new Set(hidden.length < page.legend.edges.length ? hidden : []);
  }

  /** The initiatives that the reference list does not have and that one region alone has; none, where all are such. */
  function local() {
    const regions = new Map();
    for (const { from, to } of adoptions) regions.set(to, (regions.get(to) ?? new Set()).add(from));
    const found = initiatives.filter((id) => details.properties[id].discovered && (regions.get(id)?.size ?? 0) < 2);
    return new Set(found.length < initiatives.length ? found : []);
  }

  return {
    structural,
    local,
    nodes,
    links: edges,
    page,
    styles,
    byKey,
    linksOf,
    adoptions,
    initiatives,
    adoptionOf: new Map(adoptions.map((link) => [`${nodes[link.from].key} ${link.to}`, link.id])),
    provinces,
    // pyvis hands the options over as text, so they are JSON within JSON.
    options: JSON.parse(read("options-data")),
    properties: details.properties,
    documents: details.documents,
    bands: details.bands,
    traced: details.traced,
    span: span(),
  };
})();
