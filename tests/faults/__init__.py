"""Faults and crowds, each as a script that repeats it."""
