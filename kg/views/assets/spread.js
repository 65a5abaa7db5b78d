// Who followed whom: links that a sentence proves, on demand those that years alone make likely, and who came next in a
// province.
"use strict";

const spread = (() => {
  const [PROVEN, LIKELY] = ["SPREAD", "MAY_HAVE_SPREAD"];
  const WITHIN = [1, 2, 3, 5];
  const MOST_ODDS = 120;
  let within = 2;

  const isOf = (link, key) => link.statements.some((item) => item.nodes?.initiative === key);

  /** The links of a kind that are of an initiative, the earliest first. */
  function links(kind, key) {
    const year = (link) => link.statements[0].year ?? 9999;
    return data.links.filter((link) => link.kind === kind && isOf(link, key)).sort((a, b) => year(a) - year(b) || a.id - b.id);
  }

  const isShown = (kind) => !state.current.hiddenLinks.has(kind);

  /** The greatest probability that a link tells. */
  const odds = (link) => Math.max(...link.statements.map((item) => item.more?.probability ?? 0));

  function line(link) {
    const { from, to } = link;
    const element = dom.button("", () => state.change({ chosen: { link: link.id } }), { class: "node" });
    const chance = link.kind === LIKELY ? odds(link).toFixed(2) : (link.statements.find((item) => item.year)?.year ?? "");
    element.append(
      dom.make("span", { text: `${data.nodes[from].label} → ${data.nodes[to].label}` }),
      dom.make("span", { class: "small", text: String(chance) }),
    );
    return element;
  }

  /** Of an initiative: proven links, the switch for the likely ones, what both rest on. */
  function draw(id) {
    const { key } = data.nodes[id];
    const notes = data.spread[key]?.[state.current.lang];
    if (!notes) return null;
    const likely = links(LIKELY, key);
    const on = isShown(LIKELY);
    const toggle = () => state.change({ hiddenLinks: state.toggled(state.current.hiddenLinks, LIKELY) });
    const button = dom.button(words.t(on ? "likely_off" : "likely_on", { n: words.number(likely.length) }), toggle, {
      id: "likely",
      "aria-pressed": String(on),
    });
    return dom.make(
      "section",
      { class: "spread", "aria-label": words.t("spread") },
      dom.make("h3", { text: words.t("spread") }),
      panel.few(links(PROVEN, key), line),
      likely.length ? dom.make("div", { class: "tools" }, button) : null,
      on && likely.length ? panel.few(likely, line) : null,
      ...notes.map((text) => dom.make("p", { class: "small", text })),
    );
  }

  /** The rows of the same province that first state it within so many years after a row. */
  function followers(row) {
    if (!row?.year) return [];
    const { rows } = traced.all().get(row.initiative);
    const province = (place) => traced.regions[place][2].slice(0, 2);
    return [...rows.values()]
      .filter((each) => each.year > row.year && each.year <= row.year + within && province(each.region) === province(row.region))
      .sort((a, b) => a.year - b.year || traced.regions[a.region][2].localeCompare(traced.regions[b.region][2]));
  }

  /** Of a region's row: who came next in its province, within a number of years that can be chosen. */
  function next(row) {
    if (!row?.year) return null;
    const found = followers(row);
    const choose = (n) => {
      within = n;
      state.change({ chosen: state.current.chosen });
    };
    const follower = (each) => {
      const act = () => state.change({ chosen: { region: each.region, initiative: each.initiative } });
      const element = dom.button("", act, { class: "node" });
      element.append(
        dom.make("span", { text: traced.regions[each.region][0] }),
        dom.make("span", { class: "small", text: traced.firstYear(each) }),
      );
      return element;
    };
    return dom.make(
      "section",
      { class: "spread", "aria-label": words.t("followers") },
      dom.make("h3", { text: words.t("followers") }),
      dom.make(
        "div",
        { class: "tools" },
        dom.segmented(words.t("within_years"), WITHIN.map((n) => [n, String(n)]), within, choose),
        dom.make("span", { class: "small", text: words.t("within_years") }),
      ),
      dom.make("p", { class: "small", text: words.t("followers_n", { n: words.number(found.length) }) }),
      panel.few(found, follower),
    );
  }

  /** Writes the probability at the middle of each likely link, the greater first, none over another. */
  function write(ctx, spots, project) {
    const shown = data.links.filter((link) => link.kind === LIKELY && filter.shown.links[link.id]);
    if (shown.length > MOST_ODDS) return;
    const taken = [];
    ctx.font = `12px ${labels.FONT}`;
    ctx.textAlign = "center";
    ctx.lineWidth = 3;
    for (const link of shown.sort((a, b) => odds(b) - odds(a))) {
      const [from, to] = [project(spots[link.from]), project(spots[link.to])];
      const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
      if (taken.some((other) => Math.abs(other.x - x) < 30 && Math.abs(other.y - y) < 14)) continue;
      taken.push({ x, y });
      ctx.strokeStyle = theme.colours().halo;
      ctx.strokeText(odds(link).toFixed(2), x, y);
      ctx.fillStyle = theme.colours().ink2;
      ctx.fillText(odds(link).toFixed(2), x, y);
    }
  }

  /** The links of an initiative whose kinds are shown, between regions that have marks in its lane. */
  function inLane(id, marked) {
    const { key } = data.nodes[id];
    return [PROVEN, LIKELY].filter(isShown).flatMap((kind) =>
      links(kind, key).filter((link) => marked.has(link.from) && marked.has(link.to) && filter.statements(link).length),
    );
  }

  return { LIKELY, draw, next, followers, write, inLane, odds };
})();
