// Two initiatives, two provinces or two years side by side: the same pictures on one scale, played together.
"use strict";

const compare = (() => {
  const KINDS = ["initiatives", "provinces", "years"];
  const [HIGH, GAP, LEFT, RIGHT, TILE] = [64, 30, 16, 74, 34];
  const MOST_LISTED = 40;
  const { add, rect, line, write } = draw;
  const box = () => dom.byId("compare");

  const entries = () => traced.visible().filter(({ rows: found }) => found.size);

  /** What can be compared: initiatives by how many regions state them, provinces by code, years before the last. */
  function choices(kind) {
    if (kind === "initiatives") {
      const size = ({ rows: found }) => [...found.values()].filter((row) => row.year).length;
      return entries().sort((a, b) => size(b) - size(a) || a.node - b.node).map(({ node }) => [data.nodes[node].key, data.nodes[node].label]);
    }
    if (kind === "provinces") {
      const there = traced.regions.filter(([, level]) => level === "province").sort((a, b) => Number(a[2]) - Number(b[2]));
      return there.map(([name, , code]) => [code, name]);
    }
    return Array.from({ length: data.span[1] - data.span[0] }, (_, at) => [String(at + 1), words.t("years_before", { n: at + 1 })]);
  }

  /** The kinds of which there are two to compare. */
  const kinds = () => KINDS.filter((kind) => data.span && choices(kind).length >= (kind === "years" ? 1 : 2));

  /** What is compared now, with what was not chosen filled in. */
  function chosen() {
    const there = kinds();
    const [given, ...wanted] = state.current.compare ?? [];
    const kind = there.includes(given) ? given : there[0];
    const known = choices(kind).map(([value]) => value);
    const [first, second] = wanted.map((value) => (known.includes(value) ? value : undefined));
    if (kind === "years") return { kind, first: first ?? known[Math.min(2, known.length - 1)] };
    const one = first ?? known[0];
    return { kind, first: one, second: second ?? known.find((value) => value !== one) };
  }

  const pick = (kind, first, second) => state.change({ compare: [kind, first, second].filter((each) => each !== undefined) });

  /** One side: its title, the rows that count, the regions that are meant, its year. */
  function side(kind, value, year) {
    const of = kind === "initiatives" ? entries().filter(({ node }) => data.nodes[node].key === value) : entries();
    const province = kind === "provinces" ? value.slice(0, 2) : "";
    return {
      title: kind === "years" ? String(year) : choices(kind).find(([known]) => known === value)[1],
      rows: of.flatMap(({ rows: found }) => [...found.values()]),
      isMeant: (region) => region[2].startsWith(province),
      year,
      hasTiles: kind !== "provinces",
    };
  }

  function sides() {
    const { kind, first, second } = chosen();
    const { to } = state.current;
    if (kind !== "years") return [side(kind, first, to), side(kind, second, to)];
    return [side(kind, first, Math.max(data.span[0], to - Number(first))), side(kind, first, to)];
  }

  /** A strip for each level: light columns for regions with a report by the year, full ones for those that state it. */
  function strips(one, counted, most, width) {
    const look = theme.colours();
    const svg = draw.sheet(width, one.title);
    const step = (width - LEFT - RIGHT) / (data.span[1] - data.span[0] + 1);
    const across = (year) => LEFT + (year - data.span[0]) * step;
    let top = 4;
    for (const [level, high] of most) {
      const counts = counted.get(level) ?? [];
      const bottom = top + 18 + HIGH;
      write(svg, LEFT, top + 12, words.value(level), { weight: 700, fill: look[level] ?? look.ink });
      write(svg, width - RIGHT + 8, top + 22, high, { fill: look.muted });
      line(svg, LEFT, top + 18, width - RIGHT, top + 18, look.grid);
      for (const { year, observed, stated } of counts) {
        const [x, wide] = [across(year) + 1, Math.max(step - 2, 1)];
        const tall = (n) => (n / Math.max(high, 1)) * HIGH;
        rect(svg, x, bottom - tall(observed), wide, tall(observed), { fill: look.silent });
        const bar = rect(svg, x, bottom - tall(stated), wide, tall(stated), { fill: look[level] ?? look.status, "fill-opacity": year <= one.year ? 1 : 0.35 });
        add(bar, "title", {}, `${year} · ${stated} / ${observed}`);
      }
      line(svg, LEFT, bottom, width - RIGHT, bottom, look.rule);
      const now = counts.find(({ year }) => year === one.year);
      write(svg, width - RIGHT + 8, bottom - 20, now ? `${now.stated} / ${now.observed}` : "–", { size: 14, weight: 700, fill: look.ink });
      write(svg, width - RIGHT + 8, bottom - 4, one.year, { fill: look.muted });
      top = bottom + GAP - 12;
    }
    const x = across(one.year) + step / 2;
    line(svg, x, 22, x, top - 10, look.ink, { "stroke-dasharray": "3 3" });
    years(svg, across, step, top + 4, one.year);
    return draw.finish(svg, top + 12);
  }

  function years(svg, across, step, y, current) {
    const every = draw.every(step * 0.7);
    for (let year = data.span[0]; year <= data.span[1]; year += 1) {
      if ((year - data.span[0]) % every) continue;
      write(svg, across(year) + step / 2, y, year, { fill: theme.colours()[year === current ? "ink" : "muted"], weight: year === current ? 700 : null, anchor: "middle" });
    }
  }

  /** Most that is said of each region of a side by its year. */
  function statesOf(one) {
    const found = new Map();
    for (const row of one.rows) {
      const said = row.year && row.year <= one.year ? row.state : ["planned", "laid_down", "designated"].find((name) => row[name] && row[name] <= one.year);
      const rank = traced.ORDER.indexOf(said ?? (row.named && row.named <= one.year ? "mention" : "silent"));
      found.set(row.region, Math.min(rank, found.get(row.region) ?? Infinity));
    }
    return found;
  }

  /** Provinces as tiles, by what each comes to by the year. */
  function tiles(one) {
    const look = theme.colours();
    const all = Object.entries(data.page.tiles);
    const svg = draw.sheet(9 * (TILE + 4) + 4, words.t("provinces_tiles", { title: one.title, year: one.year }));
    const states = statesOf(one);
    for (const [code, { column, row, letters }] of all) {
      const place = traced.regions.findIndex((region) => region[1] === "province" && region[2] === code);
      const seen = place >= 0 && traced.regions[place][4].some((year) => year <= one.year);
      const said = states.has(place) ? traced.ORDER[states.get(place)] : "silent";
      const shown = said === "silent" && !seen ? "none" : said;
      const [x, y] = [4 + column * (TILE + 4) + TILE / 2, 4 + row * (TILE + 4) + TILE / 2];
      const mark = marks.svg(marks.region(shown, look.status, "square"), x, y, TILE / 2);
      add(mark, "title", {}, `${letters} · ${words.said(shown)}`);
      svg.append(mark);
      write(svg, x, y + 5, letters, { size: 13, weight: 700, fill: traced.isAdoption(shown) ? look.on_accent : look.ink, anchor: "middle", halo: shown === "planned" ? look.panel : null });
    }
    return draw.finish(svg, 7 * (TILE + 4) + 8);
  }

  /** The regions that state it by the year, the first first. */
  function list(one) {
    const found = one.rows
      .filter((row) => traced.isAdoption(row.state) && row.year && row.year <= one.year && one.isMeant(traced.regions[row.region]))
      .sort((a, b) => a.year - b.year || traced.regions[a.region][2].localeCompare(traced.regions[b.region][2]));
    const item = (row) => {
      const name = traced.regions[row.region][0];
      const text = `${traced.firstYear(row)} ${name}${new Set(one.rows.map((each) => each.initiative)).size > 1 ? ` · ${data.nodes[row.initiative].label}` : ""}`;
      return dom.make("li", {}, dom.button(text, () => state.change({ chosen: { region: row.region, initiative: row.initiative } }), { class: "link" }));
    };
    const more = found.length - MOST_LISTED;
    return dom.make("ol", {}, ...found.slice(0, MOST_LISTED).map(item), more > 0 ? dom.make("li", { class: "small", text: `+ ${words.number(more)}` }) : null);
  }

  function select(value, options, choose, label) {
    const element = dom.make("select", { "aria-label": label, onchange: (event) => choose(event.target.value) });
    for (const [known, text] of options) element.append(dom.make("option", { value: known, text, selected: known === value }));
    return element;
  }

  function tools() {
    const { kind, first, second } = chosen();
    const options = choices(kind);
    const parts = [dom.segmented(words.t("compare"), kinds().map((name) => [name, words.t(`compare_${name}`)]), kind, (name) => pick(name))];
    parts.push(select(first, options, (value) => pick(kind, value, second === value ? first : second), words.t("first_side")));
    if (kind !== "years") parts.push(select(second, options, (value) => pick(kind, first === value ? second : first, value), words.t("second_side")));
    return dom.make("div", { class: "tools" }, ...parts);
  }

  function redraw() {
    box().hidden = state.current.layout !== "compare";
    if (box().hidden) return;
    const active = box().contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") ?? document.activeElement.dataset.value : null;
    const { scrollTop } = box();
    const both = sides();
    const counted = both.map((one) => tally.byLevel(traced.regions, one.rows, data.span, one.isMeant));
    const most = tally.scale(counted);
    const width = Math.max(260, Math.floor((box().clientWidth - 64) / (box().clientWidth < 700 ? 1 : 2)));
    const panes = both.map((one, at) =>
      dom.make(
        "section",
        { class: "pane", "aria-label": one.title },
        dom.make("h2", { text: one.title }),
        strips(one, counted[at], most, width),
        one.hasTiles ? tiles(one) : null,
        list(one),
      ),
    );
    const note = dom.make("p", { class: "small", text: words.t("compare_note") });
    box().replaceChildren(tools(), note, dom.make("div", { class: "panes" }, ...panes));
    box().scrollTop = scrollTop;
    if (active) box().querySelector(`[aria-label="${CSS.escape(active)}"], [data-value="${CSS.escape(active)}"]`)?.focus();
  }

  state.listen(redraw);
  return {
    listen() {
      new ResizeObserver(redraw).observe(box());
      redraw();
    },
    /** Whether there are two of anything to compare. */
    isThere: () => kinds().length > 0,
  };
})();
