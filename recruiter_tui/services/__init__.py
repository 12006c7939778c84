"""The use cases, awaitable: what the app, the command line and the tests call."""
