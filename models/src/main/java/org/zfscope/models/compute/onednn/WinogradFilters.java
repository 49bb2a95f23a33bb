package org.zfscope.models.compute.onednn;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_wino_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.zfscope.models.compute.onednn.Filters.Turn;

/**
 * 3 x 3 filters in the form that Winograd's algorithm multiplies with, for tiles of 4 x 4: each filter g becomes the 6 x 6
 * values G g G'. oneDNN makes the same, but starts and stops all threads for every 16 filters, which takes five times as long;
 * and it rounds in between, which makes the maps' largest deviation up to a fourth larger.
 *
 * <p>In memory: [blocks of filters, 6, 6, blocks of channels, filters of a block, channels of a block, 16 channels, 16
 * filters].
 */
final class WinogradFilters {

    private static final int LANES = 16;
    private static final int TAPS = 9;
    private static final int SIDE = 6;
    private static final int SQUARE = LANES * LANES;

    private final FloatBuffer filters;
    private final FilterShape shape;
    private final Turn turn;
    private final dnnl_wino_desc_t form;
    private final FloatBuffer target;

    private WinogradFilters(
            FloatBuffer filters, FilterShape shape, Turn turn, dnnl_wino_desc_t form, FloatBuffer target) {
        this.filters = filters;
        this.shape = shape;
        this.turn = turn;
        this.form = form;
        this.target = target;
    }

    /** Whether a form is this one. */
    static boolean is(dnnl_memory_desc_t form) {
        if (form.format_kind() != dnnl.dnnl_format_kind_wino) {
            return false;
        }
        dnnl_wino_desc_t wino = form.format_desc_wino_desc();
        return wino.wino_format() == dnnl.dnnl_wino_wei_OBaaIBOIio
                && wino.alpha() == SIDE
                && wino.oc_block() == LANES
                && wino.ic_block() == LANES;
    }

    /**
     * Fills the target.
     *
     * @param filters as they are, whatever the turn
     * @param shape of these
     */
    static void write(FloatBuffer filters, FilterShape shape, Turn turn, dnnl_memory_desc_t form, FloatBuffer target) {
        WinogradFilters writer = new WinogradFilters(filters, shape, turn, form.format_desc_wino_desc(), target);
        int rows = writer.form.oc() / LANES;
        int columns = writer.form.ic() / LANES;
        IntStream.range(0, rows).parallel().forEach(row -> writer.row(row, columns));
    }

    private void row(int row, int columns) {
        double[] weights = new double[SQUARE * TAPS];
        double[] tile = new double[SIDE * SIDE * SQUARE];
        float[] rounded = new float[SQUARE];
        for (int column = 0; column < columns; column++) {
            read(row, column, weights);
            for (int lane = 0; lane < LANES; lane++) {
                transform(weights, lane, tile);
            }
            for (int u = 0; u < SIDE * SIDE; u++) {
                for (int i = 0; i < SQUARE; i++) {
                    rounded[i] = (float) tile[u * SQUARE + i];
                }
                target.put(index(row, column, u), rounded);
            }
        }
    }

    private int index(int row, int column, int u) {
        int above = form.oc2_block();
        int below = form.ic2_block();
        int chunks = form.ic() / LANES / below;
        int chunk = (row / above * SIDE * SIDE + u) * chunks + column / below;
        return ((chunk * above + row % above) * below + column % below) * SQUARE;
    }

    /** The weights of 16 x 16 filters, [channels below, taps, filters above]; zero where there are none. */
    private void read(int row, int column, double[] weights) {
        boolean turned = turn == Turn.TURNED;
        int first = (turned ? column : row) * LANES;
        int inner = (turned ? row : column) * LANES;
        int count = Math.min(LANES, shape.depth() - inner);
        float[] some = new float[LANES * TAPS];
        for (int i = 0; i < LANES; i++) {
            if (first + i < shape.filters() && count > 0) {
                filters.get(((first + i) * shape.depth() + inner) * TAPS, some, 0, count * TAPS);
                java.util.Arrays.fill(some, count * TAPS, some.length, 0);
            } else {
                java.util.Arrays.fill(some, 0);
            }
            if (turned) {
                flipped(some, weights, i);
            } else {
                straight(some, weights, i);
            }
        }
    }

    private static void straight(float[] some, double[] weights, int above) {
        for (int i = 0; i < some.length; i++) {
            weights[i * LANES + above] = some[i];
        }
    }

    private static void flipped(float[] some, double[] weights, int below) {
        for (int i = 0; i < some.length; i++) {
            weights[(below * TAPS + TAPS - 1 - i % TAPS) * LANES + i / TAPS] = some[i];
        }
    }

    private static void transform(double[] weights, int lane, double[] tile) {
        double[] half = new double[3 * SIDE * LANES]; // [3, 6, lanes]
        for (int y = 0; y < 3; y++) {
            spread(weights, (lane * TAPS + y * 3) * LANES, LANES, half, y * SIDE * LANES, LANES);
        }
        for (int x = 0; x < SIDE; x++) {
            spread(half, x * LANES, SIDE * LANES, tile, x * SQUARE + lane * LANES, SIDE * SQUARE);
        }
    }

    /** Three values become six: the matrix G, which oneDNN has scaled for its transforms of the maps. */
    private static void spread(double[] from, int first, int step, double[] to, int start, int stride) {
        for (int i = 0; i < LANES; i++) {
            double a = from[first + i];
            double b = from[first + step + i];
            double c = from[first + 2 * step + i];
            double outer = -0.688403361344538 * a - 0.26890756302521 * c;
            double inner = 0.119514472455649 * a + 0.26890756302521 * c;
            to[start + i] = 1.13777777777778 * a;
            to[start + stride + i] = outer - 0.430252100840336 * b;
            to[start + 2 * stride + i] = outer + 0.430252100840336 * b;
            to[start + 3 * stride + i] = inner + 0.179271708683473 * b;
            to[start + 4 * stride + i] = inner - 0.179271708683473 * b;
            to[start + 5 * stride + i] = c;
        }
    }
}
