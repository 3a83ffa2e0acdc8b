// Locks the dataset until this transaction ends: whoever writes records meanwhile ends that transaction first.
MATCH (dataset:Dataset { name: 'custodes' })
SET dataset.locked = true
REMOVE dataset.locked
