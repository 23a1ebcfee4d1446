"""Who was there and who was not: attendance, absence, guests, membership and the lists that tell it."""
