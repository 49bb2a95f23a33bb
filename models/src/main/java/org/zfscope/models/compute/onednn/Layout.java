package org.zfscope.models.compute.onednn;

/** Where the values of a batch of feature maps lie: as [batch, groups, height, width, lanes]. */
public record Layout(Extent extent, Order order) {

    /** Channels side by side. */
    public int lanes() {
        return order.lanes(extent.channels());
    }

    public int groups() {
        return order.groups(extent.channels());
    }

    /** Values of one row of one group. */
    public int row() {
        return extent.width() * lanes();
    }

    /** Values of one group of one picture. */
    public int plane() {
        return Math.multiplyExact(extent.height(), row());
    }

    /** Values of one picture, with what fills up the last group. */
    public int picture() {
        return Math.multiplyExact(groups(), plane());
    }

    /** All values, with what fills up the last groups. */
    public int size() {
        return Math.multiplyExact(extent.batch(), picture());
    }

    /** Where a value lies. */
    public int index(int picture, int channel, int y, int x) {
        int lanes = lanes();
        return ((picture * groups() + channel / lanes) * extent.height() + y) * row() + x * lanes + channel % lanes;
    }

    /** Whether some lanes of the last groups belong to no channel. */
    boolean hasSpareLanes() {
        return extent.channels() % lanes() != 0;
    }

    Layout of(Extent other) {
        return new Layout(other, order);
    }
}
