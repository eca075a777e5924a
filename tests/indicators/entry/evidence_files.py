from django.core.files.uploadedfile import SimpleUploadedFile


def a_file(name="集計表.pdf", content=b"%PDF-1.7 ..."):
    return SimpleUploadedFile(name, content)
