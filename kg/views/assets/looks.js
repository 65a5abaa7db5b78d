// How each node, mark and link is to look under the present choices, as vis-network wants to be told.
"use strict";

const looks = (() => {
  const FAINT = 0.12;
  let zoom = 1;

  /** What stays strong while something is chosen: null when nothing is. */
  function related() {
    const { chosen } = state.current;
    if (!chosen) return null;
    const link = chosen.link ?? record.link(chosen);
    if (chosen.node === undefined && link === undefined) return null;
    if (link !== undefined) {
      const { id, from, to } = data.links[link];
      const after = chosen.region === undefined ? [] : spread.followers(record.of(chosen));
      const followers = after.map(({ region }) => traced.nodeOf(region)).filter((place) => place !== undefined);
      const theirs = followers.map((place) => data.adoptionOf.get(`${data.nodes[place].key} ${to}`)).filter((each) => each !== undefined);
      return { nodes: new Set([from, to, ...followers]), links: new Set([id, ...theirs]) };
    }
    const links = data.linksOf[chosen.node].filter((id) => filter.shown.links[id]);
    const nodes = links.flatMap((id) => [data.links[id].from, data.links[id].to]);
    return { nodes: new Set([chosen.node, ...nodes]), links: new Set(links) };
  }

  /** A node all of whose links are hidden, as those of other years are; a region's own colour says so. */
  const isQuiet = (node) => node.kind !== "Region" && !filter.shown.degree[node.id] && data.linksOf[node.id].length > 0;

  /** The radius of a node: it grows where the whole is drawn small, an initiative the most, so that it stays seen. */
  function radius(node) {
    const { layout } = state.current;
    const many = data.initiatives.length > 30;
    const [wanted, most] =
      node.kind === "Initiative" ? [0.62, many ? 1.4 : 2.4] : [0.5, layout === "levels" ? 2 : 1.35];
    return Math.round(node.size * Math.min(Math.max(wanted / zoom, 1), most) * 10) / 10;
  }

  function place(node) {
    const { layout } = state.current;
    if (layout === "levels") return rows.levels(node);
    return node.home;
  }

  /** How vis-network draws outlines, and what it takes to know that they changed. */
  const drawn = (outlines, opacity, ring) => ({
    shape: "custom",
    look: [outlines, opacity, ring],
    ctxRenderer: ({ ctx, x, y, style }) => ({
      drawNode() {
        marks.draw(ctx, outlines, x, y, style.size, opacity);
        if (ring) circle(ctx, x, y, style.size + 3, ring);
      },
      nodeDimensions: { width: 2 * style.size, height: 2 * style.size },
    }),
  });

  function circle(ctx, x, y, radius, colour) {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.strokeStyle = colour;
    ctx.lineWidth = 2;
    ctx.stroke();
  }

  /** A region that first states it in the last of the chosen years is ringed, while these are played or narrowed. */
  const isNew = (item) =>
    item.kind === "Region" && state.current.to !== data.span?.[1] && traced.ofNode(item).year === state.current.to;

  function node(item, strong) {
    const opacity = strong && !strong.nodes.has(item.id) ? FAINT * 1.6 : isQuiet(item) ? 0.35 : 1;
    return {
      id: item.id,
      ...place(item),
      size: radius(item),
      ...drawn(paint.outlines(item), opacity, isNew(item) ? theme.colours().fresh : null),
      hidden: !filter.shown.nodes[item.id],
    };
  }

  /** How far a link is bent: between bands or lanes of the same row much, else only to part it from its twins. */
  function bend(link) {
    const { layout } = state.current;
    const inRow = layout === "levels" && rows.band(data.nodes[link.from]) === rows.band(data.nodes[link.to]);
    return inRow ? 0.22 : link.bend;
  }

  function link(item, strong, base) {
    const { chosen } = state.current;
    const opacity = strong ? (strong.links.has(item.id) ? 0.95 : FAINT / 2) : item.firm ? 0.85 : base;
    const width = item.thickness + (chosen?.link === item.id ? 2.4 : 0);
    const roundness = bend(item);
    const tone = theme.of(data.styles.edges.get(item.kind));
    return {
      id: item.id,
      hidden: !filter.shown.links[item.id],
      color: { color: tone, highlight: tone, hover: tone, inherit: false, opacity },
      width: width * (item.firm ? Math.min(Math.max(0.8 / zoom, 1), 2.5) : 1),
      smooth: roundness ? { enabled: true, type: "curvedCW", roundness } : { enabled: false },
    };
  }

  /** The looks of all nodes. */
  function nodes() {
    const strong = related();
    return data.nodes.map((item) => node(item, strong));
  }

  const paleness = (count) => (count > 1500 ? 0.22 : count > 500 ? 0.34 : count > 150 ? 0.5 : 0.7);

  /** The looks of all links, the paler the more of them there are. */
  function links() {
    const strong = related();
    const base = paleness(filter.shown.links.filter(Boolean).length);
    return data.links.map((item) => link(item, strong, base));
  }

  return {
    nodes,
    links,
    related,
    isQuiet,
    place,
    radius,
    bend,
    paleness,
    /** The radius of a node where it is drawn at full size. */
    plainRadius: (node) => node.size * (node.kind === "Initiative" ? 1.3 : 1.15),
    /** Takes note of how small the whole is drawn; true if that changes anything. */
    zoomed(scale) {
      const changed = zoom !== scale;
      zoom = scale;
      return changed;
    },
  };
})();
