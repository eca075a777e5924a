"""The kinds of values in words."""

KIND_WORDS = {
    "string": "文字",
    "integer": "整数",
    "number": "数",
    "boolean": "true か false",
    "date": "日付",
    "datetime": "日時",
    "url": "アドレス",
}
