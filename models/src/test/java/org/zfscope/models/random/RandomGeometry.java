package org.zfscope.models.random;

import java.util.Random;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Shape;

/** Windows of all kinds that fit a map: another kernel, stride and padding each way. */
record RandomGeometry(Random random, Shape map) {

    /** Padding may be wider than the kernel, so that some windows see nothing of the map. */
    Geometry ofConvolution() {
        return new Geometry(ofConvolution(map.height()), ofConvolution(map.width()));
    }

    private Axis ofConvolution(int side) {
        int before = random.nextInt(4);
        int after = random.nextInt(3) > 0 ? before : random.nextInt(4);
        int kernel = 1 + random.nextInt(Math.min(5, side + before + after));
        int dilation = kernel == 1 ? 1 : 1 + random.nextInt(Math.min(3, (side + before + after - 1) / (kernel - 1)));
        return new Axis(kernel, stride(side), before, after, dilation, false);
    }

    /** Every window sees some of the map. */
    Geometry ofPool() {
        return new Geometry(ofPool(map.height()), ofPool(map.width()));
    }

    private Axis ofPool(int side) {
        int dilation = 1 + random.nextInt(Math.min(side, 2));
        int kernel = 1 + random.nextInt(Math.min(4, 1 + (side - 1) / dilation));
        int extent = (kernel - 1) * dilation + 1;
        return new Axis(
                kernel, stride(side), random.nextInt(extent), random.nextInt(extent), dilation, random.nextBoolean());
    }

    /** Small on small maps, so that networks can grow deep. */
    private int stride(int side) {
        return side < 6 ? 1 : 1 + random.nextInt(random.nextInt(3) == 0 ? 4 : 2);
    }
}
