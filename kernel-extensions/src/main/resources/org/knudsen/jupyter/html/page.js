document.querySelectorAll(".math").forEach(function (element) {
  katex.render(element.textContent, element, {
    displayMode: element.classList.contains("display"),
    throwOnError: false
  });
});
