"""Another program on the same screen, for tests of clipboard and drag-out. Needs Debian's python3-gi and gir1.2-gtk-3.0.

text TEXT    puts a text on the clipboard and stays
image FILE   puts a picture on the clipboard and stays
read FILE    writes the picture that is on the clipboard to a PNG file
drop         a window at the top left; prints the first file that is dropped on it
page HOW FORM=VALUE ...
             offers an image as browsers do, to be dragged from a window at the top left (HOW: drag) or on the clipboard
             (clipboard), in these forms: address=ADDRESS html=HTML text=TEXT image/png=FILE image/jpeg=FILE
"""
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GdkPixbuf, Gtk

clipboard = Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD)


def say(text):
    print(text, flush=True)


def dropped(widget, context, x, y, data, info, time):
    say(data.get_uris()[0])
    Gtk.drag_finish(context, True, False, time)
    Gtk.main_quit()


def offer(how, forms):
    """Each form is a target of its own, numbered as it comes."""
    names = {"address": "text/uri-list", "html": "text/html", "text": "UTF8_STRING"}
    targets = [Gtk.TargetEntry.new(names.get(name, name), 0, i) for i, (name, _) in enumerate(forms)]

    def give(widget, *arguments):
        data, number = arguments[-3:-1]
        name, value = forms[number]
        content = open(value, "rb").read() if name.startswith("image/") else value.encode()
        data.set(data.get_target(), 8, content + (b"\r\n" if name == "address" else b""))

    window = Gtk.Window(title="page")
    window.set_default_size(200, 100)
    box = Gtk.EventBox()
    box.add(Gtk.Label(label="drag me"))
    window.add(box)
    window.show_all()
    window.move(0, 0)
    if how == "drag":
        box.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, targets, Gdk.DragAction.COPY)
        box.connect("drag-data-get", give)
    else:
        Gtk.selection_owner_set(box, Gdk.SELECTION_CLIPBOARD, Gdk.CURRENT_TIME)
        for target in targets:
            Gtk.selection_add_target(box, Gdk.SELECTION_CLIPBOARD, Gdk.Atom.intern(target.target, False), target.info)
        box.connect("selection-get", give)


mode = sys.argv[1]
if mode == "text":
    clipboard.set_text(sys.argv[2], -1)
elif mode == "image":
    clipboard.set_image(GdkPixbuf.Pixbuf.new_from_file(sys.argv[2]))
elif mode == "read":
    clipboard.wait_for_image().savev(sys.argv[2], "png", [], [])
    sys.exit()
elif mode == "page":
    offer(sys.argv[2], [form.split("=", 1) for form in sys.argv[3:]])
else:
    window = Gtk.Window(title="drop here")
    window.set_default_size(200, 200)
    window.drag_dest_set(Gtk.DestDefaults.ALL, [], Gdk.DragAction.COPY)
    window.drag_dest_add_uri_targets()
    window.connect("drag-data-received", dropped)
    window.show_all()
    window.move(0, 0)
say("ready")
Gtk.main()
