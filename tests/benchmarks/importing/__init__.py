"""Importing and publishing a dataset, beside its floors."""
