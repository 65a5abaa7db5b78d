// The colour of every node and link under the present choices.
"use strict";

const paint = (() => {
  const CLASSES = 5;
  /** The most provinces that are told apart by colours of their own. */
  const HUES = 58;

  function mix(from, to, share) {
    const part = (text, at) => parseInt(text.slice(at, at + 2), 16);
    const channel = (at) => Math.round(part(from, at) + (part(to, at) - part(from, at)) * share);
    return `#${[1, 3, 5].map((at) => channel(at).toString(16).padStart(2, "0")).join("")}`;
  }

  const edge = (colour) => mix(colour, theme.isDark() ? "#ffffff" : "#000000", 0.28);

  /** The years of first adoptions in classes of about equal size, each [first, last, count], the earliest first. */
  function classes() {
    const years = traced.visible().flatMap(({ rows }) => [...rows.values()].map((row) => row.year).filter(Boolean));
    const counts = new Map();
    for (const year of years.sort((a, b) => a - b)) counts.set(year, (counts.get(year) ?? 0) + 1);
    const single = [...counts].map(([year, count]) => [year, year, count]);
    if (single.length <= CLASSES) return single;
    const found = [];
    let left = years.length;
    for (const [year, , count] of single) {
      const open = found.at(-1);
      const goal = (left + (open?.[2] ?? 0)) / Math.max(CLASSES - found.length + 1, 1);
      // A class is closed where one more year would take it farther from its share than it is now.
      const closed = !open || (found.length < CLASSES && Math.abs(open[2] - goal) <= Math.abs(open[2] + count - goal));
      if (closed) found.push([year, year, count]);
      else Object.assign(open, [open[0], year, open[2] + count]);
      left -= count;
    }
    return found;
  }

  let known = null;
  const yearClasses = () => (known ??= classes());

  /** The colours of the classes, so that two of three classes are as far apart as may be. */
  const ramp = (count) => {
    const all = Array.from({ length: CLASSES }, (_, at) => theme.colours()[`year${at + 1}`]);
    return Array.from({ length: count }, (_, at) => all[count > 1 ? Math.round((at * (CLASSES - 1)) / (count - 1)) : 1]);
  };

  function yearColour(year) {
    const found = yearClasses();
    const at = found.findIndex(([, last]) => year <= last);
    return ramp(found.length)[at < 0 ? found.length - 1 : at] ?? theme.colours().status;
  }

  const codesOf = () =>
    [...new Set(data.nodes.filter((node) => node.kind === "Region" && node.code).map((node) => node.code.slice(0, 2)))].sort();
  let [provinceCodes, counted] = [[], 0];

  /** The first two digits of the codes of the regions; more of them where a group was unfolded. */
  function provincesShown() {
    if (counted !== data.nodes.length) [provinceCodes, counted] = [codesOf(), data.nodes.length];
    return provinceCodes;
  }

  /** One hue for each province, in the order of the codes, light and dark in turn. */
  function provinceColour(code) {
    const codes = provincesShown();
    const place = codes.indexOf(code.slice(0, 2));
    if (place < 0 || code.startsWith("10")) return theme.colours().muted;
    return hex((place * 360) / Math.max(codes.length, 1), HUES, place % 2 ? 62 : 42);
  }

  function hex(hue, saturation, lightness) {
    const reach = (saturation / 100) * Math.min(lightness / 100, 1 - lightness / 100);
    const channel = (n) => {
      const k = (n + hue / 30) % 12;
      const value = lightness / 100 - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
      return Math.round(255 * value)
        .toString(16)
        .padStart(2, "0");
    };
    return `#${channel(0)}${channel(8)}${channel(4)}`;
  }

  /** The colour of a region that has adopted, or plans to. */
  function tone(node, year) {
    const { colour } = state.current;
    if (colour === "level") return theme.colours()[node.level] ?? theme.colours().ink2;
    if (colour === "province") return provinceColour(node.code);
    if (colour === "year") return Number.isFinite(year) ? yearColour(year) : theme.colours().planned;
    return theme.of(data.styles.nodes.get("Region"));
  }

  /** The outlines of a node: of a region by what it comes to, of others by their label. */
  function outlines(node) {
    const style = data.styles.nodes.get(node.kind);
    if (node.kind !== "Region") return marks.node(style.shape, theme.of(style));
    const { state: said, year } = traced.ofNode(node);
    const plain = !data.initiatives.length || node.level === "country" || !traced.LEVELS.includes(node.level);
    return marks.region(plain ? "plain" : said, tone(node, year));
  }

  return {
    mix,
    edge,
    tone,
    outlines,
    yearClasses,
    yearColour,
    ramp,
    provinceColour,
    provincesShown,
    forget: () => (known = null),
  };
})();
