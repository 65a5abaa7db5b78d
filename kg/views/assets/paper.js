// The whole picture for a paper, as one SVG: title, denominators, legend, source and date; without panels and dimming.
"use strict";

const paper = (() => {
  const WIDTH = 1366;
  const MARGIN = 24;
  const ROOM = { left: 70, right: 70, top: 40, bottom: 60 };
  const MOST_ARROWS = 800;
  const { add, line, rect, write } = draw;

  /** How the graph's places become those of the sheet: as wide as there is room, and as high as that makes it. */
  function projection(width) {
    const ids = data.nodes.filter((node) => filter.shown.nodes[node.id]).map((node) => node.id);
    const spots = picture.positions();
    const ends = (axis) => [Math.min(...ids.map((id) => spots[id][axis])), Math.max(...ids.map((id) => spots[id][axis]))];
    const [[left, right], [first, lower]] = [ends("x"), ends("y")];
    const band = rows.shown[0];
    const upper = band ? Math.min(first, band.top) : first;
    const scale = Math.min((width - ROOM.left - ROOM.right) / Math.max(right - left, 1), 1.2);
    const shift = (width - (right - left) * scale) / 2;
    const top = band ? 0 : ROOM.top;
    return {
      spots,
      ids,
      scale,
      height: top + (lower - upper) * scale + ROOM.bottom,
      project: ({ x, y }) => ({ x: shift + (x - left) * scale, y: top + (y - upper) * scale }),
    };
  }

  /** The point towards which a bent link is drawn, as vis-network sets it. */
  function via(from, to, roundness) {
    const [dx, dy] = [to.x - from.x, from.y - to.y];
    const share = roundness * 0.5 + 0.5;
    const angle = (Math.atan2(dy, dx) + share * Math.PI) % (2 * Math.PI);
    const reach = share * Math.hypot(dx, dy);
    return { x: from.x + reach * Math.sin(angle), y: from.y + reach * Math.cos(angle) };
  }

  function link(svg, item, plan, base, withArrows) {
    const [from, to] = [plan.project(plan.spots[item.from]), plan.project(plan.spots[item.to])];
    const roundness = looks.bend(item);
    const bent = roundness ? via(from, to, roundness) : null;
    const stroke = theme.of(data.styles.edges.get(item.kind));
    const look = { stroke, "stroke-width": Math.max(item.thickness * plan.scale, 0.6), "stroke-opacity": item.firm ? 0.85 : base, "stroke-dasharray": item.dashes ? "5 4" : null };
    const round = (point) => `${Math.round(point.x * 10) / 10} ${Math.round(point.y * 10) / 10}`;
    add(svg, "path", { d: `M${round(from)}${bent ? `Q${round(bent)} ` : "L"}${round(to)}`, fill: "none", ...look });
    if (!withArrows) return;
    const [dx, dy] = [to.x - (bent ?? from).x, to.y - (bent ?? from).y];
    const far = Math.hypot(dx, dy) || 1;
    const gap = plan.radius(data.nodes[item.to]) + 1;
    const tip = { x: to.x - (dx / far) * gap, y: to.y - (dy / far) * gap };
    const [ux, uy] = [(dx / far) * 6, (dy / far) * 6];
    const wing = (side) => ({ x: tip.x - ux - side * uy * 0.4, y: tip.y - uy + side * ux * 0.4 });
    add(svg, "path", { d: `M${round(tip)}L${round(wing(1))}L${round(wing(-1))}Z`, fill: stroke, "fill-opacity": look["stroke-opacity"] });
  }

  function bands(svg, plan, width) {
    for (const { row, place, top, bottom } of rows.shown) {
      const [upper, lower] = [plan.project({ x: 0, y: top }).y, plan.project({ x: 0, y: bottom }).y];
      rect(svg, 0, upper, width, lower - upper, { fill: theme.colours()[place % 2 ? "stripe2" : "stripe1"] });
      write(svg, 12, upper + 18, words.band(row.name), { size: 13, weight: 700, fill: theme.colours().ink2 });
    }
  }

  /** The captions of the bands, over which no name is to stand. */
  const captions = (plan) =>
    rows.shown.map(({ row, top }) => {
      const { y } = plan.project({ x: 0, y: top });
      return { left: 8, right: 18 + draw.measure(words.band(row.name), 13, 700), top: y + 4, bottom: y + 24 };
    });

  /** The nodes and links of the network or the levels. */
  function graph(width) {
    const plan = projection(width);
    plan.radius = (node) => Math.max(looks.plainRadius(node) * plan.scale, 3);
    const svg = draw.sheet(width, data.page.title);
    const last = rows.shown.at(-1);
    if (last) plan.height = Math.max(plan.height, plan.project({ x: 0, y: last.bottom }).y);
    bands(svg, plan, width);
    const shown = data.links.filter((item) => filter.shown.links[item.id]);
    const base = looks.paleness(shown.length);
    for (const item of shown) link(svg, item, plan, base, shown.length <= MOST_ARROWS);
    for (const id of plan.ids) {
      const { x, y } = plan.project(plan.spots[id]);
      svg.append(marks.svg(paint.outlines(data.nodes[id]), Math.round(x * 10) / 10, Math.round(y * 10) / 10, plan.radius(data.nodes[id])));
    }
    const items = names.plain(plan.spots, plan.project, plan.radius);
    for (const { text, left, top, item } of labels.place(items, { width, height: plan.height }, captions(plan))) {
      write(svg, left, top + item.size, text, { size: item.size, weight: item.bold ? 600 : null, fill: item.colour, halo: theme.colours().panel });
    }
    return draw.finish(svg, plan.height);
  }

  /** The legend in lines: what each mark and colour stands for. */
  function key(svg, width, y) {
    let [x, at] = [MARGIN, y];
    for (const item of legend.all()) {
      const wide = 20 + draw.measure(item.text, 12) + 18;
      if (x > MARGIN && x + wide > width - MARGIN) [x, at] = [MARGIN, at + 22];
      svg.append(marks.svg(item.outlines, x + 7, at - 4, 6));
      write(svg, x + 20, at, item.text, { fill: theme.colours().ink });
      x += wide;
    }
    return at;
  }

  /** The day on which the picture is drawn, on this computer's clock. */
  function day() {
    const now = new Date();
    const two = (n) => String(n).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  /** What stands under the picture: denominators by level, which sentences count, source and date. */
  function foot() {
    const { forms, least } = state.current;
    const levels = traced.byLevel();
    const parts = levels.map(([level, sums]) =>
      words.t("level_counts", { level: words.value(level), stated: sums.stated, observed: sums.observed, all: words.number(traced.thereWere(level)) }),
    );
    const chosen = [];
    if (forms === "name") chosen.push(words.t("forms_name"));
    if (least) chosen.push(`${words.t("confidence")} ≥ ${Math.round(least * 100)} %`);
    const statements_ = data.links.reduce((sum, item) => sum + (filter.shown.links[item.id] ? filter.statements(item).length : 0), 0);
    return [
      data.initiatives.length && traced.isCovered ? parts.join(words.t("semicolon")) : "",
      chosen.length ? `${words.t("evidence")}${words.t("colon")}${chosen.join(words.t("semicolon"))}` : "",
      words.t("drawn_from", { documents: words.number(data.documents.length), statements: words.number(statements_), day: day() }),
    ].filter(Boolean);
  }

  /** The sheet with all that belongs on it. */
  function sheet() {
    const look = theme.colours();
    const inner = WIDTH - 2 * MARGIN;
    const body = state.current.layout === "timeline" ? timeline.sheet(inner, inner) : graph(inner);
    const width = Math.max(WIDTH, Number(body?.getAttribute("width") ?? 0) + 2 * MARGIN);
    const svg = draw.sheet(width, data.page.title);
    const ground = rect(svg, 0, 0, width, 10, { fill: look.panel });
    let y = MARGIN;
    const put = (text, size, weight, fill, high) => {
      for (const each of draw.wrap(text, width - 2 * MARGIN, size, weight ?? 400)) {
        y += high;
        write(svg, MARGIN, y, each, { size, weight, fill });
      }
    };
    put(`${data.page.title}${data.span ? ` ${years.shown()}` : ""}`, 20, 700, look.ink, 24);
    y += 4;
    if (data.initiatives.length) put(counts.said(), 13, null, look.ink2, 20);
    y += 16;
    if (body) {
      body.setAttribute("x", MARGIN);
      body.setAttribute("y", y);
      svg.append(body);
      y += Number(body.getAttribute("height")) + 12;
    }
    line(svg, MARGIN, y, width - MARGIN, y, look.grid);
    y = key(svg, width, y + 22) + 10;
    for (const text of foot()) put(text, 12, null, look.muted, 18);
    y += MARGIN;
    ground.setAttribute("height", y);
    return draw.finish(svg, y);
  }

  /** The sheet as text; XML has no place for control characters, which a name may hold. */
  const written = (svg) => new XMLSerializer().serializeToString(svg).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

  return { sheet, written };
})();
