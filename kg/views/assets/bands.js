// Where nodes stand in the levels layout: initiatives, centre, province, prefecture, county, bodies as bands; each
// province a column.
"use strict";

const bands = (() => {
  /** The bands from top to bottom; those without nodes are left out. */
  const ORDER = [
    "Group", "Initiative", "country", "province", "prefecture", "county", "region", "Area",
    "Agency", "Policy", "Event", "Measurement", "Document", "Year", "other",
  ];
  const [ACROSS, DOWN, PADDING, BETWEEN] = [62, 50, 66, 26];
  const NOT_COUNTED = ["Document", "Year"];

  const sum = (values) => values.reduce((all, value) => all + value, 0);

  /** The members of each province by band, and those of no province by band, all in their order. */
  function columnsOf(standings) {
    const provinces = new Map();
    const wide = new Map();
    for (const standing of standings) {
      const { band, province } = standing;
      if (province && !provinces.has(province)) provinces.set(province, new Map());
      const members = province ? provinces.get(province) : wide;
      if (!members.has(band)) members.set(band, []);
      members.get(band).push(standing.id);
    }
    const codes = [...provinces.keys()].sort();
    return { columns: codes.map((code) => ({ members: provinces.get(code), left: 0, slots: 1 })), wide };
  }

  /** Gives each province its place, in as many rows as keep the page from growing much wider than high. */
  function setOut(columns, wide) {
    const inColumns = sum(columns.flatMap(({ members }) => [...members.values()].map((ids) => ids.length)));
    const beside = sum([...wide].filter(([band]) => !NOT_COUNTED.includes(band)).map(([, ids]) => ids.length));
    const goal = Math.max(16, columns.length, Math.ceil(1.6 * Math.sqrt(inColumns + beside)));
    const largest = columns.map(({ members }) => Math.max(...[...members.values()].map((ids) => ids.length)));
    let rows = 1;
    while (sum(largest.map((count) => Math.ceil(count / rows))) > goal && rows < Math.max(...largest)) rows += 1;
    let left = 0;
    columns.forEach((column, at) => {
      Object.assign(column, { left, slots: Math.ceil(largest[at] / rows) });
      left += column.slots * ACROSS + BETWEEN;
    });
    return Math.max(left - BETWEEN, 16 * ACROSS);
  }

  /** Puts members in rows of `slots`, each row spread over the width; neighbours a little up and down in turn. */
  function fill(points, ids, { left, width, slots, middle }) {
    const rows = Math.ceil(ids.length / slots);
    ids.forEach((id, place) => {
      const [row, column] = [Math.floor(place / slots), place % slots];
      const inRow = Math.min(slots, ids.length - row * slots);
      const wave = inRow > 1 ? DOWN * (column % 2 ? 0.17 : -0.17) : 0;
      points.set(id, { x: left + (width * (column + 0.5)) / inRow, y: middle + (row - (rows - 1) / 2) * DOWN + wave });
    });
  }

  /**
   * Sets nodes out.
   * @param {{id: number, band: string, province: string}[]} standings nodes in the order in which they are to stand;
   *   `province` is two digits, empty for none
   * @returns {{points: Map<number, {x: number, y: number}>, rows: {name: string, top: number, bottom: number}[]}}
   *   places in pixels, y downwards, and the bands that have nodes, from top to bottom
   */
  function lay(standings) {
    const { columns, wide } = columnsOf(standings);
    const width = setOut(columns, wide);
    const points = new Map();
    const rows = [];
    let top = 0;
    for (const name of ORDER) {
      const inside = columns
        .filter(({ members }) => members.has(name))
        .map(({ left, slots, members }) => ({ left: left - width / 2, slots, width: slots * ACROSS, ids: members.get(name) }));
      if (wide.has(name)) {
        inside.push({ left: -width / 2, slots: Math.max(1, Math.floor(width / (ACROSS * 1.3))), width, ids: wide.get(name) });
      }
      if (!inside.length) continue;
      const deep = Math.max(...inside.map(({ ids, slots }) => Math.ceil(ids.length / slots)));
      const bottom = top + (deep - 1) * DOWN + 2 * PADDING;
      for (const { ids, ...place } of inside) fill(points, ids, { ...place, middle: (top + bottom) / 2 });
      rows.push({ name, top, bottom });
      top = bottom;
    }
    return { points, rows };
  }

  return { ORDER, lay };
})();
