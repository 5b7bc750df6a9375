if (this.ready) return;
this.ready = true;
var box = this, image = box.firstChild, note = box.lastChild;
var views = JSON.parse(box.dataset.views), zoom = 1, left = 0, top = 0;
function place() {
  var room = 1 - zoom;
  left = Math.max(Math.min(left, 0), room * box.clientWidth);
  top = Math.max(Math.min(top, 0), room * box.clientHeight);
  image.style.transform = 'translate(' + left + 'px,' + top + 'px) scale(' + zoom + ')';
}
function value(part, least, most, logarithmic) {
  return Number((logarithmic ? least * Math.pow(most / least, part) : least + part * (most - least)).toPrecision(4));
}
function pointer(event) {
  var all = box.getBoundingClientRect();
  return [event.clientX - all.left, event.clientY - all.top];
}
box.onmousemove = function (event) {
  if (event.buttons === 1) {
    left += event.movementX;
    top += event.movementY;
    place();
  }
  var at = pointer(event), scale = zoom * box.clientWidth / image.getAttribute('width'), text = '';
  views.forEach(function (v) {
    var x = ((at[0] - left) / scale - v[0]) / v[2], y = 1 - ((at[1] - top) / scale - v[1]) / v[3];
    if (x >= 0 && x <= 1 && y >= 0 && y <= 1) {
      text = value(x, v[4], v[5], v[6]) + ', ' + value(y, v[7], v[8], v[9]);
    }
  });
  note.textContent = text;
  note.style.display = text ? 'block' : 'none';
  note.style.left = Math.min(at[0] + 12, box.clientWidth - note.offsetWidth) + 'px';
  note.style.top = Math.max(at[1] - 24, 0) + 'px';
};
box.onmouseleave = function () { note.style.display = 'none'; };
box.ondblclick = function (event) {
  var at = pointer(event), next = zoom < 8 ? 2 * zoom : 1;
  left = at[0] - (at[0] - left) * next / zoom;
  top = at[1] - (at[1] - top) * next / zoom;
  zoom = next;
  place();
  event.preventDefault();
};
