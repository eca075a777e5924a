from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "initiatives"
    verbose_name = "取組"

    def ready(self):
        from initiatives import search_documents
        from initiatives.changes import register
        from initiatives.models import Initiative
        from plans.note_subjects import part_subjects, register_note_subjects

        register_note_subjects(
            "initiative", part_subjects(Initiative, "title"), model=Initiative
        )
        register()
        search_documents.register()
