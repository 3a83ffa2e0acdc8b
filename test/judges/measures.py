"""Network measures by networkx, for comparison with src/measures/.

Reads one JSON object from standard input:
  {"cases": [{"nodes": [id], "labels": {id: label}, "held": [id of an event], "groups": {id: group},
    "relations": [{type, source, target, strength, symmetric}], "weights": "RELATIONS" | "EVIDENCE",
    "only": "interlocks", where no more than that is asked, "restarts": [id], "damping": d, "attenuation": a, "resolution": r, "communities": {id: number}}]}
and writes, for each case, {"measure directed|undirected": {id: value}}, and of our communities and of networkx's own the modularity, and of each two actors how much they share. The graphs
are built here from the relations. Eigenvectors are numpy's, brokerage is counted over all triples.
"""

import itertools
import json
import math
import sys

import networkx as nx
import numpy


def graphs(case):
    undirected, directed = nx.Graph(), nx.DiGraph()
    for graph in (undirected, directed):
        graph.add_nodes_from(case["nodes"])

    def tie(graph, a, b, weight):
        before = graph.get_edge_data(a, b, {"weight": 0.0})["weight"]
        graph.add_edge(a, b, weight=before + weight)

    for relation in case["relations"]:
        source, target = relation["source"], relation["target"]
        if source == target or relation["strength"] == 0:
            continue
        weight = 1.0 if case["weights"] == "RELATIONS" else relation["strength"]
        tie(undirected, source, target, weight)
        tie(directed, source, target, weight)
        if relation["symmetric"]:
            tie(directed, target, source, weight)
    return undirected, directed


def eigenvector(graph):
    """where power iteration from equal values ends: ones, projected on the eigenvectors of the largest eigenvalue"""
    if graph.number_of_edges() == 0:
        return dict.fromkeys(graph, 0.0)
    values, vectors = numpy.linalg.eigh(nx.to_numpy_array(graph, weight="weight"))
    largest = vectors[:, values >= values[-1] * (1 - 1e-9)]
    limit = largest @ (largest.T @ numpy.ones(len(graph)))
    return dict(zip(graph, (limit / numpy.linalg.norm(limit)).tolist()))


def radius(graph):
    matrix = nx.to_numpy_array(graph, weight="weight")
    return float(numpy.linalg.eigvalsh(matrix)[-1]) if graph.number_of_edges() else 0.0


def brokerage(graph, groups):
    """Gould and Fernandez: every triple of different nodes, looked at one by one"""
    roles = {node: dict.fromkeys(["coordinator", "itinerant", "gatekeeper", "representative", "liaison"], 0) for node in graph}
    for a, b, c in itertools.permutations(graph, 3):
        if not (graph.has_edge(a, b) and graph.has_edge(b, c)) or graph.has_edge(a, c):
            continue
        same_ab, same_bc, same_ac = groups[a] == groups[b], groups[b] == groups[c], groups[a] == groups[c]
        if same_ab and same_bc:
            roles[b]["coordinator"] += 1
        elif same_ac:
            roles[b]["itinerant"] += 1
        elif same_bc:
            roles[b]["gatekeeper"] += 1
        elif same_ab:
            roles[b]["representative"] += 1
        else:
            roles[b]["liaison"] += 1
    return roles


def modularities(graph, case):
    if graph.number_of_edges() == 0:
        return {"ours": None, "theirs": None}
    communities = {}
    for node, number in case["communities"].items():
        communities.setdefault(number, set()).add(node)
    options = {"weight": "weight", "resolution": case["resolution"]}
    theirs = nx.community.louvain_communities(graph, seed=1, **options)
    return {
        "ours": nx.community.modularity(graph, communities.values(), **options),
        "theirs": nx.community.modularity(graph, theirs, **options),
    }


def shared(case):
    """how many memberships and events each two actors share: the projection of who stands where onto the actors"""
    labels, held = case["labels"], set(case["held"])
    affiliations = nx.Graph()
    for relation in case["relations"]:
        if relation["strength"] == 0 or relation["source"] == relation["target"]:
            continue
        ends = (relation["source"], relation["target"])
        for actor, place in (ends, ends[::-1]):
            member = relation["type"] == "MEMBER_OF" and (actor, place) == ends and labels[place] == "Actor"
            if labels[actor] == "Actor" and (place in held or member):
                affiliations.add_edge(("actor", actor), ("place", place))
    if not affiliations:
        return {}
    actors = [node for node in affiliations if node[0] == "actor"]
    projection = nx.bipartite.weighted_projected_graph(affiliations, actors)
    return {" ".join(sorted((a[1], b[1]))): both for a, b, both in projection.edges(data="weight")}


def measured(case):
    if case.get("only") == "interlocks":
        return {"shared": shared(case)}
    undirected, directed = graphs(case)
    attenuation, damping = case["attenuation"], case["damping"]
    restarts = {node: 1.0 for node in case["restarts"]}
    found = {}
    for direction, graph in (("undirected", undirected), ("directed", directed)):
        found[f"DEGREE {direction}"] = dict(graph.degree())
        found[f"WEIGHTED_DEGREE {direction}"] = dict(graph.degree(weight="weight"))
        found[f"BETWEENNESS {direction}"] = nx.betweenness_centrality(graph)
        found[f"CLOSENESS {direction}"] = nx.closeness_centrality(graph)
        exact = {"alpha": damping, "tol": 1e-15, "max_iter": 5000}
        found[f"PAGERANK {direction}"] = nx.pagerank(graph, **exact)
        found[f"PERSONALISED_PAGERANK {direction}"] = nx.pagerank(graph, personalization=restarts, **exact)
        found[f"KATZ {direction}"] = nx.katz_centrality_numpy(graph, alpha=attenuation, weight="weight")
    nodes = list(undirected)
    found["EIGENVECTOR undirected"] = eigenvector(undirected)
    found["CORE undirected"] = nx.core_number(undirected)
    found["CONSTRAINT undirected"] = nx.constraint(undirected, nodes=nodes, weight="weight")
    found["EFFECTIVE_SIZE undirected"] = nx.effective_size(undirected, nodes=nodes, weight="weight")
    for values in found.values():
        for node, value in values.items():
            values[node] = None if math.isnan(value) else value
    return {
        "values": found,
        "roles": brokerage(directed, case["groups"]),
        "radius": radius(undirected),
        "modularity": modularities(undirected, case),
        "shared": shared(case),
    }


json.dump([measured(case) for case in json.load(sys.stdin)["cases"]], sys.stdout)
