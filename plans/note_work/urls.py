from django.urls import path

from plans.note_work import views

urlpatterns = [
    path("notes/", views.note_work, name="note-work"),
    path("notes/<int:pk>/", views.note_settling, name="note-settling"),
    path("notes/<int:pk>/record/", views.noted_record, name="noted-record"),
]
