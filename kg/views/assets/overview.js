// What the panel shows while nothing is chosen: each initiative with its first adopter and its adoptions by year.
"use strict";

const overview = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const [WIDTH, HEIGHT] = [92, 22];

  /** The adoptions of each visible initiative within the chosen years, the most adopted first. */
  function initiatives() {
    const found = new Map();
    for (const link of data.adoptions) {
      if (!filter.shown.links[link.id]) continue;
      const year = filter.statements(link)[0]?.year;
      const entry = found.get(link.to) ?? { id: link.to, regions: 0, first: null, years: new Map() };
      entry.regions += 1;
      if (year !== undefined) {
        entry.years.set(year, (entry.years.get(year) ?? 0) + 1);
        if (!entry.first || year < entry.first.year) entry.first = { year, region: link.from };
      }
      found.set(link.to, entry);
    }
    return [...found.values()].sort((a, b) => b.regions - a.regions || a.id - b.id);
  }

  /** Columns for the years of the page, the highest as high as the largest count of all initiatives. */
  function columns(counts, most) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
    svg.setAttribute("class", "columns");
    svg.setAttribute("aria-hidden", "true");
    const [low, high] = data.span;
    const step = WIDTH / (high - low + 1);
    for (const [year, count] of counts) {
      const bar = document.createElementNS(SVG, "rect");
      const tall = Math.max(1.5, (count / most) * HEIGHT);
      const values = {
        x: (year - low) * step + 0.5,
        y: HEIGHT - tall,
        width: Math.max(step - 1, 0.8),
        height: tall,
        fill: paint.yearColour(year),
      };
      for (const [name, value] of Object.entries(values)) bar.setAttribute(name, value);
      svg.append(bar);
    }
    return svg;
  }

  function row(entry, most) {
    const first = entry.first;
    const facts = [entry.regions === 1 ? words.t("one_region") : words.t("regions", { n: entry.regions })];
    if (first) facts.push(words.t("first_adopter", { year: first.year, region: data.nodes[first.region].label }));
    const element = dom.button("", () => panel.choose({ node: entry.id }), {
      class: "initiative",
      title: data.nodes[entry.id].label,
    });
    element.append(
      dom.make(
        "span",
        { class: "words" },
        dom.make("span", { class: "name", text: data.nodes[entry.id].label }),
        dom.make("span", { class: "small", text: facts.join(" · ") }),
      ),
      columns(entry.years, most),
    );
    return element;
  }

  function draw() {
    const all = initiatives();
    const most = Math.max(1, ...all.flatMap((entry) => [...entry.years.values()]));
    const hints = [
      dom.make("p", { class: "hint", text: words.t("hint") }),
      dom.make("p", { class: "hint", text: words.t("keys") }),
    ];
    if (!all.length || !data.span) return hints;
    return [...hints, dom.make("h3", { text: words.t("adoptions_by_year") }), ...all.map((entry) => row(entry, most))];
  }

  return { draw };
})();
