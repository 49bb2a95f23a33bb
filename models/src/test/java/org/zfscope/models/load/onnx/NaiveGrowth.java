package org.zfscope.models.load.onnx;

/** Layers that give maps of another size, as anybody would write them. */
final class NaiveGrowth {

    private NaiveGrowth() {}

    /** weights [channels][filters / groups][height][width]; every value lays its filter over the output. */
    static double[][][] transposed(
            double[][][] in, double[][][][] weights, double[] bias, int groups, int stride, int pad, int side) {
        double[][][] out = new double[bias.length][side][side];
        for (int c = 0; c < in.length; c++) {
            int group = c / (in.length / groups);
            for (int y = 0; y < in[c].length; y++) {
                for (int x = 0; x < in[c][y].length; x++) {
                    for (int f = 0; f < weights[c].length; f++) {
                        lay(
                                in[c][y][x],
                                weights[c][f],
                                out[group * weights[c].length + f],
                                y * stride - pad,
                                x * stride - pad);
                    }
                }
            }
        }
        for (int f = 0; f < bias.length; f++) {
            for (double[] row : out[f]) {
                for (int x = 0; x < side; x++) {
                    row[x] += bias[f];
                }
            }
        }
        return out;
    }

    private static void lay(double value, double[][] filter, double[][] map, int top, int left) {
        for (int v = 0; v < filter.length; v++) {
            for (int u = 0; u < filter[v].length; u++) {
                int row = top + v;
                int column = left + u;
                if (row >= 0 && row < map.length && column >= 0 && column < map[row].length) {
                    map[row][column] += value * filter[v][u];
                }
            }
        }
    }

    static double[][][] twice(double[][][] in) {
        double[][][] out = new double[in.length][2 * in[0].length][2 * in[0][0].length];
        for (int c = 0; c < out.length; c++) {
            for (int y = 0; y < out[c].length; y++) {
                for (int x = 0; x < out[c][y].length; x++) {
                    out[c][y][x] = in[c][y / 2][x / 2];
                }
            }
        }
        return out;
    }

    /** Twice the size; pixels are squares, and between their centres the straight line. */
    static double[][][] smoothly(double[][][] in) {
        double[][][] out = new double[in.length][2 * in[0].length][2 * in[0][0].length];
        for (int c = 0; c < out.length; c++) {
            for (int y = 0; y < out[c].length; y++) {
                for (int x = 0; x < out[c][y].length; x++) {
                    out[c][y][x] = at(in[c], (y + 0.5) / 2 - 0.5, (x + 0.5) / 2 - 0.5);
                }
            }
        }
        return out;
    }

    private static double at(double[][] map, double y, double x) {
        double sum = 0;
        for (int v = 0; v < map.length; v++) {
            for (int u = 0; u < map[v].length; u++) {
                sum += map[v][u] * hat(y, v, map.length) * hat(x, u, map[v].length);
            }
        }
        return sum;
    }

    private static double hat(double place, int at, int side) {
        double inside = Math.max(0, Math.min(place, side - 1.0));
        return Math.max(0, 1 - Math.abs(inside - at));
    }

    /** Channel (map, row, column) becomes pixel (row, column) of a block of that map. */
    static double[][][] shuffled(double[][][] in) {
        double[][][] out = new double[in.length / 4][2 * in[0].length][2 * in[0][0].length];
        for (int c = 0; c < out.length; c++) {
            for (int y = 0; y < out[c].length; y++) {
                for (int x = 0; x < out[c][y].length; x++) {
                    out[c][y][x] = in[4 * c + 2 * (y % 2) + x % 2][y / 2][x / 2];
                }
            }
        }
        return out;
    }

    static double[][][] joined(double[][][] a, double[][][] b) {
        double[][][] all = new double[a.length + b.length][][];
        System.arraycopy(a, 0, all, 0, a.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
