"""NumPy's side of the fuzzer: answers requests of one line each with answers of one line each."""
import json
import sys
import warnings

import numpy as np

import elementwise  # registers its statements
import generator
import program


def evaluate(line):
    environment, statements, error = program.new_environment(), [program.Statement(one.strip()) for one in line.split(";") if one.strip()], None
    try:
        for statement in statements:
            statement.run(environment)
    except Exception as failure:
        error = f"{type(failure).__name__}: {failure}"
    return program.outcome(line, statements, environment, error)


def main():
    np.seterr(all="ignore")
    warnings.simplefilter("ignore")
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
