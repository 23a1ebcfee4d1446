"""Minutes: their labelled lines, and bullets read with the sentence that introduces them."""
