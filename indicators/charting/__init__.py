"""The parts of charts: scale, shapes, places of words. All pure geometry."""
