"""What build/measure can measure: one module for each, and what they share."""
