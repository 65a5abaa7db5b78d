// What the reader has chosen, kept in the address after the #, so that a view can be shared or bookmarked.
"use strict";

const state = (() => {
  const LAYOUTS = ["network", "levels", "timeline", "table", "compare", "pictures"];
  const FORMS = ["all", "name"];
  const THEMES = ["light", "dark"];
  const COLOURS = ["year", "type", "level", "province"];
  const listeners = [];
  const local = data.local();

  function fresh() {
    const [low, high] = data.span ?? [0, 0];
    return {
      lang: data.page.lang,
      layout: "network",
      hiddenNodes: new Set(data.page.legend.nodes.filter((style) => !style.shown).map((style) => style.kind)),
      hiddenLinks: data.structural(),
      hiddenInitiatives: local,
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
      open: new Set(),
      picture: null,
      compare: null,
      story: [],
      step: null,
    };
  }

  const current = fresh();

  const same = (a, b) => a.size === b.size && [...a].every((value) => b.has(value));

  /** What is chosen: the key of a node; those of two nodes and a type between; those of a region and an initiative. */
  function chosenFrom([key, kind, other]) {
    if (kind === undefined) return data.byKey.has(key) ? { node: data.byKey.get(key) } : null;
    if (other === undefined) return rowFrom(key, kind);
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
    if (chosen.region !== undefined) return [data.traced.regions[chosen.region][3], data.nodes[chosen.initiative].key];
    if (chosen.node !== undefined) return [data.nodes[chosen.node].key];
    const link = data.links[chosen.link];
    return [data.nodes[link.from].key, link.kind, data.nodes[link.to].key];
  }

  /** Steps of a story in the address: a text and a view in turn. */
  function stepsFrom(parts = []) {
    return parts.flatMap((text, at) => (at % 2 || parts[at + 1] === undefined ? [] : [{ text: text.slice(1), view: parts[at + 1] }]));
  }

  /** Takes the choices out of the address, or of one like it; what makes no sense there is passed over. */
  function load(hash = location.hash) {
    const given = address.read(hash);
    const one = (name) => given.get(name)?.[0];
    const oneOf = (name, allowed) => (allowed.includes(one(name)) ? one(name) : current[name]);
    Object.assign(current, fresh());
    current.lang = oneOf("lang", ["en", "zh"]);
    current.layout = oneOf("layout", LAYOUTS);
    if (current.layout === "timeline" && !data.span) current.layout = "network";
    if (current.layout === "pictures" && !data.pictured.length) current.layout = "network";
    if (data.byKey.has(one("picture"))) current.picture = data.byKey.get(one("picture"));
    if (current.layout === "table" && !data.initiatives.length) current.layout = "network";
    current.colour = oneOf("colour", COLOURS);
    current.forms = oneOf("forms", FORMS);
    current.theme = oneOf("theme", THEMES);
    if (given.has("hide")) current.hiddenNodes = new Set(given.get("hide"));
    if (given.has("hidelinks")) current.hiddenLinks = new Set(given.get("hidelinks"));
    if (given.has("without")) {
      const keys = given.get("without").filter((key) => data.byKey.has(key));
      current.hiddenInitiatives = new Set(keys.map((key) => data.byKey.get(key)));
    }
    const years = (one("years") ?? "").match(/^(\d{4})-(\d{4})$/);
    if (years && data.span) {
      const clamp = (year) => Math.min(Math.max(Number(year), data.span[0]), data.span[1]);
      [current.from, current.to] = [clamp(years[1]), clamp(years[2])].sort((a, b) => a - b);
    }
    current.open = new Set((given.get("open") ?? []).filter(folds.isKnown));
    current.compare = given.get("compare") ?? null;
    current.story = stepsFrom(given.get("story"));
    const step = Number(one("step"));
    if (current.story[step - 1]) current.step = step - 1;
    if (given.has("single")) Object.assign(current, { single: true, from: current.to });
    if (data.byKey.has(one("focus"))) current.focus = data.byKey.get(one("focus"));
    current.hops = Math.min(Math.max(Number(one("hops")) || 1, 1), 4);
    if (given.get("chosen")?.length) current.chosen = chosenFrom(given.get("chosen"));
    const least = Number(one("least"));
    if (data.traced.variants.some(([, known]) => known === least)) current.least = least;
  }

  /** What differs from how the page opens, as it stands in an address. */
  function chosen() {
    const first = fresh();
    const out = new Map();
    const sorted = (values) => [...values].sort();
    for (const name of ["lang", "layout", "colour", "forms", "least", "theme"]) {
      if (current[name] !== first[name] && current[name] !== null) out.set(name, [current[name]]);
    }
    if (!same(current.hiddenNodes, first.hiddenNodes)) out.set("hide", sorted(current.hiddenNodes));
    if (!same(current.hiddenLinks, first.hiddenLinks)) out.set("hidelinks", sorted(current.hiddenLinks));
    if (!same(current.hiddenInitiatives, first.hiddenInitiatives)) {
      out.set("without", sorted([...current.hiddenInitiatives].map((id) => data.nodes[id].key)));
    }
    if (current.picture !== null) out.set("picture", [data.nodes[current.picture].key]);
    if (current.open.size) out.set("open", sorted(current.open));
    if (current.from !== first.from || current.to !== first.to) out.set("years", [`${current.from}-${current.to}`]);
    if (current.single) out.set("single", ["1"]);
    if (current.focus !== null) out.set("focus", [data.nodes[current.focus].key]).set("hops", [current.hops]);
    if (current.chosen) out.set("chosen", chosenTo(current.chosen));
    if (current.compare && current.layout === "compare") out.set("compare", current.compare);
    return out;
  }

  /** Writes the choices into the address, and the story. */
  function save() {
    const out = chosen();
    // A text begins with a mark of its own, so that an empty one is told from none.
    if (current.story.length) out.set("story", current.story.flatMap(({ text, view }) => [`.${text}`, view]));
    if (current.story.length && current.step !== null) out.set("step", [current.step + 1]);
    try {
      history.replaceState(null, "", out.size ? `#${address.written(out)}` : location.pathname + location.search);
    } catch {
      // Inside another page, as in a notebook, there may be no address of its own to write to.
    }
  }

  /** The address as one reads it: its texts as they are, encoded where they must be. */
  const link = () => location.href.split("#")[0] + (location.hash ? `#${address.written(address.read(location.hash))}` : "");

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
    /** The present view as it stands in an address, without the story. */
    view: () => address.written(chosen()),
    load,
    link,
    change,
    toggled,
    listen: (listener) => listeners.push(listener),
    first: (listener) => listeners.unshift(listener),
  };
})();
