"""Another program on the same screen, for tests of clipboard and drag-out. Needs Debian's python3-gi and gir1.2-gtk-3.0.

text TEXT    puts a text on the clipboard and stays
image FILE   puts a picture on the clipboard and stays
read FILE    writes the picture that is on the clipboard to a PNG file
drop         a window at the top left; prints the first file that is dropped on it
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


mode = sys.argv[1]
if mode == "text":
    clipboard.set_text(sys.argv[2], -1)
elif mode == "image":
    clipboard.set_image(GdkPixbuf.Pixbuf.new_from_file(sys.argv[2]))
elif mode == "read":
    clipboard.wait_for_image().savev(sys.argv[2], "png", [], [])
    sys.exit()
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
