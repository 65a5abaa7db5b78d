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

  const byKey = new Map();
  const linksOf = [];
  const adoptions = [];
  const initiatives = [];
  const adoptionOf = new Map();
  /** Names of provinces by the first two digits of their code, where the page has the province. */
  const provinces = new Map();

  function index(node) {
    byKey.set(node.key, node.id);
    linksOf[node.id] = [];
    if (node.kind === "Initiative") initiatives.push(node.id);
    if (node.level === "province") provinces.set(node.code.slice(0, 2), node.label);
  }

  function indexLink(link) {
    linksOf[link.from].push(link.id);
    if (link.to !== link.from) linksOf[link.to].push(link.id);
    if (link.kind !== "ADOPTED") return;
    adoptions.push(link);
    adoptionOf.set(`${nodes[link.from].key} ${link.to}`, link.id);
  }

  nodes.forEach(index);
  for (const link of edges) indexLink(Object.assign(link, { statements: details.statements[link.id] }));

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

  /** The types of relationships that are there for the order of things alone; none of them, where there are no others. */
  function structural() {
    const hidden = page.legend.edges.filter((style) => !style.shown).map((style) => style.kind);
    return new Set(hidden.length < page.legend.edges.length ? hidden : []);
  }

  /** The initiatives that the reference list does not have and that one region alone has; none, where all are such. */
  function local() {
    const regions = new Map();
    for (const { to, members } of adoptions) regions.set(to, (regions.get(to) ?? 0) + (members ?? 1));
    const found = initiatives.filter((id) => details.properties[id].discovered && (regions.get(id) ?? 0) < 2);
    return new Set(found.length < initiatives.length ? found : []);
  }

  /** Takes in a node that was folded, with its properties; its number. */
  function addNode({ properties, ...node }) {
    const id = nodes.length;
    nodes.push({ ...node, id });
    details.properties.push(properties);
    index(nodes[id]);
    return id;
  }

  /** Takes in a link between nodes that the page has; its number. */
  function addLink(link) {
    const id = edges.length;
    edges.push({ ...link, id });
    indexLink(edges[id]);
    return id;
  }

  const placeOf = new Map(details.documents.map((each, place) => [each.key, place]));

  /** The place of a document among those of the page, where it is put when it is met first. */
  function documentPlace(each) {
    if (!placeOf.has(each.key)) {
      placeOf.set(each.key, details.documents.length);
      details.documents.push(each);
    }
    return placeOf.get(each.key);
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
    adoptionOf,
    provinces,
    // pyvis hands the options over as text, so they are JSON within JSON.
    options: JSON.parse(read("options-data")),
    properties: details.properties,
    documents: details.documents,
    groups: details.groups,
    spread: details.spread,
    pictured: details.pictured,
    addNode,
    addLink,
    documentPlace,
    traced: details.traced,
    span: span(),
  };
})();
