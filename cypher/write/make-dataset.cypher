// Makes the node that says which data is loaded, and the one that loads lock, where they are not there yet.
MERGE (dataset:Dataset { name: 'custodes' })
ON CREATE SET dataset.loads = 0, dataset.settled = 0
MERGE (:LoadLock { name: 'custodes' })
