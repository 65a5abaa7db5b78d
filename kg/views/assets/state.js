// What the reader has chosen, kept in the address after the #, so that a view can be shared or bookmarked.
"use strict";

const state = (() => {
  const LAYOUTS = ["network", "levels", "timeline", "table"];
  const FORMS = ["all", "name"];
  const THEMES = ["light", "dark"];
  const COLOURS = ["year", "type", "level", "province"];
  const listeners = [];

  function fresh() {
    const [low, high] = data.span ?? [0, 0];
    return {
      lang: data.page.lang,
      layout: "network",
      hiddenNodes: new Set(data.page.legend.nodes.filter((style) => !style.shown).map((style) => style.kind)),
      hiddenLinks: data.structural(),
      hiddenInitiatives: data.local(),
      from: low,
      to: high,
      single: false,
      colour: data.adoptions.length ? "year" : "type",
      chosen: null,
      focus: null,
      hops: 1,
      forms: "all",
      least: 0,
      theme: null,
    };
  }

  const current = fresh();

  /** A part of the address decoded; one that is cut off or misspelt is taken as it stands. */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  const listed = (text) => new Set(text.split(",").filter(Boolean).map(decoded));
  const written = (values) => [...values].sort().map(encodeURIComponent).join(",");
  const same = (a, b) => a.size === b.size && [...a].every((value) => b.has(value));

  function chosenFrom(text) {
    const [key, kind, other] = text.split(" ").map(decoded);
    if (!kind) return data.byKey.has(key) ? { node: data.byKey.get(key) } : null;
    if (!other) return rowFrom(key, kind);
    const link = data.links.find(
      (item) => item.kind === kind && item.from === data.byKey.get(key) && item.to === data.byKey.get(other),
    );
    return link ? { link: link.id } : null;
  }

  /** What one region comes to in one initiative. */
  function rowFrom(key, initiative) {
    const region = data.traced.regions.findIndex(([, , , known]) => known === key);
    const node = data.byKey.get(initiative);
    return region < 0 || !data.initiatives.includes(node) ? null : { region, initiative: node };
  }

  function chosenTo(chosen) {
    if (chosen.region !== undefined) {
      return [data.traced.regions[chosen.region][3], data.nodes[chosen.initiative].key].map(encodeURIComponent).join(" ");
    }
    if (chosen.node !== undefined) return encodeURIComponent(data.nodes[chosen.node].key);
    const link = data.links[chosen.link];
    return [data.nodes[link.from].key, link.kind, data.nodes[link.to].key].map(encodeURIComponent).join(" ");
  }

  /** Takes the choices out of the address; what makes no sense there is passed over. */
  function load() {
    const given = new URLSearchParams(location.hash.slice(1));
    Object.assign(current, fresh());
    if (["en", "zh"].includes(given.get("lang"))) current.lang = given.get("lang");
    if (LAYOUTS.includes(given.get("layout"))) current.layout = given.get("layout");
    if (current.layout === "timeline" && !data.span) current.layout = "network";
    if (COLOURS.includes(given.get("colour"))) current.colour = given.get("colour");
    if (given.has("hide")) current.hiddenNodes = listed(given.get("hide"));
    if (given.has("hidelinks")) current.hiddenLinks = listed(given.get("hidelinks"));
    if (given.has("without")) {
      const keys = [...listed(given.get("without"))].filter((key) => data.byKey.has(key));
      current.hiddenInitiatives = new Set(keys.map((key) => data.byKey.get(key)));
    }
    const years = (given.get("years") ?? "").match(/^(\d{4})-(\d{4})$/);
    if (years && data.span) {
      const clamp = (year) => Math.min(Math.max(Number(year), data.span[0]), data.span[1]);
      [current.from, current.to] = [clamp(years[1]), clamp(years[2])].sort((a, b) => a - b);
    }
    if (given.has("single")) {
      current.single = true;
      current.from = current.to;
    }
    if (data.byKey.has(given.get("focus"))) current.focus = data.byKey.get(given.get("focus"));
    current.hops = Math.min(Math.max(Number(given.get("hops")) || 1, 1), 4);
    if (given.has("chosen")) current.chosen = chosenFrom(given.get("chosen"));
    if (FORMS.includes(given.get("forms"))) current.forms = given.get("forms");
    const least = Number(given.get("least"));
    if (data.traced.variants.some(([, known]) => known === least)) current.least = least;
    if (THEMES.includes(given.get("theme"))) current.theme = given.get("theme");
  }

  /** Writes into the address what differs from how the page opens. */
  function save() {
    const first = fresh();
    const out = new URLSearchParams();
    for (const name of ["lang", "layout", "colour", "forms", "least", "theme"])
      if (current[name] !== first[name]) out.set(name, current[name]);
    if (!same(current.hiddenNodes, first.hiddenNodes)) out.set("hide", written(current.hiddenNodes));
    if (!same(current.hiddenLinks, first.hiddenLinks)) out.set("hidelinks", written(current.hiddenLinks));
    if (!same(current.hiddenInitiatives, first.hiddenInitiatives)) {
      out.set("without", written([...current.hiddenInitiatives].map((id) => data.nodes[id].key)));
    }
    if (current.from !== first.from || current.to !== first.to) out.set("years", `${current.from}-${current.to}`);
    if (current.single) out.set("single", "1");
    if (current.focus !== null) {
      out.set("focus", data.nodes[current.focus].key);
      out.set("hops", current.hops);
    }
    if (current.chosen) out.set("chosen", chosenTo(current.chosen));
    const hash = out.toString();
    try {
      history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
    } catch {
      // Inside another page, as in a notebook, there may be no address of its own to write to.
    }
  }

  /** Changes choices and tells everyone who listens which of them changed. */
  function change(patch) {
    Object.assign(current, patch);
    save();
    const changed = new Set(Object.keys(patch));
    for (const listener of listeners) listener(changed, current);
  }

  /** The set with `value` put in or taken out. */
  function toggled(set, value) {
    const next = new Set(set);
    if (!next.delete(value)) next.add(value);
    return next;
  }

  return {
    current,
    load,
    change,
    toggled,
    listen: (listener) => listeners.push(listener),
    first: (listener) => listeners.unshift(listener),
  };
})();
