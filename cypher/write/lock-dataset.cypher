// Makes the one node that says which data is loaded, and locks it: a second load waits until this one has ended.
MERGE (dataset:Dataset { name: 'custodes' })
SET dataset.lock = true
REMOVE dataset.lock
