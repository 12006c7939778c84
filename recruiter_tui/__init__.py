"""From a vacancy notice and a pile of applications to a defensible shortlist, by keyboard."""

__version__ = "0.1.0"
