"""Times: dates in the text, and of what time each part of it speaks."""
