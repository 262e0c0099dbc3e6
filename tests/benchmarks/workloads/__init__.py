"""What is measured: one file for each workload, which gives what is to be measured side by side."""
