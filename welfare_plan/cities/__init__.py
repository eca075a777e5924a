"""Ways in by place: the prefectures, their cities, and each publisher's front page."""
