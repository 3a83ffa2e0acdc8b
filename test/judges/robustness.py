"""Independent calculation of influence scores with some sources left out, for comparison with src/domain/influence-robustness.ts.

Reads one JSON object from standard input:
  {"schema": folder, "cases": [{"entities": {id: label}, "relations": [{type, source, target, sector, claims: [{source, stance, certainty}]}],
   "origins": {source: publisher}, "places": [id], "leftOut": [source], "maxSteps": L, "decay": d}]}
and writes the list of {actor id: score} of the cases. The strength of each relation, the oversight bodies and the scores are made from the
claims that are left; scores by dense matrices, as influence.py makes them. Dates play no part.
"""

import json
import math
import sys

from influence import read_weights, scores

RELIABILITY = {"EXPLICIT": 0.8, "IMPLIED": 0.6, "HEDGED": 0.4}
OVERSIGHT = {"REGULATES", "LICENSES", "OVERSEES"}


def noisy_or(claims, origins):
    best = {}
    for claim in claims:
        origin = origins[claim["source"]]
        best[origin] = max(best.get(origin, 0.0), RELIABILITY[claim["certainty"]])
    return 1.0 - math.prod(1.0 - p for p in best.values())


def strength(relation, origins, left_out):
    left = [claim for claim in relation["claims"] if claim["source"] not in left_out]
    support = noisy_or([claim for claim in left if claim["stance"] == "SUPPORTS"], origins)
    dispute = noisy_or([claim for claim in left if claim["stance"] == "DISPUTES"], origins)
    return support * support / (support + dispute) if support > 0 else 0.0


def judged(case, weights):
    left_out, places = set(case["leftOut"]), set(case["places"])
    relations, bodies = [], set()
    for relation in case["relations"]:
        weight = strength(relation, case["origins"], left_out)
        relations.append({**relation, "strength": weight, "holds": "CERTAINLY"})
        concerned = relation["sector"] is None or "private security" in relation["sector"].lower()
        if relation["type"] in OVERSIGHT and relation["target"] in places and weight > 0 and concerned:
            if case["entities"][relation["source"]] == "Actor":
                bodies.add(relation["source"])
    return scores({**case, "relations": relations, "bodies": sorted(bodies)}, weights)


def main():
    request = json.load(sys.stdin)
    weights = read_weights(request["schema"])
    json.dump([judged(case, weights) for case in request["cases"]], sys.stdout)


main()
