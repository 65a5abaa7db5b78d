// The drawing: vis-network with places computed beforehand, redrawn from the choices in `state`.
"use strict";

const picture = (() => {
  const MARGINS = { network: [50, 50, 46, 46], levels: [90, 50, 26, 4] };
  const MOST_ARROWS = 800;
  const NEAR = 5;
  let network = null;
  let nodeSet = null;
  let linkSet = null;
  let spots = {};
  let walked = null;
  const drawn = { nodes: new Map(), links: new Map(), count: 0 };

  const stage = () => dom.byId("canvas");
  const view = () => ({ width: stage().clientWidth, height: stage().clientHeight });
  const project = (point) => network.canvasToDOM(point);

  /** What the picture may take of the window, and how much is left free at each side. */
  function room() {
    const [left, right, top, bottom] = MARGINS[state.current.layout] ?? MARGINS.network;
    const { width, height } = view();
    const foot = bottom + Math.min(dom.byId("notes").offsetHeight, height / 4);
    return {
      left,
      right,
      top,
      bottom: foot,
      width: Math.max(width - left - right, 100),
      height: Math.max(height - top - foot, 100),
    };
  }

  /** Hands to vis-network only what changed since the last time. */
  function apply(set, known, wanted) {
    const changed = [];
    for (const look of wanted) {
      const text = JSON.stringify(look);
      if (known.get(look.id) === text) continue;
      known.set(look.id, text);
      changed.push(look);
    }
    if (changed.length) set.update(changed);
  }

  /** Takes in links that came with an unfolded group. */
  function takeIn() {
    const fresh = data.links.slice(drawn.count);
    if (!fresh.length) return;
    bendApart(fresh);
    for (const link of fresh) Object.assign(link, { thickness: link.width, firm: ["EVOLVED_INTO", "SPREAD"].includes(link.kind) });
    const few = data.links.length <= MOST_ARROWS;
    linkSet.add(
      fresh.map(({ id, from, to, dashes, firm }) => ({
        id, from, to, dashes: dashes ? [5, 4] : false, arrows: { to: { enabled: few || firm, scaleFactor: firm ? 0.6 : 0.36 } },
      })),
    );
    drawn.count = data.links.length;
  }

  function refresh() {
    rows.lay(room());
    apply(nodeSet, drawn.nodes, looks.nodes());
    takeIn();
    apply(linkSet, drawn.links, looks.links());
  }

  /** Links between the same two nodes are bent apart, so that each can be seen and met by the mouse. */
  const between = new Map();
  function bendApart(links) {
    for (const link of links) {
      const pair = `${Math.min(link.from, link.to)} ${Math.max(link.from, link.to)}`;
      const before = between.get(pair) ?? 0;
      link.bend = before ? 0.04 + 0.1 * before : 0;
      between.set(pair, before + 1);
    }
  }

  function build() {
    for (const node of data.nodes) node.home = { x: node.x, y: node.y };
    nodeSet = new vis.DataSet([]);
    linkSet = new vis.DataSet([]);
    // At its size before there is a network, which would take all of it in twice.
    rows.lay(room());
    looks.zoomed(frame(data.nodes.filter(({ id }) => filter.shown.nodes[id]).map(looks.place))?.scale ?? 1);
    refresh();
    network = new vis.Network(stage(), { nodes: nodeSet, edges: linkSet }, data.options);
    network.on("beforeDrawing", (ctx) => onScreen(ctx, () => backdrop.draw(ctx, view(), project)));
    network.on("afterDrawing", (ctx) => onScreen(ctx, () => overlay(ctx)));
    network.on("click", ({ pointer }) => state.change({ chosen: target(pointer.DOM) }));
    network.on("dragEnd", ({ nodes }) => keep(nodes));
    network.on("resize", () => requestAnimationFrame(resized));
    stage().addEventListener("mousemove", hover);
    stage().addEventListener("mouseleave", () => tip.show(null));
    stage().hidden = !LAYOUTS.includes(state.current.layout);
    fit();
  }

  function resized() {
    if (stage().hidden) return;
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
    spots = network.getPositions();
    ring(ctx);
    spread.write(ctx, spots, project);
    labels.draw(ctx, names.all(spots, project, network.getScale()), view(), backdrop.captions(ctx, project));
  }

  /** Rings round the chosen node, and round the one that was reached by keyboard. */
  function ring(ctx) {
    circle(ctx, state.current.chosen?.node, theme.colours().fresh, 6);
    circle(ctx, walked, theme.colours().accent, 10);
  }

  function circle(ctx, id, colour, away) {
    if (id === undefined || id === null || nodeSet.get(id)?.hidden) return;
    const { x, y } = project(spots[id]);
    ctx.beginPath();
    ctx.arc(x, y, looks.radius(data.nodes[id]) * network.getScale() + away, 0, 2 * Math.PI);
    ctx.strokeStyle = colour;
    ctx.lineWidth = 2.5;
    ctx.stroke();
  }

  const nodeShown = (id) => !nodeSet.get(id).hidden;
  const linkShown = (link) => !link.bend && filter.shown.links[link.id];

  /** What lies at a point of the screen: a node, else one that is nearly there, else a link. */
  function target(at) {
    const [point, reach] = [network.DOMtoCanvas(at), NEAR / network.getScale()];
    const node = network.getNodeAt(at) ?? hit.node(point, reach, spots, nodeShown);
    if (node !== undefined) return { node };
    const link = hit.link(point, reach, spots, linkShown) ?? network.getEdgeAt(at);
    return link === undefined ? null : { link };
  }

  /** A node that was dragged stays where it was put. */
  function keep(ids) {
    for (const [id, { x, y }] of Object.entries(network.getPositions(ids))) {
      if (state.current.layout === "network") data.nodes[id].home = { x, y };
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
      tip.show(event.buttons ? null : target(at), at);
    });
  }

  /** Where the middle of the window is to be, and its scale, to hold all of `points`; null without any. */
  function frame(points) {
    const bands = rows.shown;
    if (!points.length) return null;
    const across = points.map((point) => point.x);
    const down = bands.length ? [bands[0].top, bands.at(-1).bottom] : points.map((point) => point.y);
    const [left, right, upper, lower] = [
      Math.min(...across),
      Math.max(...across),
      Math.min(...down),
      Math.max(...down),
    ];
    const free = room();
    const wide = free.width / Math.max(right - left, 1);
    const high = free.height / Math.max(lower - upper, 1);
    const scale = Math.min(wide, high, 1.3);
    return {
      position: {
        x: (left + right) / 2 - (free.left - free.right) / 2 / scale,
        y: (upper + lower) / 2 - (free.top - free.bottom) / 2 / scale,
      },
      scale,
    };
  }

  /** Brings all that is visible into the window. */
  function fit() {
    const wanted = frame(nodeSet.get({ fields: ["x", "y"], filter: (item) => !item.hidden }));
    if (!wanted) return;
    if (looks.zoomed(wanted.scale)) refresh();
    network.moveTo(wanted);
  }

  /** Brings a node into sight: nothing moves where it is well seen already. */
  function moveTo(id) {
    if (nodeSet.get(id)?.hidden) return;
    const { x, y } = project(network.getPosition(id));
    const { width, height } = view();
    const inside = x > 40 && y > 40 && x < width - 40 && y < height - 40;
    const free = state.current.layout === "network";
    if (inside && (!free || network.getScale() >= 0.45)) return;
    network.moveTo({ position: network.getPosition(id), scale: Math.max(network.getScale(), free ? 0.7 : 0) });
  }

  const REDRAWS = [
    "hiddenNodes",
    "hiddenLinks",
    "hiddenInitiatives",
    "from",
    "to",
    "single",
    "colour",
    "chosen",
    "focus",
    "hops",
    "layout",
    "forms",
    "least",
    "theme",
    "open",
  ];

  const LAYOUTS = Object.keys(MARGINS);

  state.listen((changed) => {
    stage().hidden = !LAYOUTS.includes(state.current.layout);
    if (stage().hidden) return;
    if (REDRAWS.some((name) => changed.has(name))) refresh();
    else if (changed.has("lang")) network.redraw();
    const rowsMoved = changed.has("hiddenNodes") || changed.has("hiddenInitiatives");
    if (["layout", "focus", "open"].some((name) => changed.has(name)) || (rowsMoved && state.current.layout !== "network")) fit();
  });

  /** Moves all but `ids` out of the way of a disc round a node, or back. */
  function shift(id, ids, way) {
    const { home } = data.nodes[id];
    const inside = new Set([id, ...ids]);
    const reach = disc.radius(ids.length);
    for (const node of data.nodes) {
      if (node.home && !inside.has(node.id)) node.home = disc.moved(node.home, home, reach, way);
    }
  }

  return {
    build,
    fit,
    resized,
    /** Sets the members of a group on a disc in its place. */
    makeRoom(id, ids) {
      shift(id, ids, 1);
      disc.places(data.nodes[id].home, ids.length).forEach((home, at) => (data.nodes[ids[at]].home = home));
    },
    closeUp: (id, ids) => shift(id, ids, -1),
    moveTo,
    positions: () => network.getPositions(),
    canvas: () => stage().querySelector("canvas"),
    /** Rings a node that was reached by keyboard, and brings it into sight; null rings none. */
    walkedTo(id) {
      walked = id;
      if (id !== null) {
        const { x, y } = project(network.getPosition(id));
        const { width, height } = view();
        if (x < 20 || y < 20 || x > width - 20 || y > height - 20) network.moveTo({ position: network.getPosition(id) });
      }
      network.redraw();
    },
    /** Where a node is on the screen. */
    spot: (id) => project(network.getPosition(id)),
  };
})();
