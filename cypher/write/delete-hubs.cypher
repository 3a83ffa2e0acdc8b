// Deletes what was kept beside hubs; `keep-hubs` makes it anew.
MATCH (hub:Hub)
DELETE hub
