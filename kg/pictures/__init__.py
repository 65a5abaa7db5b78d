"""The page of a trace: its pictures as plain data, and one HTML file that draws them offline."""
