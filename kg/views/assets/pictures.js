// The pictures of an initiative's trace, in a frame of their own beside the network: the same year, region and theme.
"use strict";

const pictures = (() => {
  const box = () => dom.byId("pictures");
  const known = data.pictured.map((key) => data.byKey.get(key));
  let frame = null;
  let shown = "";

  const initiative = () => (known.includes(state.current.picture) ? state.current.picture : known[0]);

  /** What the frame is to show: the last of the chosen years unless all are, the chosen region, the theme. */
  function chosen() {
    const { chosen: now, to } = state.current;
    const region = now?.region ?? (now?.node === undefined ? undefined : traced.placeOf(data.nodes[now.node].key));
    return {
      region: region === undefined ? null : traced.regions[region][2],
      year: data.span && to < data.span[1] ? to : null,
      theme: theme.isDark() ? "dark" : "light",
    };
  }

  function tell() {
    frame?.contentWindow?.postMessage({ chosen: chosen() }, "*");
  }

  /** Takes over what was chosen in the frame. */
  function take({ region, year }) {
    const place = traced.regions.findIndex(([, , code]) => code === region);
    const patch = {};
    if (region && place >= 0 && chosen().region !== region) patch.chosen = { region: place, initiative: initiative() };
    if (data.span && (year ?? data.span[1]) !== state.current.to) {
      patch.to = year ?? data.span[1];
      patch.from = Math.min(state.current.from, patch.to);
    }
    if (Object.keys(patch).length) state.change(patch);
  }

  /** The page of an initiative, as it stands packed in this one. */
  async function page(id, lang) {
    const all = [...document.querySelectorAll("script[data-initiative]")];
    const element = all.find(({ dataset }) => dataset.initiative === data.nodes[id].key && dataset.lang === lang);
    return packing.text(element.textContent);
  }

  async function show() {
    const wanted = `${initiative()} ${state.current.lang}`;
    if (shown === wanted) return tell();
    shown = wanted;
    const html = await page(initiative(), state.current.lang);
    if (shown !== wanted) return undefined;
    frame = dom.make("iframe", { title: `${words.t("pictures")}: ${data.nodes[initiative()].label}`, srcdoc: html });
    const choices = known.map((id) => [id, data.nodes[id].label]);
    const picker = dom.segmented(words.t("pictures"), choices, initiative(), (id) => state.change({ picture: id }));
    box().replaceChildren(...(known.length > 1 ? [picker, frame] : [frame]));
    return undefined;
  }

  function redraw() {
    const on = state.current.layout === "pictures";
    box().hidden = !on;
    document.documentElement.dataset.layout = state.current.layout;
    if (on) show();
  }

  function listen() {
    addEventListener("message", ({ source, data: message }) => {
      if (!frame || source !== frame.contentWindow || !message?.pictures) return;
      if (message.isNew) tell();
      else take(message.pictures);
    });
    redraw();
  }

  state.listen(redraw);
  return { listen, isThere: known.length > 0 };
})();
