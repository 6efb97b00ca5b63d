"""The HTTP routes, a file for each thing that they are about. Each file's `router(service)` gives its routes."""
