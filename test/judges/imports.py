"""Writes files that `custodes import` is to read, by programs that are not ours.

stdin:  {"graphml": path of our export, "folder": path}
stdout: {"networkx": path, "igraph": path, "ftm": path}: the export read and written again, and entities made by followthemoney
"""

import json
import pathlib
import sys

import igraph
import networkx
from followthemoney import model

request = json.load(sys.stdin)
folder = pathlib.Path(request["folder"])
out = {"networkx": str(folder / "nx.graphml"), "igraph": str(folder / "ig.graphml"), "ftm": str(folder / "made.ftm.json")}

networkx.write_graphml(networkx.read_graphml(request["graphml"], force_multigraph=True), out["networkx"])
igraph.Graph.Read_GraphML(request["graphml"]).write_graphml(out["igraph"])


def entity(schema, id, **properties):
    made = model.make_entity(schema)
    made.id = id
    for name, values in properties.items():
        made.add(name, values)
    return made


entities = [
    entity("PublicBody", "NK-1", name="Dirección General de Servicios de Seguridad Privada", weakAlias="DGSP"),
    entity("Organization", "NK-2", name="Guild of Watchmen", website="https://watchmen.example", phone="+41441234567"),
    entity("Person", "NK-3", name="Ana Ejemplo"),
    entity("Vehicle", "NK-4", name="A van", registrationNumber="X1"),
    entity("Membership", "NK-5", member="NK-2", organization="icoca", startDate="2019"),
    entity("Directorship", "NK-6", director="NK-3", organization="NK-2", role="President", startDate="2020-02"),
    entity("UnknownLink", "NK-7", subject="NK-2", object="NK-9", role="knows"),
]
with open(out["ftm"], "w", encoding="utf-8") as file:
    for one in entities:
        file.write(json.dumps(one.to_dict(), default=str) + "\n")
json.dump(out, sys.stdout)
