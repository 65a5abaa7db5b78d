// What the panel shows while nothing is chosen: each initiative with its first adopter and its adoptions by year.
"use strict";

const overview = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const [WIDTH, HEIGHT] = [92, 22];

  /** The first adoptions of each visible initiative up to the chosen year, the most adopted first. */
  function initiatives() {
    return traced
      .visible()
      .map((entry) => {
        const adopted = [...entry.rows.values()].filter((row) => traced.isAdoption(traced.stateOf(row)));
        const years = new Map();
        for (const { year } of adopted) years.set(year, (years.get(year) ?? 0) + 1);
        const [first] = adopted.toSorted((a, b) => a.year - b.year || (a.bound === "exact" ? -1 : 1));
        return { id: entry.node, regions: adopted.length, years, first };
      })
      .filter(({ regions }) => regions > 0)
      .sort((a, b) => b.regions - a.regions || a.id - b.id);
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
    if (first) facts.push(words.t("first_adopter", { year: traced.firstYear(first), region: traced.regions[first.region][0] }));
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
    const alone = all.length === 1 || traced.visible().length === 1;
    if (alone) return [beginning.draw(all[0].id), spread.draw(all[0].id), ...hints].filter(Boolean);
    return [...hints, dom.make("h3", { text: words.t("adoptions_by_year") }), ...all.map((entry) => row(entry, most))];
  }

  return { draw };
})();
