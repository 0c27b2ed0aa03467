"""Runs every benchmark: each module of this folder with a ``main()``, or those named on the command line."""

import importlib
import pkgutil
import sys
import time

import bench


def run(names: list[str]) -> int:
    """Run the named benchmarks (all without names); 1 if one fell under its floor."""
    known = [module.name for module in pkgutil.iter_modules(bench.__path__) if not module.name.startswith("_")]
    if unknown := [name for name in names if name not in known]:
        print(f"no benchmark is called {', '.join(unknown)}; there are: {', '.join(known)}")
        return 2
    failed = []
    for name in names or known:
        main = getattr(importlib.import_module(f"bench.{name}"), "main", None)
        if main is None:
            continue
        print(f"\n=== {name}", flush=True)
        sys.argv = [f"bench.{name}"]
        start = time.perf_counter()
        if main():
            failed.append(name)
        print(f"--- {name}: {time.perf_counter() - start:.1f} s", flush=True)
    print(f"\nunder the floor: {', '.join(failed)}" if failed else "\nall floors hold")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(run(sys.argv[1:]))
