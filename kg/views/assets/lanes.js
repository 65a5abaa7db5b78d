// The timeline as places: a lane for each initiative, a column for each year, the regions of a year packed by level.
"use strict";

const lanes = (() => {
  const PITCHES = [26, 22, 18, 16, 14]; // from mark to mark, the widest with which all lanes are seen at once
  const HEAD = 22; // the strip of a lane for the launch and the policies
  const FOOT = 8;
  const LOWEST = 14;
  const LEAD = 2; // years between the marks and a launch that still has its place among them
  const NAMED = 34; // room for a name beside its mark: two or three letters are never cut, of longer ones so much is shown
  const FEW = 12; // up to so many regions of a year are named

  const isIn = (year) => (state.current.single ? year === state.current.to : filter.inYears(year));

  /** The year in which a row is drawn: of the first adoption, or else of the plan, the rule, the designation. */
  function yearOf(row, said) {
    return traced.isAdoption(said) ? row.year : row[said];
  }

  /** Whether rows are drawn whose regions have no node in the picture: those of folded regions are. */
  const isFolded = data.groups.some(({ kind }) => kind === "regions");

  /** The marks of an initiative under the present choices: its rows that state more than a mention. */
  function marksOf(entry) {
    const found = [];
    if (state.current.hiddenNodes.has("Region")) return found;
    for (const row of entry.rows.values()) {
      const said = traced.stateOf(row);
      const year = said && said !== "mention" ? yearOf(row, said) : 0;
      const node = traced.nodeOf(row.region);
      if (year && isIn(year) && (node !== undefined || isFolded)) found.push({ row, said, year, node });
    }
    const level = ({ row }) => traced.LEVELS.indexOf(traced.regions[row.region][1]);
    return found.sort((a, b) => level(a) - level(b) || traced.regions[a.row.region][2].localeCompare(traced.regions[b.row.region][2]));
  }

  const dateOf = (node) => {
    const text = String(data.properties[node.id].date ?? node.year ?? "");
    const parts = text.match(/^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/);
    if (!parts) return null;
    const [, year, month, day] = parts.map(Number);
    return year + (month ? (month - 1 + (day ? (day - 1) / 31 : 0.5)) / 12 : 0.5);
  };

  /** The dated policies that stand with an initiative on the page, each with the link that says so. */
  function policiesOf(id) {
    const found = new Map();
    for (const linkId of data.linksOf[id]) {
      const link = data.links[linkId];
      const node = data.nodes[link.from === id ? link.to : link.from];
      if (node.kind !== "Policy" || !filter.allowed(node) || state.current.hiddenLinks.has(link.kind)) continue;
      const at = dateOf(node);
      if (at !== null && !found.has(node.id) && filter.statements(link).length) found.set(node.id, { node: node.id, at, link: linkId });
    }
    return [...found.values()].sort((a, b) => a.at - b.at || a.node - b.node);
  }

  function isLinkShown(kind) {
    return !state.current.hiddenLinks.has(kind);
  }

  /** The lanes with their marks, the earliest first; lanes without any mark are left out. */
  function all() {
    if (!isLinkShown("ADOPTED")) return [];
    return traced
      .visible()
      .map((entry) => ({ entry, marks: marksOf(entry), policies: policiesOf(entry.node) }))
      .filter(({ marks }) => marks.length)
      .sort((a, b) => first(a) - first(b) || a.entry.node - b.entry.node);
  }

  const first = ({ entry, marks }) => Math.min(entry.launch?.year ?? Infinity, ...marks.map((mark) => mark.year));

  /** The years across: those of the marks, and of launches that are not far from them. */
  function span(found) {
    const years = found.flatMap(({ marks }) => marks.map((mark) => mark.year));
    if (!years.length) return null;
    let [low, high] = [Math.min(...years), Math.max(...years)];
    const [first_, last] = [low - LEAD, high + LEAD];
    for (const { entry } of found) {
      const year = entry.launch?.year;
      if (year >= first_ && year <= last) [low, high] = [Math.min(low, year), Math.max(high, year)];
    }
    return [low, high];
  }

  /**
   * Sets the lanes out in columns `step` wide: places of marks from the left edge of the first year, and heights; the
   * marks as large as leaves all lanes `high` together, if they can be.
   */
  function lay(found, step, from, high) {
    for (const pitch of PITCHES) {
      const laid = packed(found, step, from, pitch);
      const last = laid.at(-1);
      if (pitch === PITCHES.at(-1) || last.top + last.height <= high) return { laid, pitch };
    }
    return undefined;
  }

  function packed(found, step, from, pitch) {
    const across = Math.max(1, Math.floor((step - 8) / pitch));
    let top = 0;
    return found.map((lane) => {
      const cells = new Map();
      for (const mark of lane.marks) cells.set(mark.year, [...(cells.get(mark.year) ?? []), mark]);
      let deepest = 1;
      for (const [year, marks] of cells) deepest = Math.max(deepest, fill(marks, (year - from) * step, step, across, pitch));
      const height = HEAD + Math.max(deepest * pitch, LOWEST) + FOOT;
      for (const mark of lane.marks) mark.y += top + HEAD + pitch / 2;
      const laid = { ...lane, top, height };
      top += height;
      return laid;
    });
  }

  /** Packs the marks of one year, each level on lines of its own; how many lines they take. */
  function fill(marks, left, step, across, pitch) {
    const room = step - pitch - 8;
    const widest = Math.max(...marks.map(({ row }) => draw.measure(traced.regions[row.region][0], 12)));
    const named = marks.length <= FEW && room >= Math.min(widest, NAMED * 1.6);
    const wide = named ? 1 : across;
    let line = 0;
    for (const level of traced.LEVELS) {
      const group = marks.filter(({ row }) => traced.regions[row.region][1] === level);
      group.forEach((mark, at) => {
        const used = Math.min(wide, group.length);
        mark.x = named ? left + pitch / 2 + 2 : left + step / 2 + ((at % wide) - (used - 1) / 2) * pitch;
        mark.y = (line + Math.floor(at / wide)) * pitch;
        mark.name = named ? traced.regions[mark.row.region][0] : null;
      });
      line += Math.ceil(group.length / wide);
    }
    return line;
  }

  /** What is drawn: nodes and links, so that nothing else is counted. */
  function drawn() {
    const nodes = new Set();
    const links = new Set();
    for (const { entry, marks, policies } of all()) {
      nodes.add(entry.node);
      for (const { row, node } of marks) {
        if (node !== undefined) nodes.add(node);
        const link = record.link({ region: row.region, initiative: entry.node });
        if (link !== undefined) links.add(link);
      }
      for (const { node, link } of policies) {
        nodes.add(node);
        links.add(link);
      }
      for (const { id } of spread.inLane(entry.node, new Set(marks.map(({ node }) => node)))) links.add(id);
    }
    return { nodes, links };
  }

  return { all, span, lay, drawn, HEAD };
})();
