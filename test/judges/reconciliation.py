"""Matches lists of names against a server by `reconciler`, a client of the Reconciliation Service API that is not ours.

stdin:  {"url": "…/reconcile", "names": ["…"], "countries": ["…"], "type": "…" or null}
stdout: {"plain": [[name, id, match]], "located": [[name, id, match]]}, the best candidate of each name; `located` with the countries
"""

import json
import sys

import pandas
from reconciler import reconcile

request = json.load(sys.stdin)
table = pandas.DataFrame({"name": request["names"], "country": request["countries"]})


def best(**more):
    found = reconcile(table["name"], reconciliation_endpoint=request["url"], top_res=1, **more)
    return [[row["input_value"], row["id"], bool(row["match"])] for _, row in found.iterrows()]


json.dump({"plain": best(type_id=request["type"]), "located": best(property_mapping={"country": table["country"]})}, sys.stdout)
