"""What a format holds → a `Document`: one reader a format, each a function of the bytes."""
