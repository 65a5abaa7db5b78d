// Starts the page: reads the address, builds head and cards, and draws again when the window or a choice changes.
"use strict";

(() => {
  const root = document.documentElement;
  const cardsBox = dom.byId("cards");
  cardsBox.replaceChildren();
  state.read();
  if (state.current.theme) root.dataset.theme = state.current.theme;
  if (state.current.region !== null && state.current.cellYear === null) state.choose(state.current.region);
  cards.build();
  controls.build();
  cards.redraw();
  keys.start();
  state.watch((changes) => {
    cards.follow(changes);
    controls.draw();
  });
  looks.watch(() => { cards.redraw(); controls.draw(); });

  let width = innerWidth;
  new ResizeObserver(() => {
    if (innerWidth === width) return;
    width = innerWidth;
    cards.redraw();
  }).observe(root);
  const paper = (on) => () => { looks.print(on); cards.redraw(null, on); };
  addEventListener("beforeprint", paper(true));
  addEventListener("afterprint", paper(false));
  addEventListener("hashchange", () => {
    if (data.asked() !== data.alone) location.reload();
    state.read();
    cards.redraw();
    controls.draw();
  });
  root.dataset.ready = "";
})();
