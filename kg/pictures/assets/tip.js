// One line beside the pointer: place, year, status, how many sentences.
"use strict";

const tip = (() => {
  const box = () => dom.byId("tip");

  function show(event, text) {
    const element = box();
    element.textContent = text;
    element.hidden = false;
    const left = Math.min(event.clientX + 14, innerWidth - element.offsetWidth - 8);
    const top = event.clientY + 18 + element.offsetHeight > innerHeight ? event.clientY - element.offsetHeight - 12 : event.clientY + 18;
    element.style.left = `${Math.max(8, left)}px`;
    element.style.top = `${top}px`;
  }

  const hide = () => (box().hidden = true);

  return { show, hide };
})();
