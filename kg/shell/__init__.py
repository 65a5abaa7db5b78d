"""The interactive shell: Cypher with history and completion, on any store."""
