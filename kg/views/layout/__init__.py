"""Where the nodes of a page stand: computed here, so that the browser only draws."""
