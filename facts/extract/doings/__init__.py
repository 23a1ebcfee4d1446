"""Who did, said or decided what, why and for what; what things are, how many and how much."""
