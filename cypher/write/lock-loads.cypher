// Locks out other loads until this transaction ends: a second load waits here.
MATCH (lock:LoadLock { name: 'custodes' })
SET lock.taken = true
REMOVE lock.taken
