package org.zfscope.app.engine;

import org.zfscope.viz.exhibit.TileSheet;

/** Who shows what was made; called on the interface's thread. */
public interface Panes {

    void show(NetworkSheet network);

    void show(PictureSheet picture);

    void show(TileSheet tiles);

    void show(UnitSheet unit);

    void show(ComparisonSheet comparison);

    void show(TopSheet strongest);
}
