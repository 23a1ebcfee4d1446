"""Who somebody is and who holds which role, as it stands before, behind or by a verb beside a name."""
