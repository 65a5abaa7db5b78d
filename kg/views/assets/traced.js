// What traces tell of the initiatives: first years and their bounds, states by year, and who is observed at all.
"use strict";

const traced = (() => {
  const { regions, there, columns, variants, initiatives, sentences, boxes } = data.traced;
  const LEVELS = ["province", "prefecture", "county"];
  const DONE = ["pilot", "implemented", "completed"];
  /** The most that may be said of a region, first; `none` is a region without a report. */
  const ORDER = [...DONE.toReversed(), "planned", "laid_down", "designated", "mention", "silent", "none"];
  const placeOf = new Map(regions.map(([, , , key], place) => [key, place]));

  const thresholds = [...new Set(variants.map(([, least]) => least))];
  const isSwitched = initiatives.some((item) => Object.keys(item.others ?? {}).some((at) => variants[at][0]));

  /** The variant of the sentences that count, by its number. */
  const variant = () =>
    Math.max(
      variants.findIndex(([name, least]) => name === (state.current.forms === "name") && least === state.current.least),
      0,
    );

  const asRow = (cells, initiative) => ({
    ...Object.fromEntries(columns.map((name, at) => [name, cells[at]])),
    initiative,
  });

  function decoded(number) {
    return new Map(
      initiatives.map((item) => {
        const rows = new Map(item.rows.map((cells) => [cells[0], asRow(cells, item.node)]));
        const other = item.others?.[number];
        for (const cells of other?.rows ?? []) {
          if (cells.length === 1) rows.delete(cells[0]);
          else rows.set(cells[0], asRow(cells, item.node));
        }
        return [item.node, { node: item.node, launch: item.launch, rows, boxes: (other ?? item).boxes }];
      }),
    );
  }

  const known = new Map();
  /** The initiatives by their nodes, under the sentences that count. */
  function all() {
    const number = variant();
    if (!known.has(number)) known.set(number, decoded(number));
    return known.get(number);
  }

  const visible = () => [...all().values()].filter(({ node }) => filter.allowed(data.nodes[node]));

  /** Whether a year lies before the end of the chosen ones. */
  const isPast = (year) => Boolean(year) && (year <= state.current.to || !data.span || state.current.to === data.span[1]);

  /** What a row comes to by the end of the chosen years; null where nothing is said yet. */
  function stateOf(row) {
    if (isPast(row.year)) return row.state;
    const said = ["planned", "laid_down", "designated"].find((name) => isPast(row[name]));
    return said ?? (isPast(row.named) ? "mention" : null);
  }

  /** Whether a region has a report in the chosen years. */
  const isObserved = (place) => regions[place][4].some(filter.inYears);

  /** By region what the visible initiatives come to: the most that is said, and the first year of an adoption. */
  function compute() {
    const found = new Map();
    for (const { rows } of visible()) {
      for (const row of rows.values()) {
        const said = stateOf(row);
        if (said === null) continue;
        const before = found.get(row.region);
        const year = DONE.includes(said) ? row.year : Infinity;
        const most = before && ORDER.indexOf(before.state) <= ORDER.indexOf(said) ? before.state : said;
        found.set(row.region, { state: most, year: Math.min(before?.year ?? Infinity, year) });
      }
    }
    return found;
  }

  let now = null;

  /** What a region comes to: `state` and, where it adopted, `year`. */
  function ofRegion(place) {
    now ??= compute();
    return now.get(place) ?? { state: isObserved(place) ? "silent" : "none", year: Infinity };
  }

  function ofNode(node) {
    const place = placeOf.get(node.key);
    return place === undefined ? { state: "none", year: Infinity } : ofRegion(place);
  }

  /** How many regions of a level are observed in the chosen years, and what they come to. */
  function counts(level) {
    const sums = { observed: 0, stated: 0, planned: 0, named: 0, silent: 0, unobserved: 0 };
    regions.forEach((region, place) => {
      if (region[1] !== level) return;
      const said = ofRegion(place).state;
      if (!isObserved(place)) {
        if (DONE.includes(said)) sums.unobserved += 1;
        return;
      }
      sums.observed += 1;
      if (DONE.includes(said)) sums.stated += 1;
      else if (said === "planned") sums.planned += 1;
      else if (said === "silent") sums.silent += 1;
      else sums.named += 1;
    });
    return sums;
  }

  /**
   * The levels of which regions are observed, each with what these come to.
   * @returns {[string, ReturnType<typeof counts>][]}
   */
  const byLevel = () => LEVELS.map((level) => /** @type {[string, any]} */ ([level, counts(level)])).filter(([, sums]) => sums.observed);

  /** How many regions of a level there were in the last of the chosen years. */
  function thereWere(level) {
    const years = Object.keys(there[level]).map(Number);
    const year = years.filter((each) => each <= state.current.to).at(-1) ?? years[0];
    return there[level][year];
  }

  /** A first year as far as it is known: 2016, 2017–2018, ≤ 2019. */
  function firstYear({ year, lo, bound }) {
    if (!year) return "";
    if (bound === "exact") return String(year);
    return lo ? `${lo + 1}–${year}` : `≤ ${year}`;
  }

  const statements = new Map();
  let indexed = 0;

  /** The statements of the links by their keys; links may be added. */
  function told() {
    for (; indexed < data.links.length; indexed += 1) {
      for (const item of data.links[indexed].statements) if (item.key) statements.set(item.key, item);
    }
    return statements;
  }

  /** A sentence as the panel shows one: that of a link, or one that no link of the page has. */
  function sentence(place) {
    const own = sentences[place];
    const found = told().get(own?.key) ?? folds.sentence(own?.key);
    // A relationship that is no adoption tells no status; the trace does.
    return found && !found.status ? { ...found, ...own } : (found ?? own);
  }

  return {
    regions,
    LEVELS,
    ORDER,
    thresholds,
    isSwitched,
    isAdoption: (name) => DONE.includes(name),
    all,
    visible,
    stateOf,
    isPast,
    isObserved,
    ofNode,
    ofRegion,
    counts,
    byLevel,
    thereWere,
    firstYear,
    sentence,
    /** Whether anything is known of who is observed. */
    isCovered: regions.some((region) => region[4].length > 0),
    boxes: (entry) => entry.boxes[state.current.lang].map((place) => boxes[place]),
    placeOf: (key) => placeOf.get(key),
    nodeOf: (place) => data.byKey.get(regions[place][3]),
    forget: () => (now = null),
  };
})();
