"""The text as such: folding, dictionaries, headings, sentences, the lines at its edges."""
