"""What stands in a public address is kept: visitors may have noted the address."""

from django import forms


class KeepsItsAddress(forms.ModelForm):
    """Refuses another `address_field` once `is_held` says that it is in use."""

    address_field = ""
    held = ""

    def is_held(self, stored) -> bool:
        raise NotImplementedError

    def clean(self):
        cleaned = super().clean()
        name = self.address_field
        # The instance still holds what is stored: the form fills it in after this.
        stored = getattr(self.instance, name)
        is_changed = self.instance.pk and cleaned.get(name, stored) != stored
        if is_changed and self.is_held(self.instance):
            self.add_error(name, f"{self.held}「{stored}」に戻してください。")
        return cleaned
