"""NumPy's side of the fuzzer: answers requests of one line each with answers of one line each."""
import json
import sys
import warnings

import numpy as np

import elementwise  # these register their statements
import fancy
import generator
import program
import reductions
import scans
import shaping


def evaluate(line):
    run = program.Run()
    texts = [one.strip() for one in line.split(";") if one.strip()]
    while texts and run.run(texts.pop(0)):
        pass
    return run.outcome() | {"line": line}


def main():
    np.seterr(all="ignore")
    warnings.simplefilter("ignore")
    warnings.filterwarnings("error", message="elementwise comparison failed")  # an error from NumPy 1.25 on
    warnings.filterwarnings("error", message="Out of bound index found")  # what NumPy announces to make an error
    if np.lib.NumpyVersion(np.__version__) < "2.0.0":
        np._set_promotion_state("weak")
    for text in sys.stdin:
        request = json.loads(text)
        if "line" in request:
            print(json.dumps(evaluate(request["line"])), flush=True)
            continue
        for index in range(request["start"], request["start"] + request["count"]):
            sys.stdout.write(json.dumps(generator.generate(request["seed"], index, request.get("ranks"))) + "\n")
        sys.stdout.flush()


main()
