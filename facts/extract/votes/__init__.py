"""Votes: on what, with which result, who was for and against; and whether something is so."""
