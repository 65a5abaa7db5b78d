// The cards of the page: what each shows, and when it is drawn again.
"use strict";

const cards = (() => {
  const { model, say } = data;

  const all = [
    { name: "origin", body: () => [beginning.draw()], about: say("origin_about") },
    {
      name: "curve", picture: curve.draw, on: ["year"], model: model.curve,
      notes: () => curve.refusals().map(([, text]) => text),
    },
    {
      name: "heat", picture: heat.draw, move: heat.move, on: ["level", "region", "cellYear", "year", "all"], model: model.heat,
      notes: () => (heat.rest() && !state.current.all && state.current.level === "all" ? [model.heat.left_out] : []),
      under: () => (heat.rest() ? dom.button(say(state.current.all ? "heat_often" : "heat_all"), () => state.change({ all: !state.current.all })) : null),
    },
    { name: "sentence", body: sentence.draw, on: ["region", "cellYear", "sentence"] },
    { name: "tiles", title: model.tiles?.map && "map", picture: tiles.draw, on: ["region", "year"], model: model.tiles, notes: () => model.tiles.notes, above: () => controls.yearButtons() },
    { name: "names", picture: names.draw, model: model.names, refused: model.names.refused, notes: () => [names.several()].filter(Boolean) },
    { name: "lags", picture: lags.draw, on: ["region"], model: model.lags, refused: model.lags ? null : say("lags_none"), notes: () => [model.lags.undrawn_said].filter(Boolean) },
    { name: "table", body: table.draw, move: table.move, on: ["level", "region"] },
  ].filter((card) => card.name !== "tiles" || model.tiles);

  const titled = (card) => say(card.title ?? card.name);

  /** A card as it is saved. */
  const saved = (card) => ({
    title: titled(card), draw: card.picture, finding: () => card.model.finding, measure: () => card.model.measure, notes: card.notes,
  });

  function actions(card) {
    if (card.name === "table") return [dom.button(say("csv"), save.asCsv, { "aria-label": say("save_as", { picture: say("table"), form: "CSV" }) })];
    if (!card.picture || card.refused) return [];
    const named = (form) => ({ "aria-label": say("save_as", { picture: titled(card), form }) });
    return [dom.button(say("svg"), () => save.asSvg(saved(card)), named("SVG")), dom.button(say("png"), () => save.asPng(saved(card)), named("PNG"))];
  }

  function build() {
    const pair = dom.make("div", { id: "pair" });
    for (const card of all) {
      const head = dom.make("header", {}, dom.make("h2", { id: `${card.name}-title`, text: titled(card) }), card.about ? dom.make("p", { class: "note", text: card.about }) : null, dom.make("span", { class: "actions" }, ...actions(card)));
      card.box = dom.make("div", { class: "body" });
      card.section = dom.make("section", { id: card.name, class: "card", tabindex: "-1", "aria-labelledby": `${card.name}-title` }, head, card.box);
      if (card.name === "sentence") card.box.setAttribute("aria-live", "polite");
      if (card.name === "heat") dom.byId("cards").append(pair);
      (["heat", "sentence"].includes(card.name) ? pair : dom.byId("cards")).append(card.section);
    }
  }

  function fill(card, printing = false) {
    if (card.body) return card.box.replaceChildren(...card.body(printing).filter(Boolean));
    if (card.refused) return card.box.replaceChildren(dom.make("p", { class: "refused", text: card.refused }));
    const width = printing ? looks.geometry.paper_width : Math.max(280, card.box.clientWidth);
    const picture = card.picture(width);
    const frame = dom.make("div", { class: "picture" }, picture);
    if (card.name === "heat") keys.onHeat(frame);
    else if (Number(picture.getAttribute("width")) > width + 1) frame.tabIndex = 0;
    if (card.name === "tiles") keys.onTiles(frame, picture);
    const focused = card.box.contains(document.activeElement) ? (document.activeElement.dataset.value ?? document.activeElement.className) : null;
    card.box.replaceChildren(
      ...[
        dom.make("p", { class: "finding", text: card.model.finding }),
        dom.make("p", { class: "note", text: card.model.measure }),
        card.above?.(),
        frame,
        ...card.notes().map((text) => dom.make("p", { class: "note remark", text })),
        card.under?.(),
      ].filter(Boolean),
    );
    if (focused) (card.box.querySelector(`[data-value="${CSS.escape(focused)}"]`) ?? card.box.querySelector(`.${CSS.escape(focused.split(" ")[0])}`))?.focus({ preventScroll: true });
    return undefined;
  }

  const redraw = (names_ = null, printing = false) => {
    for (const card of all) if (!names_ || names_.includes(card.name)) fill(card, printing);
  };

  /** Draws again what the changes are about; where another region or year was chosen, only the mark of it may move. */
  const follow = (changes) => {
    const names_ = Object.keys(changes);
    const choice = names_.every((name) => ["region", "cellYear", "sentence"].includes(name));
    for (const card of all) {
      const concerned = "theme" in changes || names_.some((name) => card.on?.includes(name));
      if (concerned && !(choice && card.move?.())) fill(card);
    }
  };

  /** Brings a card into sight where it is not. */
  function goTo(name) {
    const { section } = all.find((card) => card.name === name);
    const box = section.getBoundingClientRect();
    if (box.top < 60 || box.bottom > innerHeight) section.scrollIntoView({ behavior: looks.still() ? "auto" : "smooth", block: "center" });
  }

  return { build, redraw, follow, goTo };
})();
