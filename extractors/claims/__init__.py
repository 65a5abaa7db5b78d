"""What a region claims of a reform: from whom it learned it, that it was the first, that its practice is spread."""
