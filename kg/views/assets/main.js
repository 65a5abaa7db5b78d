// Starts the page: reads the address, draws every part, and keeps the head of the page up to date.
"use strict";

(() => {
  function head() {
    const { layout, lang } = state.current;
    const there = ["network", "levels", "timeline", "table", ...(compare.isThere() ? ["compare"] : []), ...(pictures.isThere ? ["pictures"] : [])];
    const layouts = there.map((name) => [
      name,
      words.t(name),
      (name === "timeline" && !data.span) || (name === "table" && !data.initiatives.length),
    ]);
    const dark = theme.isDark();
    dom.byId("top").replaceChildren(
      drawers.button("sidebar", words.t("choices")),
      dom.make("h1", { text: data.page.title, title: data.page.title }),
      dom.make("span", { id: "counts", class: "small" }),
      search.draw(),
      dom.segmented(words.t("network"), layouts, layout, (value) => state.change({ layout: value })),
      dom.make(
        "div",
        { class: "actions" },
        dom.button(words.t("fit"), () => (state.current.layout === "timeline" ? timeline : picture).fit(), { id: "fit" }),
        save.menu(),
        dom.button(words.t("story"), story.edit, { id: "story-button" }),
        dom.button(dark ? "☀" : "☾", () => state.change({ theme: dark ? "light" : "dark" }), {
          id: "theme",
          title: words.t(dark ? "theme_light" : "theme_dark"),
          "aria-label": words.t(dark ? "theme_light" : "theme_dark"),
        }),
        dom.button(words.t("language"), () => state.change({ lang: lang === "zh" ? "en" : "zh" }), { id: "language" }),
      ),
      drawers.button("panel", words.t("details")),
    );
    counts();
  }

  /** Draws the head anew and leaves the focus where it was. */
  function redrawHead() {
    const { id, dataset } = document.activeElement ?? document.body;
    const isInHead = dom.byId("top").contains(document.activeElement);
    head();
    if (!isInHead) return;
    const again = dom.byId(id) ?? dom.byId("top").querySelector(`[data-value="${CSS.escape(dataset.value ?? "")}"]`);
    again?.focus();
  }

  function counts() {
    const n = (flags) => words.number(flags.filter(Boolean).length);
    dom.byId("counts").textContent = words.t("counts", { nodes: n(filter.shown.nodes), edges: n(filter.shown.links) });
  }

  /** What was folded, and what of it the file has no room for. */
  function foldedNote() {
    const sum = (groups) => groups.reduce((all, { n }) => all + n, 0);
    const bare = data.groups.filter((_, place) => folds.isBare(place));
    const gone = data.groups.filter((_, place) => !folds.isThere(place));
    return [
      words.t("folded", { n: words.number(sum(data.groups)), groups: words.number(data.groups.length) }),
      bare.length ? words.t("folded_bare", { n: words.number(sum(bare)) }) : "",
      gone.length ? words.t("folded_gone", { n: words.number(sum(gone)) }) : "",
    ].filter(Boolean).join(" ");
  }

  /** Takes a note away; the picture takes its room. */
  function closed(note) {
    note.remove();
    picture.resized();
  }

  function notes() {
    const texts = [];
    if (data.page.slow) texts.push(words.t("slow", { n: words.number(data.nodes.length) }));
    if (data.groups.length) texts.push(foldedNote());
    if (data.page.outside) texts.push(words.t("outside", { n: words.number(data.page.outside) }));
    dom.byId("notes").replaceChildren(
      ...texts.map((text) => {
        const note = dom.make("p", { text });
        note.append(dom.button("×", () => closed(note), { "aria-label": words.t("close") }));
        return note;
      }),
    );
  }

  state.load();
  words.use(state.current.lang);
  theme.apply();
  filter.refresh();
  // First of all listeners in order of need: the language and the filter come before whoever draws with them.
  state.first((changed) => {
    if (changed.has("lang")) words.use(state.current.lang);
    if (changed.has("theme")) theme.apply();
    // What is chosen, how it is said and in which colours does not change what is visible.
    if ([...changed].some((name) => !["chosen", "lang", "theme"].includes(name))) filter.refresh();
  });
  state.listen((changed) => {
    if (["lang", "layout", "theme"].some((name) => changed.has(name))) redrawHead();
    else counts();
    if (changed.has("lang")) notes();
  });
  head();
  notes();
  sidebar.draw();
  panel.draw();
  years.draw();
  picture.build();
  timeline.draw();
  table.draw();
  keys.listen();
  save.listen();
  walk.listen();
  pictures.listen();
  compare.listen();
  story.start();
  // What is scrolled ends above the notes.
  const foot = dom.byId("notes");
  new ResizeObserver(() => dom.byId("stage").style.setProperty("--notes", `${foot.offsetHeight}px`)).observe(foot);
  walk.name();
  theme.watch(() => state.change({ theme: state.current.theme }));
  if (state.current.chosen?.node !== undefined) picture.moveTo(state.current.chosen.node);
  window.addEventListener("hashchange", () => {
    state.load();
    state.change({ ...state.current });
    years.draw();
  });
  folds.start();
  document.documentElement.dataset.ready = "true";
})();
