// The timeline drawn: years that can be widened and scrolled, marks by level, the launch as a line and a diamond.
"use strict";

const timeline = (() => {
  const SHARE = 0.39; // of the way from mark to mark that the radius takes; never under 5 px
  const AXIS = 30;
  const NARROWEST = 40;
  const WIDEST = 320;
  const { add, line, rect, write } = draw;
  let zoom = 1;

  const box = () => dom.byId("lanes");
  const gutter = (width) => Math.min(200, Math.round(width * 0.28));

  /** Everything laid out for a width; null where there is nothing to draw. */
  function laid(width, height) {
    const found = lanes.all();
    const span = lanes.span(found);
    if (!span) return null;
    const left = gutter(width);
    const count = span[1] - span[0] + 1;
    const step = Math.min(Math.max((width - left - 20) / count, NARROWEST) * zoom, WIDEST);
    const { laid: rows, pitch } = lanes.lay(found, step, span[0], height - AXIS - 8);
    const last = rows.at(-1);
    return { span, left, step, rows, count, radius: pitch * SHARE, wide: left + count * step + 12, high: AXIS + last.top + last.height + 8 };
  }

  const across = (plan, at) => plan.left + (at - plan.span[0]) * plan.step;

  function columns(svg, plan) {
    const look = theme.colours();
    for (let year = plan.span[0]; year <= plan.span[1]; year += 1) {
      const x = Math.round(across(plan, year)) + 0.5;
      if (year === state.current.to) rect(svg, x, AXIS, plan.step, plan.high - AXIS, { fill: look.fresh, "fill-opacity": 0.08 });
      line(svg, x, AXIS, x, plan.high, look.grid);
    }
  }

  function axis(svg, plan, y = 0) {
    const look = theme.colours();
    const strip = add(svg, "g", { class: "axis" });
    rect(strip, 0, y, plan.wide, AXIS, { fill: look.stage });
    const every = draw.every(plan.step * 0.7);
    for (let year = plan.span[0]; year <= plan.span[1]; year += 1) {
      if ((year - plan.span[0]) % every) continue;
      const current = year === state.current.to;
      write(strip, across(plan, year + 0.5), y + 20, year, { fill: current ? look.ink : look.ink2, anchor: "middle", weight: current ? 700 : null, size: 13 });
    }
    line(strip, 0, y + AXIS - 0.5, plan.wide, y + AXIS - 0.5, look.rule);
  }

  /** The lane's ground: striped, and tinted before the launch. */
  function ground(svg, plan, lane, place) {
    const look = theme.colours();
    const y = AXIS + lane.top;
    rect(svg, 0, y, plan.wide, lane.height, { fill: look[place % 2 ? "stripe2" : "stripe1"] });
    const { launch } = lane.entry;
    if (!launch) return;
    const x = Math.min(across(plan, launch.at), plan.wide);
    rect(svg, plan.left, y, Math.max(0, x - plan.left), lane.height, { fill: look.province, "fill-opacity": 0.09, class: "before" });
  }

  function launch(svg, plan, lane) {
    const look = theme.colours();
    const told = lane.entry.launch;
    if (!told) return;
    // A launch long before or after all that is drawn stands at the edge, with its date.
    const inside = told.at >= plan.span[0] && told.at < plan.span[1] + 1;
    const x = Math.min(Math.max(across(plan, told.at), plan.left + 8), plan.wide - 8);
    const y = AXIS + lane.top;
    if (inside) line(svg, x, y, x, y + lane.height, look.ink, { "stroke-dasharray": "4 3", "stroke-width": 1.5 });
    const diamond = marks.svg(marks.node("diamond", look.initiative), x, y + lanes.HEAD / 2, 7);
    diamond.dataset.node = lane.entry.node;
    add(diamond, "title", {}, `${words.t("launch")} ${told.day} ${told.title}`);
    svg.append(diamond);
    const wide = draw.measure(told.day, 12);
    const fits = x + 14 + wide < plan.wide;
    const [low, high] = fits ? [x, x + 18 + wide] : [x - 18 - wide, x];
    const isFree = lane.policies.every(({ node, at }) => {
      const there = across(plan, at);
      return data.nodes[node].key === told.policy || there < low || there > high;
    });
    if (isFree || !inside) write(svg, fits ? x + 11 : x - 11, y + lanes.HEAD / 2 + 4, told.day, { fill: look.ink2, anchor: fits ? null : "end", halo: look.stage });
  }

  function policies(svg, plan, lane) {
    const colour = theme.of(data.styles.nodes.get("Policy") ?? {});
    for (const { node, at } of lane.policies) {
      if (lane.entry.launch?.policy === data.nodes[node].key || at < plan.span[0] || at >= plan.span[1] + 1) continue;
      const mark = marks.svg(marks.node("triangleDown", colour), across(plan, at), AXIS + lane.top + lanes.HEAD / 2, 5);
      mark.dataset.node = node;
      add(mark, "title", {}, data.nodes[node].label);
      svg.append(mark);
    }
  }

  /** A region's mark: its level's shape, filled by what it comes to, outlined solid where the year is exact. */
  function region(svg, plan, lane, { row, said, year, x, y, name }) {
    const look = theme.colours();
    const level = traced.regions[row.region][1];
    const outlines = marks.region(said, paint.tone({ level, code: traced.regions[row.region][2] }, year), marks.levelShape(level));
    if (traced.isAdoption(said)) {
      Object.assign(outlines[0], { stroke: look.ink, width: 1.5, dash: row.bound === "exact" ? null : [2, 1.6] });
    }
    const [left, top] = [plan.left + x, AXIS + y];
    const mark = marks.svg(outlines, left, top, plan.radius);
    Object.assign(mark.dataset, { region: row.region, initiative: lane.entry.node });
    mark.setAttribute("class", "mark");
    const { chosen } = state.current;
    if (chosen?.region === row.region && chosen.initiative === lane.entry.node) {
      add(svg, "circle", { cx: left, cy: top, r: plan.radius + 4, fill: "none", stroke: look.fresh, "stroke-width": 2.5 });
    }
    svg.append(mark);
    if (name) write(svg, left + plan.radius + 4, top + 4, draw.cut(name, plan.step - plan.radius / SHARE - 8), { fill: look.ink });
  }

  /** What one reform became: from lane to lane, in the year that is told. */
  function turns(svg, plan) {
    const look = theme.colours();
    const middle = new Map(plan.rows.map((lane) => [lane.entry.node, AXIS + lane.top + lanes.HEAD / 2]));
    for (const link of data.links) {
      if (link.kind !== "EVOLVED_INTO" || state.current.hiddenLinks.has(link.kind)) continue;
      const year = filter.statements(link).find((item) => item.year !== undefined)?.year;
      if (year === undefined || !middle.has(link.from) || !middle.has(link.to)) continue;
      const [x, from, to] = [across(plan, year + 0.5), middle.get(link.from), middle.get(link.to)];
      const path = add(svg, "path", { d: `M${x} ${from}C${x - 26} ${from} ${x - 26} ${to} ${x - 4} ${to}`, fill: "none", stroke: look.initiative, "stroke-width": 1.6 });
      path.dataset.link = link.id;
      const tip = add(svg, "path", { d: `M${x - 8} ${to - 4}L${x} ${to}L${x - 8} ${to + 4}Z`, fill: look.initiative });
      tip.dataset.link = link.id;
    }
  }

  /** Who followed whom, from mark to mark of a lane: bent, so that it passes by those between. */
  function ways(svg, plan, lane) {
    const places = new Map(lane.marks.map(({ node, x, y }) => [node, { x: plan.left + x, y: AXIS + y }]));
    for (const link of spread.inLane(lane.entry.node, places)) {
      const [from, to] = [places.get(link.from), places.get(link.to)];
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const far = Math.hypot(dx, dy) || 1;
      const bend = { x: (from.x + to.x) / 2 + dy * 0.18, y: (from.y + to.y) / 2 - dx * 0.18 };
      const [ux, uy] = [(to.x - bend.x) / far, (to.y - bend.y) / far];
      const long = Math.hypot(ux, uy) || 1;
      const tip = { x: to.x - (ux / long) * (plan.radius + 2), y: to.y - (uy / long) * (plan.radius + 2) };
      const stroke = theme.of(data.styles.edges.get(link.kind));
      const thin = link.kind === spread.LIKELY;
      const path = add(svg, "path", { d: `M${from.x} ${from.y}Q${bend.x} ${bend.y} ${tip.x} ${tip.y}`, fill: "none", stroke, "stroke-width": thin ? 0.8 : 2.2, class: "way" });
      const [wx, wy] = [(ux / long) * 8, (uy / long) * 8];
      const head = add(svg, "path", { d: `M${tip.x} ${tip.y}L${tip.x - wx - wy / 2} ${tip.y - wy + wx / 2}L${tip.x - wx + wy / 2} ${tip.y - wy - wx / 2}Z`, fill: stroke });
      for (const part of [path, head]) part.dataset.link = link.id;
      if (thin) write(svg, bend.x, bend.y, spread.odds(link).toFixed(2), { fill: theme.colours().ink2, anchor: "middle", halo: theme.colours().stage });
    }
  }

  /** The names of the lanes, each at its own line, with how many regions state it; at the left edge when scrolled. */
  function heads(svg, plan) {
    const look = theme.colours();
    const strip = add(svg, "g", { class: "heads" });
    plan.rows.forEach((lane, place) => {
      const y = AXIS + lane.top;
      rect(strip, 0, y, plan.left - 6, lane.height, { fill: look[place % 2 ? "stripe2" : "stripe1"] });
      const stated = lane.marks.filter(({ said }) => traced.isAdoption(said)).length;
      const name = add(strip, "g", { class: "lane" });
      name.dataset.node = lane.entry.node;
      write(name, 12, y + 16, draw.cut(data.nodes[lane.entry.node].label, plan.left - 24, 13, 700), { fill: look.initiative, size: 13, weight: 700 });
      const planned = lane.marks.filter(({ said }) => said === "planned").length;
      const counted = words.t("lane_counts", { n: stated, planned });
      write(strip, 12, y + 32, draw.cut(counted, plan.left - 20), { fill: look.ink2 });
      if (!lane.entry.launch && lane.height > 52) write(strip, 12, y + 47, draw.cut(words.t("no_launch"), plan.left - 20), { fill: look.muted });
    });
    return strip;
  }

  /** The whole timeline as one picture. */
  function sheet(width, height) {
    const plan = laid(width, height);
    if (!plan) return null;
    const svg = draw.sheet(plan.wide, words.t("timeline"));
    plan.rows.forEach((lane, place) => ground(svg, plan, lane, place));
    columns(svg, plan);
    for (const lane of plan.rows) {
      launch(svg, plan, lane);
      policies(svg, plan, lane);
    }
    turns(svg, plan);
    for (const lane of plan.rows) ways(svg, plan, lane);
    for (const lane of plan.rows) for (const mark of lane.marks) region(svg, plan, lane, mark);
    heads(svg, plan);
    axis(svg, plan);
    return draw.finish(svg, plan.high);
  }

  /** Keeps the years on top and the names at the left while the lanes are scrolled. */
  function stick() {
    const { scrollLeft, scrollTop } = box();
    box().querySelector(".heads")?.setAttribute("transform", `translate(${scrollLeft} 0)`);
    box().querySelector(".axis")?.setAttribute("transform", `translate(0 ${scrollTop})`);
  }

  function redraw() {
    const shown = state.current.layout === "timeline";
    box().hidden = !shown;
    dom.byId("watermark").hidden = ["timeline", "table", "compare"].includes(state.current.layout);
    if (!shown) return;
    const { scrollLeft, scrollTop } = box();
    const picture_ = sheet(box().clientWidth, box().clientHeight);
    const empty = dom.make("p", { class: "hint", text: words.t("nothing_visible") });
    const tools = dom.make(
      "div",
      { class: "zoom", role: "group", "aria-label": words.t("zoom_years") },
      dom.button("−", () => widen(1 / 1.4), { "aria-label": words.t("narrower") }),
      dom.button("+", () => widen(1.4), { "aria-label": words.t("wider") }),
    );
    box().replaceChildren(...(picture_ ? [tools, picture_] : [empty]));
    box().scrollTo(scrollLeft, scrollTop);
    stick();
  }

  /** Makes the years wider or narrower round a point of the window; never narrower than they fit. */
  function widen(factor, at = box().clientWidth / 2) {
    const before = laid(box().clientWidth, box().clientHeight);
    if (!before) return;
    const year = (box().scrollLeft + at - before.left) / before.step;
    zoom = Math.min(Math.max(zoom * factor, 1), 8);
    redraw();
    const after = laid(box().clientWidth, box().clientHeight);
    box().scrollLeft = after.left + year * after.step - at;
    stick();
  }

  function choice(event) {
    const { dataset = {} } = event.target.closest?.("[data-region], [data-node], [data-link]") ?? {};
    if (dataset.region !== undefined) return { region: Number(dataset.region), initiative: Number(dataset.initiative) };
    if (dataset.node !== undefined) return { node: Number(dataset.node) };
    return dataset.link === undefined ? null : { link: Number(dataset.link) };
  }

  function listen() {
    box().addEventListener("scroll", stick);
    box().addEventListener("click", (event) => {
      if (!event.target.closest("button")) state.change({ chosen: choice(event) });
    });
    box().addEventListener("pointermove", (event) => {
      const frame = dom.byId("stage").getBoundingClientRect();
      tip.show(choice(event), { x: event.clientX - frame.left, y: event.clientY - frame.top });
    });
    box().addEventListener("pointerleave", () => tip.show(null));
    box().addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        widen(event.deltaY < 0 ? 1.2 : 1 / 1.2, event.clientX - box().getBoundingClientRect().left);
      },
      { passive: false },
    );
    new ResizeObserver(redraw).observe(box());
  }

  state.listen(redraw);
  return {
    draw() {
      listen();
      redraw();
    },
    fit() {
      zoom = 1;
      redraw();
    },
    sheet,
    /** Rings a mark that was reached by keyboard, and brings it into sight. */
    walkedTo({ region: place, initiative }) {
      box().querySelector(".reached")?.classList.remove("reached");
      const mark = box().querySelector(`[data-region="${place}"][data-initiative="${initiative}"]`);
      mark?.classList.add("reached");
      mark?.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
    /** Where the mark of a region stands in the window, for who walks by keyboard; null where there is none. */
    spot: (region_, initiative) => box().querySelector(`[data-region="${region_}"][data-initiative="${initiative}"]`)?.getBoundingClientRect() ?? null,
  };
})();
