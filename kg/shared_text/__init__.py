"""Text that documents of different regions have in common, sentence by sentence: who said it earlier, and no more."""
