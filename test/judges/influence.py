"""Independent calculation of influence scores, for comparison with src/domain/influence.ts.

Reads one JSON object from standard input:
  {"schema": folder, "cases": [{"entities": {id: label}, "relations": [{type, source, target, strength, holds}],
   "bodies": [id], "maxSteps": L, "decay": d}]}
and writes the list of {actor id: score} of the cases: sums over non-backtracking walks that end where they first reach an
oversight body, by dense powers of the weighted Hashimoto (edge) matrix. Nothing is shared with the project but the weights in schema/.
"""

import json
import pathlib
import sys

import numpy
import yaml


def one_step_weights(case, weights):
    """weights of the influence between each ordered pair of entities; no row for an oversight body"""
    ids = sorted(case["entities"])
    index = {i: n for n, i in enumerate(ids)}
    matrix = numpy.zeros((len(ids), len(ids)))
    for relation in case["relations"]:
        source, target = relation["source"], relation["target"]
        if source == target or relation["holds"] == "NO":
            continue
        factor = relation["strength"] * (0.5 if relation["holds"] == "POSSIBLY" else 1.0)
        flow = weights[relation["type"]]
        places = [case["entities"][end] == "Place" for end in (source, target)]
        if places == [False, True]:
            # A place is passed from its state to who oversees it, and in no other way.
            way = (target, source) if flow["oversight"] else (source, target)
            matrix[index[way[0]], index[way[1]]] += flow.get("throughPlace", 0.0) * factor
        if any(places):
            continue
        matrix[index[source], index[target]] += flow["forward"] * factor
        matrix[index[target], index[source]] += flow["backward"] * factor
    for body in case["bodies"]:
        matrix[index[body], :] = 0.0
    return ids, index, matrix


def scores(case, weights):
    ids, index, matrix = one_step_weights(case, weights)
    bodies = {index[body] for body in case["bodies"]}
    pairs = [(u, v) for u, v in zip(*numpy.nonzero(matrix))]
    starts = numpy.array([u for u, _ in pairs], dtype=int)
    ends = numpy.array([v for _, v in pairs], dtype=int)
    weight = numpy.array([matrix[pair] for pair in pairs])
    # Hashimoto's edge matrix, weighted: pair e may be followed by pair f where f starts at e's end and does not go back.
    follows = (ends[:, None] == starts[None, :]) & (starts[:, None] != ends[None, :])
    hashimoto = weight[:, None] * follows
    walks = weight * numpy.isin(ends, list(bodies))
    total = numpy.zeros(len(ids))
    for steps in range(1, case["maxSteps"] + 1):
        if steps > 1:
            walks = hashimoto @ walks
        numpy.add.at(total, starts, case["decay"] ** (steps - 1) * walks)
    return {
        i: total[index[i]]
        for i in ids
        if case["entities"][i] == "Actor" and i not in case["bodies"] and total[index[i]] > 0
    }


def read_weights(schema):
    weights = {}
    for file in pathlib.Path(schema, "relation-types").glob("*.yaml"):
        for name, relation_type in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            weights[name] = {**relation_type["influence"], "oversight": relation_type.get("oversight", False)}
    return weights


def main():
    request = json.load(sys.stdin)
    weights = read_weights(request["schema"])
    json.dump([scores(case, weights) for case in request["cases"]], sys.stdout)


if __name__ == "__main__":
    main()
