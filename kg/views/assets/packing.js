// Text that stands packed in the page: deflated, in base64.
"use strict";

const packing = (() => {
  /** What a packed text says. */
  async function text(packed) {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).text();
  }

  return { text };
})();
