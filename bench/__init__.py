"""Gold sets with floors, and speed as ratios beside named rivals, in one run."""
