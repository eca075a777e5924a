"""Logging in again in the middle of work: what was typed comes along."""

from django.conf import settings
from django.shortcuts import resolve_url

from plans.editing.kept_forms import (
    FIELD,
    from_text,
    send_again_page,
    to_text,
    typed_in,
)


class KeepsWhatWasTyped:
    """For a login view, which other views call when a form came without a login."""

    @property
    def is_asked_for(self) -> bool:
        """Whether the request was meant for another page."""
        return self.request.path != resolve_url(settings.LOGIN_URL)

    def post(self, request, *args, **kwargs):
        if self.is_asked_for:
            return self.render_to_response(self.get_context_data(), status=403)
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        if self.is_asked_for:
            del kwargs["data"], kwargs["files"]
        return kwargs

    def get_redirect_url(self):
        if self.is_asked_for:
            return self.request.get_full_path()
        return super().get_redirect_url()

    def get_context_data(self, **kwargs):
        if self.is_asked_for:
            kept = to_text(typed_in(self.request))
        else:
            kept = self.request.POST.get(FIELD, "")
        return {**super().get_context_data(**kwargs), "kept": kept}

    def form_valid(self, form):
        response = super().form_valid(form)
        fields = from_text(self.request.POST.get(FIELD, ""))
        if not fields:
            return response
        return send_again_page(self.request, fields, self.get_success_url())
