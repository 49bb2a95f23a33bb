package org.zfscope.models.naive;

import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.SpatialResponseNorm;

/** The denominators of the two local response normalisations, before the power. */
public final class NaiveNorms {

    private NaiveNorms() {}

    /** k + alpha * (sum of the squares at this place of the maps in the neighbourhood of map c). */
    public static double across(LocalResponseNorm norm, Grid x, int c, int row, int column) {
        double sum = 0;
        for (int m = 0; m < x.shape().channels(); m++) {
            if (counts(norm, m, c)) {
                sum += x.at(m, row, column) * x.at(m, row, column);
            }
        }
        return norm.k() + norm.alpha() * sum;
    }

    /** Whether map m counts for map c: size maps in all, and where that is even the one more comes after c. */
    public static boolean counts(LocalResponseNorm norm, int m, int c) {
        double half = (norm.size() - 1) / 2.0;
        return m >= c - Math.floor(half) && m <= c + Math.ceil(half);
    }

    /** 1 + alpha * (mean of the squares in the window around this place, zeros outside the map). */
    public static double within(SpatialResponseNorm norm, Grid x, int c, int row, int column) {
        double sum = 0;
        for (int v = 0; v < x.shape().height(); v++) {
            for (int u = 0; u < x.shape().width(); u++) {
                if (counts(norm, v - row, u - column)) {
                    sum += x.at(c, v, u) * x.at(c, v, u);
                }
            }
        }
        return 1 + norm.alpha() * sum / (norm.size() * norm.size());
    }

    /** Whether a position that many rows and columns away is in the window. */
    public static boolean counts(SpatialResponseNorm norm, int rows, int columns) {
        return Math.max(Math.abs(rows), Math.abs(columns)) <= (norm.size() - 1) / 2;
    }
}
