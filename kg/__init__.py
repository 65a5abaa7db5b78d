"""The graph: model, resolution, build, disk, stores, exports, views and checks."""
