package org.zfscope.viz.analysis;

import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;

/**
 * A layer's maps as a feature vector of bounded length: each map is divided into a grid of cells that each give their mean,
 * as fine as the length allows, and the vector is scaled to length 1 [Chatfield2014]. A map that is no larger than its grid is
 * taken as it is, and a layer of more maps than the length has one feature a map.
 *
 * @param rows cells from top to bottom
 * @param columns cells from left to right
 */
record Pooling(Shape maps, int rows, int columns) {

    /** The finest grid with so many features at most, as square as the maps. */
    static Pooling of(Shape maps, int most) {
        int cells = Math.max(1, most / maps.channels());
        if (maps.area() <= cells) {
            return new Pooling(maps, maps.height(), maps.width());
        }
        double scale = Math.sqrt((double) cells / maps.area());
        int rows = Math.max(1, (int) (maps.height() * scale + 1e-9));
        return new Pooling(maps, rows, Math.max(1, Math.min(cells / rows, (int) (maps.width() * scale + 1e-9))));
    }

    /** How many features a picture has: [channels, rows, columns]. */
    int length() {
        return maps.channels() * rows * columns;
    }

    /** One picture's; of zeros only if all maps are zero. What is no number counts as zero. */
    float[] features(Maps run, int picture) {
        float[] features = new float[length()];
        float[] map = new float[maps.area()];
        for (int c = 0; c < maps.channels(); c++) {
            run.read(picture, c, map);
            for (int r = 0; r < rows; r++) {
                for (int k = 0; k < columns; k++) {
                    features[(c * rows + r) * columns + k] = mean(map, r, k);
                }
            }
        }
        return unit(features);
    }

    /** Neighbouring cells share a row where the side is no multiple of the grid's, as in PyTorch's adaptive pooling. */
    private float mean(float[] map, int row, int column) {
        int top = row * maps.height() / rows;
        int bottom = ((row + 1) * maps.height() + rows - 1) / rows;
        int left = column * maps.width() / columns;
        int right = ((column + 1) * maps.width() + columns - 1) / columns;
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                float value = map[y * maps.width() + x];
                sum += Float.isFinite(value) ? value : 0;
            }
        }
        return (float) (sum / ((bottom - top) * (right - left)));
    }

    private static float[] unit(float[] features) {
        double squares = 0;
        for (float feature : features) {
            squares += (double) feature * feature;
        }
        if (squares > 0) {
            double length = Math.sqrt(squares);
            for (int i = 0; i < features.length; i++) {
                features[i] = (float) (features[i] / length);
            }
        }
        return features;
    }
}
