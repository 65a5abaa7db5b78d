// The bands of the levels layout: those in use, closed up and stretched to the window.
"use strict";

const rows = (() => {
  const STRETCH = [0.7, 2.6];
  const LEVELS = ["country", "province", "prefecture", "county"];
  let laid = { points: new Map(), rows: [] };
  let shown = [];
  let stretch = 1;

  /** The six digits of a region, or of the region of a body or a functional area. */
  function code(node) {
    if (node.kind === "Region") return node.code;
    const parts = node.key.split("/");
    return ["Agency", "Area"].includes(node.kind) && /^\d+$/.test(parts[1]) ? parts[1] : "";
  }

  function standing(node) {
    const known = code(node);
    let band = node.kind;
    if (node.kind === "Region") band = LEVELS.includes(node.level) ? node.level : "region";
    const national = node.kind === "Region" && (band === "country" || !known);
    const order = `${known} ${String(node.year ?? 0).padStart(4, "0")} ${node.key}`;
    return { id: node.id, band: bands.ORDER.includes(band) ? band : "other", province: national ? "" : known.slice(0, 2), order };
  }

  const standings = () =>
    data.nodes
      .filter((node) => folds.isPresent(node) && !state.current.hiddenNodes.has(node.kind))
      .map(standing)
      .sort((a, b) => (a.order < b.order ? -1 : 1));

  function extent(values) {
    let [low, high] = [Infinity, -Infinity];
    for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
    return Math.max(high - low, 1);
  }

  /** Sets the bands into a window of which `room` says how much they may take; in other layouts there are none. */
  function lay(room) {
    shown = [];
    if (state.current.layout !== "levels") return;
    laid = bands.lay(standings());
    const height = laid.rows.at(-1)?.bottom ?? 0;
    const widest = extent([...laid.points.values()].map(({ x }) => x));
    stretch = Math.min(Math.max((room.height / room.width) * (widest / Math.max(height, 1)), STRETCH[0]), STRETCH[1]);
    shown = laid.rows.map((row, place) => ({ row, place, top: row.top * stretch, bottom: row.bottom * stretch }));
  }

  return {
    lay,
    get shown() {
      return shown;
    },
    /** In which band a node stands. */
    band: (node) => standing(node).band,
    levels(node) {
      const { x, y } = laid.points.get(node.id) ?? { x: 0, y: 0 };
      return { x, y: y * stretch };
    },
  };
})();
