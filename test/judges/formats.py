"""Opens exported files with programs that are not ours, and says what they found in them.

Reads one JSON object from standard input: {"files": {format: path}}, and writes a list of readings:
  {"format", "program", "nodes": {id: [names]}, "edges": {id: [source, target]}, "dates": {edge id: {name: date}},
   "claims": {id: statement}}
where dates are what the format has a place for. What a program refuses, or a schema forbids, ends in an error.
"""

import io
import json
import pathlib
import sys
from importlib.metadata import version

FOLDER = pathlib.Path(__file__).parent
TIMES = ["start", "end", "start_stated", "end_stated", "earliest_start", "latest_start", "earliest_end", "latest_end"]


def listed(value):
    """a list, or JSON of one, or nothing"""
    return json.loads(value) if isinstance(value, str) and value else value or []


def snake(name):
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name)


def reading(program, nodes, edges):
    """@param nodes (id, data) and edges (id, source, target, data) with the columns of the flat or the nested formats"""
    claims = {}
    for data in [data for _, data in nodes] + [data for *_, data in edges]:
        claims.update({claim["id"]: claim["statement"] for claim in listed(data.get("claims"))})
    return {
        "program": program,
        "nodes": {i: [name["text"] for name in listed(data.get("names"))] for i, data in nodes},
        "edges": {i: [source, target] for i, source, target, _ in edges},
        "dates": {
            i: {snake(k): v for k, v in data.items() if snake(k) in TIMES and v not in (None, "")} for i, _, _, data in edges
        },
        "claims": claims,
    }


def networkx_reading(graph):
    import networkx

    assert type(graph) is networkx.MultiDiGraph, type(graph)
    edges = [(key, source, target, data) for source, target, key, data in graph.edges(keys=True, data=True)]
    return reading(f"networkx {networkx.__version__}", list(graph.nodes(data=True)), edges)


def graphml(path):
    import igraph
    import networkx

    valid(path, "graphml.rng")
    yield networkx_reading(networkx.read_graphml(path, force_multigraph=True))
    graph = igraph.Graph.Read_GraphML(path)
    names = graph.vs["id"]
    edges = [(edge["relation"], names[edge.source], names[edge.target], edge.attributes()) for edge in graph.es]
    yield reading(f"igraph {igraph.__version__}", [(node["id"], node.attributes()) for node in graph.vs], edges)


def gexf(path):
    import networkx

    valid(path, "gexf-1.3.rng")
    yield networkx_reading(networkx.read_gexf(path, version="1.3"))


def valid(path, schema):
    from lxml import etree

    etree.RelaxNG(etree.parse(FOLDER / schema)).assertValid(etree.parse(path))


def node_link(path):
    import networkx

    yield networkx_reading(networkx.node_link_graph(json.loads(text(path)), edges="links"))


def cytoscape(path):
    import networkx

    yield networkx_reading(networkx.cytoscape_graph(json.loads(text(path))))


def gephi(nodes_path, edges_path):
    import csv

    csv.field_size_limit(sys.maxsize)
    nodes = [(row["Id"], row) for row in csv.DictReader(io.StringIO(text(nodes_path)), strict=True)]
    edges = [(row["Id"], row["Source"], row["Target"], row) for row in csv.DictReader(io.StringIO(text(edges_path)), strict=True)]
    yield reading("csv of Python", nodes, edges)


def follow_the_money(path):
    """every entity valid, and no value lost or changed when it is cleaned"""
    from followthemoney import model

    nodes, edges, claims, dates, known = {}, {}, {}, {}, set()
    proxies = []
    for line in text(path).splitlines():
        given = json.loads(line)
        proxy = model.get_proxy(given)
        proxy.schema.validate(proxy.to_dict())
        cleaned = proxy.to_dict()["properties"]
        for name, values in given["properties"].items():
            assert sorted(values) == sorted(cleaned.get(name, [])), (given["id"], name, values, cleaned.get(name))
        proxies.append(proxy)
        known.add(proxy.id)
    for proxy in proxies:
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert value in known, f"{proxy.id} names {value}, which is not there"
        schema = proxy.schema
        if schema.name == "Documentation" and proxy.id.startswith("claim-"):
            claims[proxy.id.removeprefix("claim-")] = proxy.first("summary")
        elif schema.edge or schema.name == "Occupancy":
            source, target = ("holder", "post") if schema.name == "Occupancy" else (schema.edge_source, schema.edge_target)
            ends = [proxy.first(source), proxy.first(target)]
            edges[proxy.id] = ends[::-1] if schema.name == "Succession" else ends
            dates[proxy.id] = {name: proxy.first(prop) for name, prop in [("start", "startDate"), ("end", "endDate")] if proxy.first(prop)}
        elif not proxy.id.startswith("source-") and schema.name != "Position":
            nodes[proxy.id] = [value for name in ["name", "alias", "weakAlias", "previousName"] for value in proxy.get(name)]
    yield {"program": f"followthemoney {version('followthemoney')}", "nodes": nodes, "edges": edges, "dates": dates, "claims": claims}


def json_ld(path):
    import rdflib

    graph = rdflib.Graph().parse(path, format="json-ld")
    prefixes = """PREFIX c: <urn:custodes:vocabulary:> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX void: <http://rdfs.org/ns/void#> PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"""
    ask = lambda query: graph.query(f"{prefixes} {query}")
    local = lambda iri: str(iri).split(":", 3)[3]
    nodes = {}
    for entity, name in ask("SELECT ?e ?n { ?e c:kind ?k . OPTIONAL { ?e c:name/c:text ?n } }"):
        nodes.setdefault(local(entity), []).extend([] if name is None else [str(name)])
    edges, dates = {}, {}
    for relation, source, target, kind in ask("SELECT ?r ?s ?o ?p { ?r a c:Relation; rdf:subject ?s; rdf:object ?o; rdf:predicate ?p }"):
        edges[local(relation)] = [local(source), local(target)]
        dates[local(relation)] = {
            snake(name): str(value)
            for name in ["start", "end", "earliestStart", "latestStart", "earliestEnd", "latestEnd"]
            for value in graph.objects(relation, rdflib.URIRef(f"urn:custodes:vocabulary:{name}"))
        }
    claims = {
        local(claim): str(statement)
        for claim, statement in ask(
            "SELECT ?c ?d { ?c a c:Claim, prov:Entity; dcterms:description ?d; prov:hadPrimarySource/dcterms:title ?t; c:about/a ?type }"
        )
    }
    [(entities,)] = ask("SELECT ?n { ?d a dcat:Dataset, void:Dataset; void:entities ?n }")
    assert int(entities) == len(nodes)
    yield {"program": f"rdflib {rdflib.__version__}", "nodes": nodes, "edges": edges, "dates": dates, "claims": claims}


def bods(path):
    """valid against the schema of BODS 0.4, without fields that it does not know, and none of its further rules broken"""
    import libcove2.common

    # Its list of registers is on the internet; no identifier of ours is of a register.
    libcove2.common.get_orgids_prefixes = lambda: []
    from libcovebods.additionalfields import AdditionalFields
    from libcovebods.config import LibCoveBODSConfig
    from libcovebods.data_reader import DataReader
    from libcovebods.jsonschemavalidate import JSONSchemaValidator
    from libcovebods.run_tasks import TASK_CLASSES, process_additional_checks
    from libcovebods.schema import SchemaBODS

    reader, config = DataReader(path), LibCoveBODSConfig()
    schema = SchemaBODS(reader, config)
    assert str(schema.schema_version) == "0.4", schema.schema_version
    assert [error.json() for error in JSONSchemaValidator(schema).validate(reader)] == []
    assert AdditionalFields(schema).process(reader) == {}
    assert process_additional_checks(reader, config, schema, TASK_CLASSES)["additional_checks"] == []
    statements = [(one["recordId"], one["recordType"], one["recordDetails"]) for one in json.loads(text(path))]
    nodes, edges, dates = {}, {}, {}
    for i, kind, details in statements:
        if kind == "relationship":
            edges[i] = [details["interestedParty"], details["subject"]]
            dates[i] = {name: details["interests"][0][f"{name}Date"] for name in ["start", "end"] if f"{name}Date" in details["interests"][0]}
        elif kind == "person":
            nodes[i] = [name["fullName"] for name in details["names"]]
        else:
            nodes[i] = [details["name"], *details["alternateNames"]]
    yield {"program": f"libcovebods {version('libcovebods')}", "nodes": nodes, "edges": edges, "dates": dates, "claims": {}}


def text(path):
    return pathlib.Path(path).read_text(encoding="utf-8")


def main():
    files = json.load(sys.stdin)["files"]
    readers = {
        "graphml": graphml,
        "gexf": gexf,
        "node-link": node_link,
        "cytoscape": cytoscape,
        "ftm": follow_the_money,
        "json-ld": json_ld,
        "bods": bods,
    }
    readings = [{"format": name, **one} for name, read in readers.items() if name in files for one in read(files[name])]
    if "gephi-nodes" in files:
        readings += [{"format": "gephi-nodes, gephi-edges", **one} for one in gephi(files["gephi-nodes"], files["gephi-edges"])]
    json.dump(readings, sys.stdout)


main()
