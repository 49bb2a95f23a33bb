package org.zfscope.viz.render;

/**
 * Letters as drawn by one of the system's fonts.
 *
 * @param baseline how many of the rows lie above the line that letters stand on
 * @param cover how much of each pixel is covered, 0 to 255, row by row
 */
record Ink(int width, int height, int baseline, byte[] cover) {

    boolean isBlank() {
        for (byte part : cover) {
            if (part != 0) {
                return false;
            }
        }
        return true;
    }

    /** Draws the letters so that they stand on a line at {@code y}. */
    void draw(Raster raster, int x, int y, int colour) {
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                raster.mix(x + column, y - baseline + row, colour, (cover[row * width + column] & 0xFF) / 255.0);
            }
        }
    }
}
