"""Figures of running text reckoned with by elimination: changes, shares and totals."""
