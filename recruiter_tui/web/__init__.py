"""The app in a browser on the same machine: a door that asks who comes, and a page of our own."""
