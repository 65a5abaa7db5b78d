// The page inside another one: year, region and theme are those of that page, and what is chosen here is told to it.
"use strict";

(() => {
  if (parent === window) return;
  const root = document.documentElement;
  root.dataset.framed = "";
  let told = "";
  let taking = false;

  /** What both pages share. */
  const shared = () => ({ region: data.model.regions[state.current.region]?.code ?? null, year: state.current.year });

  function tell() {
    const said = JSON.stringify(shared());
    if (said !== told && !taking) parent.postMessage({ pictures: shared() }, "*");
    told = said;
  }

  /** Takes over what the other page has; what is not shown here is passed over. */
  function take({ region, year, theme }) {
    const place = data.model.regions.findIndex(({ code }) => code === region);
    const shown = data.model.years.includes(year) ? year : null;
    taking = true;
    if (theme && theme !== root.dataset.theme) {
      root.dataset.theme = theme;
      state.change({ theme });
    }
    if (place >= 0 && place !== state.current.region) state.choose(place);
    if (shown !== state.current.year) state.change({ year: shown });
    taking = false;
    told = JSON.stringify(shared());
  }

  addEventListener("message", ({ source, data: message }) => {
    if (source === parent && message?.chosen) take(message.chosen);
  });
  state.watch(tell);
  parent.postMessage({ pictures: shared(), isNew: true }, "*");
})();
