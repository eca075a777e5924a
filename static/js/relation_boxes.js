/* The box of select2 has no name while nothing is chosen: it gets that of its field. */
"use strict";
window.addEventListener("load", () => {
  const name = () => {
    for (const select of document.querySelectorAll("select.admin-autocomplete")) {
      const box = document.getElementById(`select2-${select.id}-container`);
      if (box && !box.title) box.title = select.dataset.placeholder;
    }
  };
  // select2 takes the title away when a choice is undone; a new row comes without one.
  window.django.jQuery(document).on("change formset:added", () => setTimeout(name));
  name();
});
