"""Tables read by what most of their rows agree with: cells, grids, relations between columns, totals, shares."""
