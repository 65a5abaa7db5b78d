// The drawing: vis-network with places computed beforehand, redrawn from the choices in `state`.
"use strict";

const picture = (() => {
  const INK = "#1d2939";
  const QUIET_INK = "#8792a2";
  const FAINT = 0.12;
  const MOST_ARROWS = 800;
  const MARGINS = { network: [50, 50, 46, 46], levels: [90, 50, 4, 4], timeline: [230, 70, 44, 20] };
  let network = null;
  let nodeSet = null;
  let linkSet = null;
  let zoom = 1;
  const drawn = { nodes: new Map(), links: new Map() };
  const stage = () => dom.byId("canvas");
  const view = () => ({ width: stage().clientWidth, height: stage().clientHeight });
  const project = (point) => network.canvasToDOM(point);

  const markId = (place) => data.nodes.length + place;
  const isMark = (id) => id >= data.nodes.length;
  const markLink = (id) => data.links[data.timeline.links[id - data.nodes.length]];

  /** What stays strong while something is chosen: null when nothing is. */
  function related() {
    const { chosen } = state.current;
    if (!chosen) return null;
    if (chosen.link !== undefined) {
      const { id, from, to } = data.links[chosen.link];
      return { nodes: new Set([from, to]), links: new Set([id]) };
    }
    const links = data.linksOf[chosen.node].filter((id) => filter.shown.links[id]);
    const nodes = links.flatMap((id) => [data.links[id].from, data.links[id].to]);
    return { nodes: new Set([chosen.node, ...nodes]), links: new Set(links) };
  }

  function place(node) {
    const { layout } = state.current;
    if (layout === "levels") return rows.levels(node);
    if (layout === "timeline" && rows.lane(node.id) !== undefined) return rows.initiative(node.id);
    return { x: node.home.x, y: node.home.y };
  }

  /** Nodes grow where the whole is drawn small, initiatives the most, so that they stay to be seen. */
  function grown(node) {
    const { layout } = state.current;
    if (node.kind === "Initiative") return node.size * Math.min(Math.max(0.62 / zoom, 1), layout === "timeline" ? 1.4 : 2.4);
    return node.size * Math.min(Math.max(0.5 / zoom, 1), layout === "levels" ? 2 : 1.35);
  }

  const solid = (color) => ({ ...color, highlight: color, hover: color });

  function nodeLook(node, strong) {
    const { color, borderWidth } = paint.nodeLook(node);
    const timeline = state.current.layout === "timeline";
    const quiet = !filter.shown.degree[node.id] && data.linksOf[node.id].length && node.kind !== "Region";
    return {
      id: node.id, ...place(node), size: Math.round(grown(node) * 10) / 10, color: solid(color), borderWidth,
      hidden: !filter.shown.nodes[node.id] || (timeline && rows.lane(node.id) === undefined),
      opacity: strong && !strong.nodes.has(node.id) ? FAINT * 1.6 : quiet ? 0.35 : 1,
    };
  }

  function markLook(linkId, at) {
    const link = data.links[linkId];
    const strong = related();
    const stated = filter.statements(link);
    const region = data.nodes[link.from];
    const colour = state.current.colour === "year" ? paint.yearColour(link.statements[0].year) : paint.nodeLook(region).color.background;
    const firm = link.statements.some((item) => item.status !== "planned");
    const fits = strong && (strong.links.has(linkId) || strong.nodes.has(link.from) && state.current.chosen.node === link.from);
    return {
      id: markId(at), shape: "dot", size: rows.markSize(), ...rows.mark(link.to, data.timeline.marks[at]), borderWidth: firm ? 1 : 2,
      color: solid({ background: firm ? colour : "#ffffff", border: colour }),
      hidden: state.current.layout !== "timeline" || !filter.shown.links[linkId] || !stated.length,
      opacity: strong && !fits ? FAINT * 2 : 1,
    };
  }

  function linkLook(link, strong, base) {
    const { layout, chosen } = state.current;
    const timeline = layout === "timeline";
    const chosenLink = chosen?.link === link.id;
    const inLanes = rows.lane(link.from) !== undefined && rows.lane(link.to) !== undefined;
    const level = layout === "levels" && rows.band(data.nodes[link.from]) === rows.band(data.nodes[link.to]);
    const bend = timeline || level ? 0.22 : link.bend;
    return {
      id: link.id, hidden: !filter.shown.links[link.id] || (timeline && !inLanes),
      color: { color: link.colour, highlight: link.colour, hover: link.colour, inherit: false,
        opacity: strong ? (strong.links.has(link.id) ? 0.95 : FAINT / 2) : link.firm ? 0.85 : base },
      width: (chosenLink ? link.thickness + 2.4 : link.thickness) * (link.firm ? Math.min(Math.max(0.8 / zoom, 1), 2.5) : 1),
      smooth: bend ? { enabled: true, type: "curvedCW", roundness: bend } : { enabled: false },
    };
  }

  /** Hands to vis-network only what changed since the last time. */
  function apply(set, known, looks) {
    const changed = [];
    for (const look of looks) {
      const text = JSON.stringify(look);
      if (known.get(look.id) === text) continue;
      known.set(look.id, text);
      changed.push(look);
    }
    if (changed.length) set.update(changed);
  }

  function room() {
    const [left, right, top, bottom] = MARGINS[state.current.layout];
    const { width, height } = view();
    return { left, right, top, bottom, width: Math.max(width - left - right, 100), height: Math.max(height - top - bottom, 100) };
  }

  function refresh() {
    rows.lay(room());
    const strong = related();
    const count = filter.shown.links.filter(Boolean).length;
    const base = count > 1500 ? 0.22 : count > 500 ? 0.34 : count > 150 ? 0.5 : 0.7;
    apply(nodeSet, drawn.nodes, [
      ...data.nodes.map((node) => nodeLook(node, strong)),
      ...(data.timeline ? data.timeline.links.map(markLook) : []),
    ]);
    apply(linkSet, drawn.links, data.links.map((link) => linkLook(link, strong, base)));
  }

  /** Links between the same two nodes are bent apart, so that each can be seen and met by the mouse. */
  function bendApart() {
    const between = new Map();
    for (const link of data.links) {
      const pair = `${Math.min(link.from, link.to)} ${Math.max(link.from, link.to)}`;
      link.bend = 0;
      if (between.has(pair)) link.bend = 0.14 + 0.1 * (between.get(pair).length - 1);
      between.set(pair, [...(between.get(pair) ?? []), link.id]);
    }
  }

  function build() {
    bendApart();
    for (const node of data.nodes) node.home = { x: node.x, y: node.y };
    for (const link of data.links) {
      Object.assign(link, { colour: link.color, thickness: link.width, firm: ["EVOLVED_INTO", "SUCCEEDED_BY"].includes(link.kind) });
    }
    const bare = ({ id, shape, size }) => ({ id, shape, size });
    nodeSet = new vis.DataSet(data.nodes.map(bare));
    linkSet = new vis.DataSet(
      data.links.map(({ id, from, to, dashes }) => ({
        id, from, to, dashes: dashes ? [5, 4] : false, arrows: { to: { enabled: data.links.length <= MOST_ARROWS, scaleFactor: 0.36 } },
      })),
    );
    refresh();
    network = new vis.Network(stage(), { nodes: nodeSet, edges: linkSet }, data.options);
    network.on("beforeDrawing", (ctx) => onScreen(ctx, () => backdrop.draw(ctx, view(), project)));
    network.on("afterDrawing", (ctx) => onScreen(ctx, () => overlay(ctx)));
    network.on("click", ({ pointer }) => choose(pointer.DOM));
    network.on("dragEnd", ({ nodes }) => keep(nodes));
    network.on("resize", () => requestAnimationFrame(resized));
    stage().addEventListener("mousemove", hover);
    stage().addEventListener("mouseleave", () => (dom.byId("tip").hidden = true));
    fit();
  }

  function resized() {
    if (state.current.layout !== "network") refresh();
    fit();
  }

  /** Runs a drawing in the pixels of the screen instead of those of the graph. */
  function onScreen(ctx, draw) {
    if (!network) return;
    const ratio = ctx.canvas.width / ctx.canvas.clientWidth;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw();
    ctx.restore();
  }

  function overlay(ctx) {
    ring(ctx);
    labels.draw(ctx, labelled(), view(), backdrop.captions(ctx, view(), project));
    backdrop.frame(ctx, view(), project);
  }

  /** A ring round the chosen node. */
  function ring(ctx) {
    const id = state.current.chosen?.node;
    if (id === undefined || nodeSet.get(id)?.hidden) return;
    const spot = project(network.getPosition(id));
    ctx.beginPath();
    ctx.arc(spot.x, spot.y, grown(data.nodes[id]) * network.getScale() + 6, 0, 2 * Math.PI);
    ctx.strokeStyle = "#f08c00";
    ctx.lineWidth = 2.5;
    ctx.stroke();
  }

  function labelled() {
    const strong = related();
    const scale = network.getScale();
    const spots = network.getPositions();
    const items = [];
    const add = (id, text, radius, rank, colour, bold) =>
      items.push({ id, text, radius: radius * scale, rank, colour, bold, must: bold, size: bold ? 13 : 12, spot: project(spots[id]) });
    const timeline = state.current.layout === "timeline";
    for (const node of data.nodes) {
      if (!filter.shown.nodes[node.id] || timeline) continue;
      const chosen = state.current.chosen?.node === node.id;
      const off = strong && !strong.nodes.has(node.id);
      const initiative = node.kind === "Initiative";
      const silent = node.kind === "Region" && state.current.colour === "year" && !filter.shown.adopted.has(node.id);
      const rank = (chosen ? 1e6 : 0) + (strong && !off ? 1e5 : 0) + (initiative ? 1e4 : 0) + node.size * 20 +
        filter.shown.degree[node.id];
      add(node.id, off ? "" : node.short ?? node.label, grown(node), rank, initiative ? "#9c1c3a" : silent ? QUIET_INK : INK, initiative || chosen);
    }
    if (timeline) {
      // The marks of the initiatives have their names at the left: here they only take their room.
      for (const { row } of rows.shown) add(row.node, "", grown(data.nodes[row.node]), 0, INK, false);
      data.timeline.links.forEach((linkId, at) => {
        const id = markId(at);
        const shown = nodeSet.get(id);
        if (shown.hidden) return;
        const region = data.nodes[data.links[linkId].from];
        add(id, shown.opacity < 1 ? "" : region.label, rows.markSize(), region.size + (shown.opacity < 1 ? 0 : 100), INK, false);
      });
    }
    return items;
  }

  const target = (at) => {
    const node = network.getNodeAt(at);
    if (node !== undefined) return isMark(node) ? { link: markLink(node).id } : { node };
    const link = network.getEdgeAt(at);
    return link === undefined ? null : { link };
  };

  function choose(at) {
    state.change({ chosen: target(at), tab: "details" });
  }

  /** A node that was dragged stays where it was put. */
  function keep(ids) {
    for (const [id, { x, y }] of Object.entries(network.getPositions(ids))) {
      if (state.current.layout === "network" && !isMark(Number(id))) data.nodes[id].home = { x, y };
      nodeSet.update({ id: Number(id), x, y });
    }
    network.unselectAll();
  }

  let waiting = false;
  function hover(event) {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const box = stage().getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      showTip(event.buttons ? null : target(at), at);
    });
  }

  function showTip(met, at) {
    const tip = dom.byId("tip");
    stage().classList.toggle("meets", Boolean(met));
    tip.hidden = !met;
    if (!met) return;
    tip.replaceChildren(...(met.node !== undefined ? nodeTip(data.nodes[met.node]) : linkTip(data.links[met.link])));
    tip.style.left = `${Math.min(at.x + 14, view().width - tip.offsetWidth - 8)}px`;
    tip.style.top = `${Math.min(at.y + 16, view().height - tip.offsetHeight - 8)}px`;
  }

  function nodeTip(node) {
    const year = filter.shown.adopted.get(node.id);
    const more = Number.isFinite(year) ? ` · ${words.type("ADOPTED")} ${year}` : node.year ? ` · ${node.year}` : "";
    return [dom.make("strong", { text: node.label }), dom.make("span", { text: words.label(node.kind) + more })];
  }

  function linkTip(link) {
    const stated = filter.statements(link);
    const year = stated.find((item) => item.year !== undefined)?.year;
    return [
      dom.make("strong", { text: `${data.nodes[link.from].label} → ${data.nodes[link.to].label}` }),
      dom.make("span", { text: [words.type(link.kind), year, panel.counted(stated.length)].filter(Boolean).join(" · ") }),
    ];
  }

  /** Brings all that is visible into the window. */
  function fit() {
    const points = Object.values(network.getPositions(nodeSet.getIds({ filter: (item) => !item.hidden })));
    const frame = rows.shown;
    if (!points.length) return;
    const across = points.map((point) => point.x);
    const down = frame.length ? [frame[0].top, frame.at(-1).bottom] : points.map((point) => point.y);
    const [left, right, upper, lower] = [Math.min(...across), Math.max(...across), Math.min(...down), Math.max(...down)];
    const free = room();
    const scale = Math.min(free.width / Math.max(right - left, 1), free.height / Math.max(lower - upper, 1), 1.5);
    if (zoom !== scale) {
      zoom = scale;
      refresh();
    }
    network.moveTo({
      position: {
        x: (left + right) / 2 - (free.left - free.right) / 2 / scale,
        y: (upper + lower) / 2 - (free.top - free.bottom) / 2 / scale,
      },
      scale,
    });
  }

  /** Brings one node into the middle of the window. */
  function moveTo(id) {
    if (nodeSet.get(id)?.hidden) return;
    network.moveTo({ position: network.getPosition(id), scale: Math.max(network.getScale(), 0.9) });
  }

  const REDRAWS = [
    "hiddenNodes", "hiddenLinks", "hiddenInitiatives", "from", "to", "single", "colour", "chosen", "focus", "hops", "layout",
  ];

  state.listen((changed) => {
    if (REDRAWS.some((name) => changed.has(name))) refresh();
    else if (changed.has("lang")) network.redraw();
    const rowsMoved = state.current.layout !== "network" && (changed.has("hiddenNodes") || changed.has("hiddenInitiatives"));
    if (changed.has("layout") || changed.has("focus") || rowsMoved) fit();
  });

  return {
    build, fit, moveTo,
    canvas: () => stage().querySelector("canvas"),
    /** Where a node is on the screen, for tests and for whoever scripts the page. */
    spot: (id) => project(network.getPosition(id)),
    get network() {
      return network;
    },
  };
})();
