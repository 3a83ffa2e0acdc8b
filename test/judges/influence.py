"""Independent calculation of influence scores, for comparison with src/domain/influence.ts.

Reads one JSON object from standard input:
  {"schema": folder, "cases": [{"entities": {id: label}, "relations": [{type, source, target, strength, holds}],
   "bodies": [id], "maxSteps": L, "decay": d}]}
and writes the list of {actor id: score} of the cases. The matrix of one-step weights W has no row for an oversight body, so that walks
end where they first reach one; the score is the sum over k of d^(k-1) W^k 1_B (dense numpy, nothing shared with
the project but the weights in schema/).
"""

import json
import pathlib
import sys

import numpy
import yaml


def one_step_weights(case, weights):
    ids = sorted(i for i, label in case["entities"].items() if label != "Place")
    index = {i: n for n, i in enumerate(ids)}
    matrix = numpy.zeros((len(ids), len(ids)))
    for relation in case["relations"]:
        source, target = relation["source"], relation["target"]
        if source == target or source not in index or target not in index or relation["holds"] == "NO":
            continue
        factor = relation["strength"] * (0.5 if relation["holds"] == "POSSIBLY" else 1.0)
        flow = weights[relation["type"]]
        matrix[index[source], index[target]] += flow["forward"] * factor
        matrix[index[target], index[source]] += flow["backward"] * factor
    for body in case["bodies"]:
        matrix[index[body], :] = 0.0
    return ids, index, matrix


def scores(case, weights):
    ids, index, matrix = one_step_weights(case, weights)
    reached = numpy.zeros(len(ids))
    for body in case["bodies"]:
        reached[index[body]] = 1.0
    total = numpy.zeros(len(ids))
    for steps in range(1, case["maxSteps"] + 1):
        reached = matrix @ reached
        total += case["decay"] ** (steps - 1) * reached
    return {
        i: total[index[i]]
        for i in ids
        if case["entities"][i] == "Actor" and i not in case["bodies"] and total[index[i]] > 0
    }


def main():
    request = json.load(sys.stdin)
    weights = {}
    for file in pathlib.Path(request["schema"], "relation-types").glob("*.yaml"):
        for name, relation_type in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            weights[name] = relation_type["influence"]
    json.dump([scores(case, weights) for case in request["cases"]], sys.stdout)


main()
