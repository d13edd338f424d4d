"""Lists: the statement, the service that pages through it, and the answer."""
