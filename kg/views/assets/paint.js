// The colour, border and strength of every node and link under the present choices.
"use strict";

const paint = (() => {
  // Dark for early, pale for late; a single hue whose lightness alone carries the order.
  const RAMP = ["#0b3c78", "#165a9f", "#2f78bd", "#5797d0", "#86b7e0", "#b3d3ee"];
  const LEVELS = {
    country: "#7a1f3d",
    province: "#d1603d",
    prefecture: "#2f78bd",
    county: "#63b7a4",
  };
  const SILENT = { background: "#c9d0da", border: "#97a3b3" };
  const UNOBSERVED = { background: "#ffffff", border: "#a3aebd" };
  const NEW = "#f08c00";

  function mix(from, to, share) {
    const part = (text, at) => parseInt(text.slice(at, at + 2), 16);
    const channel = (at) => Math.round(part(from, at) + (part(to, at) - part(from, at)) * share);
    return `#${[1, 3, 5].map((at) => channel(at).toString(16).padStart(2, "0")).join("")}`;
  }

  /** The colour of a year on the ramp over all years of the page. */
  function yearColour(year) {
    if (!data.span || !Number.isFinite(year)) return RAMP[2];
    const [low, high] = data.span;
    const place = high > low ? ((year - low) / (high - low)) * (RAMP.length - 1) : 0;
    const step = Math.min(Math.max(Math.floor(place), 0), RAMP.length - 2);
    return mix(RAMP[step], RAMP[step + 1], Math.min(Math.max(place - step, 0), 1));
  }

  const provinceCodes = [
    ...new Set(data.nodes.filter((node) => node.kind === "Region" && node.code).map((node) => node.code.slice(0, 2))),
  ].sort();

  /** One hue for each province, in the order of the codes, light and dark in turn. */
  function provinceColour(code) {
    const place = provinceCodes.indexOf(code.slice(0, 2));
    if (place < 0 || code.startsWith("10")) return "#64748b";
    return hex((place * 360) / Math.max(provinceCodes.length, 1), 58, place % 2 ? 62 : 42);
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

  const framed = (colour) => ({ background: colour, border: mix(colour, "#000000", 0.22) });

  function regionColour(node) {
    const { colour } = state.current;
    if (colour === "level") return framed(LEVELS[node.level] ?? "#64748b");
    if (colour === "province") return framed(provinceColour(node.code));
    const year = filter.shown.adopted.get(node.id);
    if (year !== undefined && colour === "year") return framed(yearColour(year));
    if (colour === "year") return filter.observed(node) === false ? UNOBSERVED : SILENT;
    return framed(data.styles.nodes.get("Region").colour);
  }

  function nodeLook(node) {
    const colour = node.kind === "Region" ? regionColour(node) : framed(data.styles.nodes.get(node.kind).colour);
    const fresh =
      node.kind === "Region" &&
      state.current.colour === "year" &&
      filter.shown.adopted.get(node.id) === state.current.to;
    return {
      color: fresh ? { ...colour, border: NEW } : colour,
      borderWidth: fresh ? 2.6 : colour === UNOBSERVED ? 1.6 : 1,
    };
  }

  return { nodeLook, yearColour, provinceColour, provinceCodes, RAMP, LEVELS, SILENT, UNOBSERVED, NEW };
})();
