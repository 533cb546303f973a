"""The values that pass between the stages, and the record that leaves the last one."""
