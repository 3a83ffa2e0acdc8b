// Deletes everything that a load creates, and nothing else.
MATCH (node:Entity|Name|Identifier|Attribute|Claim|Source)
DETACH DELETE node
