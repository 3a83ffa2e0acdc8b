# Opens the exported GraphML with igraph in R, and says what it found in it: formats.py says the same of other programs, in the same shape.
# Reads one JSON object from standard input: {"files": {"graphml": path}}.
suppressPackageStartupMessages({
  library(igraph)
  library(jsonlite)
})

path <- fromJSON(readLines("stdin", warn = FALSE, encoding = "UTF-8"))$files$graphml
graph <- read_graph(path, format = "graphml")
listed <- function(text) if (nzchar(text)) fromJSON(text, simplifyVector = FALSE) else list()

nodes <- lapply(V(graph)$names, function(names) lapply(listed(names), function(name) name$text))
ends <- ends(graph, E(graph), names = FALSE)
edges <- lapply(seq_len(nrow(ends)), function(i) as.list(V(graph)$id[ends[i, ]]))
# An empty list is {} only with names.
named <- function(list) if (length(list) == 0) setNames(list, character()) else list
times <- c("start", "end", "earliest_start", "latest_start", "earliest_end", "latest_end")
dates <- lapply(seq_len(ecount(graph)), function(i) {
  found <- sapply(times, function(time) edge_attr(graph, time, i))
  named(as.list(found[nzchar(found)]))
})
claims <- unique(do.call(c, lapply(c(V(graph)$claims, E(graph)$claims), listed)))

reading <- list(
  format = "graphml",
  program = "igraph in R",
  nodes = setNames(nodes, V(graph)$id),
  edges = setNames(edges, E(graph)$relation),
  dates = setNames(dates, E(graph)$relation),
  claims = setNames(lapply(claims, function(claim) claim$statement), sapply(claims, function(claim) claim$id))
)
cat(toJSON(list(reading), auto_unbox = TRUE))
