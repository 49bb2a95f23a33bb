package org.zfscope.models.load.onnx;

import java.util.function.DoubleUnaryOperator;

/** Layers for one picture as anybody would write them, in loops over [channels][height][width]. */
final class Naive {

    /** Strides, first padding and dilation per axis; the output's size is given, not computed. */
    record Sliding(int strideY, int strideX, int top, int left, int dilationY, int dilationX, int height, int width) {}

    private Naive() {}

    /** weights [filters][channels / groups][height][width] */
    static double[][][] conv(double[][][] in, double[][][][] weights, double[] bias, int groups, Sliding s) {
        double[][][] out = new double[weights.length][s.height][s.width];
        int perGroup = weights.length / groups;
        for (int f = 0; f < weights.length; f++) {
            for (int y = 0; y < s.height; y++) {
                for (int x = 0; x < s.width; x++) {
                    double sum = bias[f];
                    for (int c = 0; c < weights[f].length; c++) {
                        double[][] map = in[f / perGroup * weights[f].length + c];
                        for (int v = 0; v < weights[f][c].length; v++) {
                            for (int u = 0; u < weights[f][c][v].length; u++) {
                                int row = y * s.strideY - s.top + v * s.dilationY;
                                int column = x * s.strideX - s.left + u * s.dilationX;
                                sum += isInside(map, row, column) ? weights[f][c][v][u] * map[row][column] : 0;
                            }
                        }
                    }
                    out[f][y][x] = sum;
                }
            }
        }
        return out;
    }

    static double[][][] maxPool(double[][][] in, int kernelY, int kernelX, Sliding s) {
        double[][][] out = new double[in.length][s.height][s.width];
        for (int c = 0; c < in.length; c++) {
            for (int y = 0; y < s.height; y++) {
                for (int x = 0; x < s.width; x++) {
                    double max = Double.NEGATIVE_INFINITY;
                    for (int v = 0; v < kernelY; v++) {
                        for (int u = 0; u < kernelX; u++) {
                            int row = y * s.strideY - s.top + v * s.dilationY;
                            int column = x * s.strideX - s.left + u * s.dilationX;
                            max = isInside(in[c], row, column) ? Math.max(max, in[c][row][column]) : max;
                        }
                    }
                    out[c][y][x] = max;
                }
            }
        }
        return out;
    }

    static double[][][] each(double[][][] in, DoubleUnaryOperator function) {
        double[][][] out = new double[in.length][in[0].length][in[0][0].length];
        for (int c = 0; c < in.length; c++) {
            for (int y = 0; y < in[c].length; y++) {
                for (int x = 0; x < in[c][y].length; x++) {
                    out[c][y][x] = function.applyAsDouble(in[c][y][x]);
                }
            }
        }
        return out;
    }

    private static boolean isInside(double[][] map, int row, int column) {
        return row >= 0 && row < map.length && column >= 0 && column < map[0].length;
    }

    static double[][][] maps(float[] values, int from, int channels, int height, int width) {
        double[][][] maps = new double[channels][height][width];
        int next = from;
        for (double[][] map : maps) {
            for (double[] row : map) {
                for (int x = 0; x < width; x++) {
                    row[x] = values[next++];
                }
            }
        }
        return maps;
    }

    static double[] flat(double[][][] maps) {
        double[] out = new double[maps.length * maps[0].length * maps[0][0].length];
        int next = 0;
        for (double[][] map : maps) {
            for (double[] row : map) {
                for (double v : row) {
                    out[next++] = v;
                }
            }
        }
        return out;
    }
}
